#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace tela::server {

/// Which of `offers` (media types in lower case, without parameters; the server's favourite first)
/// an Accept field asks for: the one with the highest quality, by the most specific range that
/// matches it; of equal ones the first (RFC 9110, section 12.5.1). An empty field accepts
/// everything. Nothing when none is accepted.
[[nodiscard]] std::optional<std::size_t> negotiate(std::string_view accept,
                                                   std::span<const std::string_view> offers);

/// The quality, 0 to 1, that an Accept-Encoding field gives a coding (RFC 9110, section 12.5.3); 0
/// where the field does not name it.
[[nodiscard]] double coding_quality(std::string_view accept_encoding, std::string_view coding);

} // namespace tela::server
