#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace tela::base {

/// Turns text in another encoding (ISO-8859-1, windows-1252, UTF-16 …) into UTF-8, in pieces of any
/// size. What ICU can convert is known, except encodings with states, in which one byte hides
/// others (UTF-7, ISO-2022, HZ, SCSU …). Not thread-safe. Move-only.
class TextDecoder {
 public:
  /// Throws Error(input), without a place, when no such encoding is known.
  explicit TextDecoder(const std::string& encoding);
  ~TextDecoder();
  TextDecoder(TextDecoder&&) noexcept;
  TextDecoder& operator=(TextDecoder&&) noexcept;
  TextDecoder(const TextDecoder&) = delete;
  TextDecoder& operator=(const TextDecoder&) = delete;

  /// Appends `bytes` as UTF-8; the beginning of a character waits for the rest of it. A byte order
  /// mark at the beginning is left out where the encoding is one of UTF. Throws Error(input),
  /// without a place, at bytes that are no character of the encoding; `out` then holds what stood
  /// before them.
  void append(std::string& out, std::string_view bytes);
  /// The text ends here: throws as append() when it ends within a character.
  void finish(std::string& out);

 private:
  struct Converters;
  void convert(std::string& out, std::string_view bytes, bool last);

  std::string encoding_;
  std::unique_ptr<Converters> converters_;
};

} // namespace tela::base
