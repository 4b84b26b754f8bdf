#include "events/report.h"

#include "gazetteer/name_list.h"

#include <algorithm>

namespace tela::events {

Report::Report(const Passage& passage, const Names& names, const Gazetteer& gazetteer,
               const records::Article& article, const RuleTable& rules)
    : passage_(passage), names_(names), gazetteer_(gazetteer), article_(article), rules_(rules),
      cues_(passage, gazetteer.lexicon()), fields_(find_fields(passage, cues_)) {
  group_names();
  join_columns();
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
    if (!goes_on) groups_.push_back({{name.first, name.last}, {}, sentence, false, false});
    groups_.back().last = name.last;
    groups_.back().states.push_back(name.state);
  }
  for (NameGroup& group : groups_) group.with_organisations = beside_organisation(group);
}

bool Report::alone_on_line(const NameGroup& group) const {
  constexpr std::uint32_t longest = 5; // "- For the Republic of", "(Chair)"
  const Sentence& line = passage_.sentences()[group.sentence];
  return !line.title && group.states.size() == 1 && group.first - line.first <= longest &&
         line.last - group.last <= longest && !has_common_word({line.first, group.first});
}

/// A word of a sentence: in small letters, and no article or preposition.
bool Report::has_common_word(Range range) const {
  constexpr std::size_t longest_particle = 3; // "des", "los", "the"
  const auto tokens = passage_.tokens();
  return std::any_of(tokens.begin() + range.first, tokens.begin() + range.last,
                     [](const Token& token) {
                       return token.is_word() && !token.initial_upper && !token.number &&
                              token.end - token.start > longest_particle;
                     });
}

/// Lines of one state each that follow each other are one list.
void Report::join_columns() {
  std::vector<NameGroup> joined;
  for (NameGroup& group : groups_) {
    group.column = alone_on_line(group);
    const bool goes_on = group.column && !joined.empty() && joined.back().column &&
                         group.sentence == passage_.sentence_of(joined.back().last - 1) + 1 &&
                         same_field(joined.back(), group);
    if (!goes_on) {
      joined.push_back(std::move(group));
      continue;
    }
    joined.back().last = group.last;
    joined.back().states.push_back(group.states.front());
  }
  groups_ = std::move(joined);
}

bool Report::same_field(Range left, Range right) const {
  const Field *one = field(left), *other = field(right);
  return one == nullptr || other == nullptr ? one == other : one->kind == other->kind;
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

void Report::add_position(Facts& facts, std::uint32_t token) const {
  const auto number = passage_.sentence_of(token);
  const bool title = passage_.sentences()[number].title;
  facts.add_if(title, Fact::title);
  facts.add_if(!title && rank(number) < 2, Fact::lead);
  facts.add_if(!title && rank(number) >= 2 && rank(number) < 4, Fact::early);
}

bool Report::tells_of_meeting(Range range) const {
  const bool verb = cues_.any(Cue::held, range) || cues_.any(Cue::to_be_held, range) ||
                    cues_.any(Cue::attend, range);
  return verb && cues_.any(Cue::meeting_noun, range);
}

bool Report::tells_of_other_meeting(Range range, std::optional<std::uint16_t> process) const {
  constexpr std::uint32_t reach = 4; // "reunión extraordinaria de la OEA"
  const auto bodies = gazetteer_.bodies();
  return std::any_of(names_.bodies.begin(), names_.bodies.end(), [&](const BodyName& name) {
    if (!range.contains(name) || body(name).process()) return false;
    if (process && bodies[*process].parent == body(name).id) return false;
    const Range before{std::max(range.first, name.first > reach ? name.first - reach : 0),
                       name.first};
    const auto* noun = cues_.last(Cue::meeting_noun, before);
    return noun != nullptr && cues_.any(Cue::particle, {noun->last, name.first});
  });
}

void Report::add_processes(Facts& facts, Range sentence,
                           std::optional<std::uint16_t> process) const {
  bool own = false, other = false;
  for (const BodyName& name : names_.bodies) {
    if (!sentence.contains(name) || !body(name).process()) continue;
    (!process || name.body == *process ? own : other) = true;
  }
  facts.add_if(own, Fact::own_process);
  facts.add_if(other && !own, Fact::other_process);
}

const Field* Report::field(Range range) const {
  const auto found = std::find_if(fields_.begin(), fields_.end(),
                                  [&](const Field& field) { return field.contains(range.first); });
  return found == fields_.end() ? nullptr : &*found;
}

bool Report::has_field(FieldKind kind) const {
  return std::any_of(fields_.begin(), fields_.end(),
                     [&](const Field& field) { return field.kind == kind; });
}

void Report::add_field(Facts& facts, Range range, FieldKind own) const {
  const Field* found = field(range);
  facts.add_if(found != nullptr && found->kind == own, Fact::own_field);
  facts.add_if(found != nullptr && found->kind != own, Fact::other_field);
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

Surroundings Report::around(Range candidate) const {
  const Sentence& first = sentence(candidate.first);
  const Sentence& last = sentence(candidate.last - 1);
  return {{first.first, candidate.first}, {candidate.last, last.last}};
}

} // namespace tela::events
