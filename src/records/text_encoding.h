#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace tela::records {

/// How a source's bytes stand for characters. What is not UTF-8 is turned into it.
enum class TextEncoding : std::uint8_t { utf8, windows_1252, utf16_little, utf16_big };

/// "UTF-8", "Windows-1252", "UTF-16".
[[nodiscard]] std::string_view to_string(TextEncoding encoding);

/// The encoding of the file at `path`: UTF-16 by its byte order mark; Windows-1252 when it holds
/// bytes above ASCII of which none are UTF-8, and only such as Windows-1252 has; else UTF-8. Reads
/// to the first character above ASCII that is well-formed UTF-8. Throws Error(input) as
/// SlidingText.
[[nodiscard]] TextEncoding encoding_of(const std::filesystem::path& path);

/// The name by which base::TextDecoder knows it.
[[nodiscard]] std::string_view decoder_name(TextEncoding encoding);

} // namespace tela::records
