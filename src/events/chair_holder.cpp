#include "events/chair_holder.h"

#include <algorithm>

namespace tela::events {

Holders::Holders(const Report& report, std::optional<std::uint16_t> host) : report_(report) {
  for (const StateName& name : report_.names().states)
    holders_.push_back({{name.first, name.last}, name.state, false});
  for (const HintName& name : report_.names().demonyms)
    holders_.push_back({{name.first, name.last}, bearer(name), true});
  if (host)
    for (const CueMark& mark : report.cues().all())
      if (mark.cue == Cue::host_noun) holders_.push_back({{mark.first, mark.last}, *host, false});
  std::sort(holders_.begin(), holders_.end(),
            [](const Holder& left, const Holder& right) { return left.first < right.first; });
}

/// The state an adjective belongs to: one that the page names, else the first.
std::uint16_t Holders::bearer(const HintName& adjective) const {
  for (const Meaning& meaning : adjective.meanings)
    for (const StateName& name : report_.names().states)
      if (meaning.entity == name.state) return name.state;
  return adjective.meanings.front().entity;
}

const Holder* Holders::before(std::uint32_t token) const {
  constexpr std::uint32_t reach = 30;
  const Range clause = report_.clause(token);
  const Holder* found = nullptr;
  for (const Holder& holder : holders_)
    if (holder.first >= clause.first && holder.last <= token && token - holder.last <= reach)
      found = &holder;
  return found;
}

const Holder* Holders::after(std::uint32_t token, std::uint32_t reach) const {
  if (token >= report_.passage().tokens().size()) return nullptr;
  const Range sentence = report_.sentence(token > 0 ? token - 1 : token);
  for (const Holder& holder : holders_)
    if (holder.first >= token && holder.first - token <= reach && holder.last <= sentence.last)
      return &holder;
  return nullptr;
}

const Holder* Holders::subject(std::uint32_t token) const {
  if (const Holder* holder = before(token)) return holder;
  const auto number = report_.passage().sentence_of(token);
  const auto sentences = report_.passage().sentences();
  const Sentence& sentence = sentences[number];
  if (number == 0 || sentences[number - 1].title ||
      !report_.cues().any(Cue::pronoun, {sentence.first, sentence.first + 1}))
    return nullptr;
  const auto first = std::find_if(holders_.begin(), holders_.end(), [&](const Holder& holder) {
    return sentences[number - 1].contains(holder);
  });
  return first == holders_.end() ? nullptr : &*first;
}

std::vector<Holder> Holders::partners(const Holder& holder) const {
  if (!holder.adjective) return named_beside(holder);
  constexpr std::uint32_t reach = 8; // "Foreign Minister Amy Sample and"
  std::vector<Holder> found;
  const Range clause = report_.clause(holder.first);
  for (const Holder& other : holders_)
    if (other.adjective && other.state != holder.state && clause.contains(other) &&
        other.first <= holder.last + reach && holder.first <= other.last + reach &&
        joined(holder, other))
      found.push_back(other);
  return found;
}

/// The others of a list of two or three states.
std::vector<Holder> Holders::named_beside(const Holder& holder) const {
  constexpr std::size_t most = 3;
  std::vector<Holder> found;
  for (const NameGroup& group : report_.groups()) {
    if (!group.contains(holder) || group.states.size() > most) continue;
    for (const Holder& other : holders_)
      if (group.contains(other) && other.state != holder.state && !other.adjective)
        found.push_back(other);
  }
  return found;
}

/// One "and" between the two and no comma.
bool Holders::joined(const Holder& one, const Holder& other) const {
  const Range between{std::min(one.last, other.last), std::max(one.first, other.first)};
  const auto tokens = report_.passage().tokens();
  return report_.cues().any(Cue::conjunction, between) &&
         std::none_of(tokens.begin() + between.first, tokens.begin() + between.last,
                      [](const Token& token) { return token.mark == ','; });
}

} // namespace tela::events
