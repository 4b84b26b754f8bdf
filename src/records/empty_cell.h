#pragma once

#include <string_view>

namespace tela::records {

/// Whether a cell says that nothing is known: "", "-", "N/A", "n/d", "s/d", "#N/A", "NaN", "null".
[[nodiscard]] bool says_nothing(std::string_view cell);

} // namespace tela::records
