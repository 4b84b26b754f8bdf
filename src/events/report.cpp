#include "events/report.h"

#include "gazetteer/name_list.h"

#include <algorithm>

namespace tela::events {

Report::Report(const Passage& passage, const Names& names, const Gazetteer& gazetteer,
               const records::Article& article)
    : passage_(passage), names_(names), gazetteer_(gazetteer), article_(article),
      cues_(passage, gazetteer.lexicon()) {
  group_names();
  rank_sentences();
}

void Report::group_names() {
  std::vector<Range> items(names_.bodies.begin(), names_.bodies.end());
  items.insert(items.end(), names_.cities.begin(), names_.cities.end());
  for (const StateName& name : names_.states) {
    const auto sentence = passage_.sentence_of(name.first);
    const bool goes_on =
        !groups_.empty() && groups_.back().sentence == sentence &&
        in_one_list(passage_, gazetteer_.lexicon(), groups_.back().last, name.first, items);
    if (!goes_on) groups_.push_back({{name.first, name.last}, {}, sentence, false});
    groups_.back().last = name.last;
    groups_.back().states.push_back(name.state);
  }
  for (NameGroup& group : groups_) group.with_organisations = beside_organisation(group);
}

bool Report::beside_organisation(const NameGroup& group) const {
  const auto beside = [&](const BodyName& name) {
    if (body(name).process()) return false;
    const auto& lexicon = gazetteer_.lexicon();
    return group.contains(name) ||
           (name.last <= group.first &&
            in_one_list(passage_, lexicon, name.last, group.first, {})) ||
           (group.last <= name.first && in_one_list(passage_, lexicon, group.last, name.first, {}));
  };
  return std::any_of(names_.bodies.begin(), names_.bodies.end(), beside);
}

void Report::rank_sentences() {
  std::size_t rank = 0;
  for (const Sentence& sentence : passage_.sentences()) {
    const bool counts =
        !sentence.title && passage_.in_report(sentence.first) && sentence.last - sentence.first > 2;
    ranks_.push_back(rank);
    rank += counts ? 1 : 0;
  }
}

Range Report::clause(std::uint32_t token) const {
  Range range = sentence(token);
  const auto tokens = passage_.tokens();
  for (std::uint32_t at = token; at > range.first; --at)
    if (tokens[at - 1].mark == ';') range.first = at;
  for (std::uint32_t at = token; at < range.last; ++at)
    if (tokens[at].mark == ';') range.last = at;
  return range;
}

} // namespace tela::events
