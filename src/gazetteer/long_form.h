#pragma once

#include "gazetteer/lexicon.h"
#include "gazetteer/tokens.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace tela::gazetteer {

/// A name of a state that lists write with its words turned round, shortened or in brackets.
struct LongForm {
  std::size_t length = 0;             ///< tokens; 0: none begins there
  std::optional<std::uint32_t> value; ///< of the bag; nothing: the form of no name that is known
};

/// The long form that begins at tokens[at]: "Guinea, Equatorial", "Congo (the Democratic Republic
/// of the)", "Dem. Rep. Congo". What stands behind a comma belongs to the name only when another
/// name does not begin there ("Sudan, South Sudan") and the text does not go on ("Sudan, South and
/// North Korea"). A name with the words of a polity or of another state behind it that is not known
/// as a whole ("Viet Nam, Democratic Republic of") has no value: it is not what its first word
/// says. Cost: constant; looks at 16 tokens at most.
[[nodiscard]] LongForm read_long_form(std::span<const Token> tokens, std::size_t at,
                                      const Lexicon& lexicon);

} // namespace tela::gazetteer
