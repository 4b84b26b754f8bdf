#pragma once

#include "gazetteer/lexicon.h"
#include "gazetteer/passage.h"

#include <cstdint>
#include <optional>
#include <span>

namespace tela::gazetteer {

/// The state (index into Gazetteer::states()) that the last words of tokens[name) name, where the
/// name can as well be two that a comma parts, in a list of names that commas part: "Macao, Hong
/// Kong, China, Mongolia". Nothing elsewhere.
[[nodiscard]] std::optional<std::uint16_t> second_name(std::span<const Token> tokens, Range name,
                                                       const Lexicon& lexicon);

/// What is said of such a name.
inline constexpr const char* parted_name_message =
    "is taken for one name; where two are meant, write a semicolon between them";

} // namespace tela::gazetteer
