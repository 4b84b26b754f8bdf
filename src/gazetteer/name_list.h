#pragma once

#include "gazetteer/lexicon.h"
#include "gazetteer/passage.h"

#include <cstdint>
#include <span>

namespace tela::gazetteer {

/// Whether the names before token `from` and behind token `to` stand in one list: between them are
/// only commas, brackets and conjunctions, at least one, and articles, prepositions, acronyms, or
/// the ranges of `items`, which are other members of the list. Looks at 24 tokens at most.
[[nodiscard]] bool in_one_list(const Passage& passage, const Lexicon& lexicon, std::uint32_t from,
                               std::uint32_t to, std::span<const Range> items);

} // namespace tela::gazetteer
