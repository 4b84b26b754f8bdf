#pragma once

#include "server/request.h"

#include <optional>
#include <string>
#include <string_view>

namespace tela::server {

/// What '+' stands for: a space in forms and query strings, itself in paths (WHATWG URL, section
/// 5).
enum class Plus : std::uint8_t { is_space, is_plus };

/// `text` with %XX decoded. Nothing when an escape is broken or the result is not UTF-8.
[[nodiscard]] std::optional<std::string> percent_decode(std::string_view text, Plus plus);

/// The pairs of a query string or of an application/x-www-form-urlencoded body. Nothing when a part
/// cannot be decoded.
[[nodiscard]] std::optional<Parameters> parse_parameters(std::string_view text);

/// `text` so that it can stand as one value of a query string.
[[nodiscard]] std::string percent_encode(std::string_view text);

/// The path of a request target, decoded. Nothing when it does not begin with '/', cannot be
/// decoded, holds a control character, or has a segment "." or "..".
[[nodiscard]] std::optional<std::string> decode_path(std::string_view path);

} // namespace tela::server
