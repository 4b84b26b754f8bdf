#pragma once

#include <cstddef>
#include <string_view>

namespace tela::sparql::syntax {

/// Length of the longest keyword of the grammar (names of built-ins included) that `text` begins
/// with, whatever its case; 0 when there is none.
[[nodiscard]] std::size_t keyword_at_start(std::string_view text);

} // namespace tela::sparql::syntax
