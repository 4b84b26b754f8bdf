#include "records/text_encoding.h"

#include "base/input_stream.h"
#include "base/utf8.h"

#include <span>
#include <string>

namespace tela::records {

namespace {

unsigned byte(char c) {
  return static_cast<unsigned char>(c);
}

/// Whether Windows-1252 has no character for the byte.
bool is_no_windows_1252(unsigned value) {
  return value == 0x81 || value == 0x8D || value == 0x8F || value == 0x90 || value == 0x9D;
}

/// Tells UTF-8 from Windows-1252, block by block.
class EncodingGuess {
 public:
  /// False when it is settled.
  bool look_at(std::string_view text, bool at_end) {
    const std::size_t stop = at_end || text.size() < longest ? text.size() : text.size() - longest;
    for (seen_ = 0; seen_ < stop; ++seen_) {
      if (byte(text[seen_]) < 0x80) continue;
      const std::string_view here = text.substr(seen_, longest);
      if (const auto bad = base::first_invalid_utf8(here); !bad || *bad > 0)
        return settle(TextEncoding::utf8);
      if (is_no_windows_1252(byte(text[seen_]))) return settle(TextEncoding::utf8);
      answer_ = TextEncoding::windows_1252;
    }
    return true;
  }
  [[nodiscard]] std::size_t seen() const { return seen_; } ///< bytes of the last block
  [[nodiscard]] TextEncoding answer() const { return answer_; }

 private:
  static constexpr std::size_t longest = 4; ///< bytes of a character

  bool settle(TextEncoding answer) {
    answer_ = answer;
    return false;
  }

  TextEncoding answer_ = TextEncoding::utf8;
  std::size_t seen_ = 0;
};

} // namespace

std::string_view to_string(TextEncoding encoding) {
  switch (encoding) {
  case TextEncoding::utf8:
    return "UTF-8";
  case TextEncoding::windows_1252:
    return "Windows-1252";
  case TextEncoding::utf16_little:
  case TextEncoding::utf16_big:
    return "UTF-16";
  }
  return {};
}

TextEncoding encoding_of(const std::filesystem::path& path) {
  constexpr std::size_t block = std::size_t{1} << 20U;
  base::InputStream file(path);
  EncodingGuess guess;
  std::string text;
  for (bool first = true;; first = false) {
    const std::size_t kept = text.size();
    text.resize(kept + block);
    const std::size_t count = file.read(std::span(text).subspan(kept));
    text.resize(kept + count);
    if (first && text.starts_with("\xFF\xFE")) return TextEncoding::utf16_little;
    if (first && text.starts_with("\xFE\xFF")) return TextEncoding::utf16_big;
    const bool at_end = count < block;
    if (!guess.look_at(text, at_end) || at_end) return guess.answer();
    text.erase(0, guess.seen());
  }
}

std::string_view decoder_name(TextEncoding encoding) {
  switch (encoding) {
  case TextEncoding::utf8:
    return "UTF-8";
  case TextEncoding::windows_1252:
    return "windows-1252";
  case TextEncoding::utf16_little:
    return "UTF-16LE";
  case TextEncoding::utf16_big:
    return "UTF-16BE";
  }
  return {};
}

} // namespace tela::records
