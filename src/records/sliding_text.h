#pragma once

#include "base/error.h"
#include "base/input_stream.h"
#include "base/text_decoder.h"
#include "records/text_encoding.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace tela::records {

/// A text seen through a window that slides from its beginning to its end, so that files of any
/// size are read in little memory; unpacked on the way when they are gzip or zstd. Knows line and
/// column of what it shows. Not thread-safe.
class SlidingText {
 public:
  static constexpr std::size_t default_block = std::size_t{1} << 20U;

  /// Throws Error(input) when the file cannot be opened. `block` bytes are read at a time.
  explicit SlidingText(const std::filesystem::path& path, std::size_t block = default_block);
  /// Offsets are those in the text as UTF-8.
  SlidingText(const std::filesystem::path& path, TextEncoding encoding);
  /// A text in memory; `text` must live as long as the object.
  SlidingText(std::string source, std::string_view text, std::size_t block = default_block);

  /// What is at hand; valid until more() or skip().
  [[nodiscard]] std::string_view text() const noexcept {
    return std::string_view(buffer_).substr(start_);
  }
  /// Reads on: makes text() longer at its end. False at the end of the source.
  bool more();
  /// Shows the source, which is in that encoding, as UTF-8 from now on; offset() and place() are
  /// then those of the UTF-8 text. Throws Error(input) when the encoding is not known, and more()
  /// at bytes that are none of its characters. REQUIRES: nothing was skipped.
  void decode(const std::string& encoding);
  /// Takes `count` bytes off the front. REQUIRES: count <= text().size().
  void skip(std::size_t count);

  [[nodiscard]] const std::string& source() const noexcept { return source_; }
  /// Bytes of the source in front of text().
  [[nodiscard]] std::uint64_t offset() const noexcept { return offset_; }
  /// Line and column of text()[at]. Cost: linear in `at`.
  [[nodiscard]] base::Place place(std::size_t at = 0) const;

 private:
  [[nodiscard]] std::size_t read_block(char* to, std::size_t size);
  bool more_decoded(std::size_t size);
  template<class Work>
  void at_its_place(Work work);

  std::string source_;
  std::optional<base::InputStream> file_;
  std::string_view memory_; ///< what was not read yet
  std::optional<base::TextDecoder> decoder_;
  std::size_t block_;
  std::string buffer_;
  std::size_t start_ = 0;    ///< of text() in buffer_
  std::uint64_t offset_ = 0; ///< of text() in the source
  std::uint64_t line_ = 1;
  std::uint64_t column_ = 1;
};

} // namespace tela::records
