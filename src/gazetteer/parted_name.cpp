#include "gazetteer/parted_name.h"

#include <vector>

namespace tela::gazetteer {

namespace {

bool is_comma(std::span<const Token> tokens, std::uint32_t at) {
  return at < tokens.size() && tokens[at].mark == ',';
}

/// The state that exactly tokens[range) name, or nullptr.
const Meaning* state_named(std::span<const Token> tokens, Range range, const Lexicon& lexicon) {
  std::vector<Lexicon::NameHit> hits;
  lexicon.names(tokens, range.first, hits);
  for (const auto& hit : hits) {
    if (range.first + hit.length != range.last) continue;
    for (const Meaning& meaning : hit.meanings)
      if (meaning.what == Meaning::What::state) return &meaning;
  }
  return nullptr;
}

} // namespace

std::optional<std::uint16_t> second_name(std::span<const Token> tokens, Range name,
                                         const Lexicon& lexicon) {
  const bool commas_part =
      (name.first > 0 && is_comma(tokens, name.first - 1)) || is_comma(tokens, name.last);
  if (!commas_part) return {};
  for (std::uint32_t comma = name.first + 1; comma + 1 < name.last; ++comma) {
    if (!is_comma(tokens, comma)) continue;
    const Meaning* second = state_named(tokens, {comma + 1, name.last}, lexicon);
    if (second != nullptr && state_named(tokens, {name.first, comma}, lexicon) != nullptr)
      return second->entity;
  }
  return {};
}

} // namespace tela::gazetteer
