#pragma once

#include <functional>
#include <string_view>

namespace tela::sparql::evaluator {

/// Takes the next piece of a text; may throw.
using TakePiece = std::function<void(std::string_view)>;
using CaseConversion = void (*)(std::string_view text, const TakePiece& take);

/// Give the text in upper or lower case, piece by piece, by Unicode's full mappings, of no
/// particular language. REQUIRES: UTF-8. Throw what `take` throws.
void to_upper_case(std::string_view text, const TakePiece& take);
void to_lower_case(std::string_view text, const TakePiece& take);

} // namespace tela::sparql::evaluator
