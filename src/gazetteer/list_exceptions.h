#pragma once

#include "gazetteer/lexicon.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tela::gazetteer {

/// By token: how many tokens the longest name of a state has that ends before it; 0: none ends.
using NamesByEnd = std::vector<std::uint32_t>;

/// What a list of states leaves out: "All except Honduras", "Chile (but not Peru)", "Peru
/// excluded".
struct ListExceptions {
  std::vector<bool> phrases; ///< by token: a part of "à l'exception de"
  std::vector<bool> names;   ///< by token: a name here is left out
};

/// The phrases are those of Cue::except, in every language. One leaves out what follows, up to the
/// end of its bracket, a semicolon, a line end or the end of the list; only up to a comma where it
/// says something else first ("except in the north, Belize"). With nothing behind it in its part of
/// the list it leaves out the name before it. `goes_on` says whether the list follows another that
/// left out all that comes, and gets whether the next one does: not where a name stands before the
/// phrase, which then speaks of that one. Cost: linear.
[[nodiscard]] ListExceptions find_exceptions(std::span<const Token> tokens, const NamesByEnd& names,
                                             const Lexicon& lexicon, bool& goes_on);

} // namespace tela::gazetteer
