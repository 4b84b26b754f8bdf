#pragma once

#include <string_view>

namespace tela::jsonld {

/// Whether `text` is a keyword of JSON-LD 1.1 (section 1.7 there).
[[nodiscard]] bool is_keyword(std::string_view text);
/// Whether it has the form of one, "@" and letters, which is kept for later versions.
[[nodiscard]] bool looks_like_keyword(std::string_view text);

/// Whether `text` begins with a scheme and a colon, as IRIs do, whatever stands behind them.
[[nodiscard]] bool has_scheme(std::string_view text);

} // namespace tela::jsonld
