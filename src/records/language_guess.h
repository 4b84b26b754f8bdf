#pragma once

#include <string>
#include <string_view>

namespace tela::records {

/// What guess_language() says of letters that no listed language is written in (BCP 47).
inline constexpr std::string_view unknown_language = "und";

/// The language whose function words `text` has most of, among those that data/pages/words.csv
/// lists ("fr", "de", …); `fallback` when it has none of any, or as many of two; "und" when most
/// words are in letters other than Latin. Cost: linear; the first 16 KiB decide.
[[nodiscard]] std::string guess_language(std::string_view text, std::string_view fallback);

/// Whether pages in the language are read: English, French, Spanish, Portuguese. Others are only
/// named, so that nobody takes their names for Spanish.
[[nodiscard]] bool is_read_language(std::string_view tag);

} // namespace tela::records
