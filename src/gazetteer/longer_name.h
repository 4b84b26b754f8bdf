#pragma once

#include "gazetteer/lexicon.h"
#include "gazetteer/passage.h"
#include "gazetteer/tokens.h"

#include <cstdint>
#include <span>

namespace tela::gazetteer {

/// Whether tokens[name), the name of a state, is only a part of what stands there: "New Mexico",
/// "British Honduras", "Congo belge", "canal de Panama", "People's Republic of Korea", "US
/// dollars", "Serbie-et-Monténégro". Words before `free` belong to another name and are not looked
/// at. Cost: constant.
[[nodiscard]] bool part_of_longer_name(std::span<const Token> tokens, Range name,
                                       std::uint32_t free, const Lexicon& lexicon);

} // namespace tela::gazetteer
