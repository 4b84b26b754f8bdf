#pragma once

#include <string>
#include <string_view>

namespace tela::records {

/// "fr", "en" or "es": the language whose function words `text` has most of; `fallback` when it has
/// none of any, or as many of two. Cost: linear; the first 16 KiB decide.
[[nodiscard]] std::string guess_language(std::string_view text, std::string_view fallback);

} // namespace tela::records
