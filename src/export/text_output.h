#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

/// Attributed graphs as files that other programs read. One writer a file. (The trailing underscore
/// is there because `export` is a keyword.)
namespace tela::export_ {

/// Takes the next bytes of a file; may throw to end the writing. Called with blocks of about 64
/// KiB.
using ByteSink = std::function<void(std::string_view bytes)>;

/// Collects text and hands it on in blocks. Call finish() at the end; what was not finished is
/// lost.
class TextOutput {
 public:
  explicit TextOutput(ByteSink sink) : sink_(std::move(sink)) { buffer_.reserve(2 * block); }

  TextOutput& operator<<(std::string_view text) {
    buffer_ += text;
    if (buffer_.size() >= block) flush();
    return *this;
  }
  TextOutput& operator<<(char c) { return *this << std::string_view(&c, 1); }
  TextOutput& operator<<(std::int64_t number);
  TextOutput& operator<<(std::uint64_t number);
  TextOutput& operator<<(std::uint32_t number) { return *this << std::uint64_t{number}; }
  /// The shortest digits that read back as the same double, at most 17. REQUIRES: finite.
  TextOutput& operator<<(double number);

  /// The buffer itself, for writers that append to strings; follow with flush_if_full().
  [[nodiscard]] std::string& buffer() noexcept { return buffer_; }
  void flush_if_full() {
    if (buffer_.size() >= block) flush();
  }
  void finish() { flush(); }

 private:
  static constexpr std::size_t block = std::size_t{1} << 16U;
  void flush();

  ByteSink sink_;
  std::string buffer_;
};

/// Appends the shortest digits that read back as the same number. REQUIRES: finite.
void append_number(std::string& out, double number);
void append_number(std::string& out, std::int64_t number);

/// The number rounded to two digits behind the point, as pictures write it. REQUIRES: finite.
[[nodiscard]] std::string hundredths(double number);

/// Appends `text` escaped for XML; characters that XML cannot hold, and malformed UTF-8, become
/// U+FFFD. Returns how many did. Fast where there is nothing to escape.
std::uint64_t append_xml(std::string& out, std::string_view text);

/// `text` itself when it is well-formed UTF-8; else a copy in `storage` with U+FFFD for each bad
/// byte, which are added to `replaced`.
std::string_view well_formed(std::string_view text, std::string& storage, std::uint64_t& replaced);

} // namespace tela::export_
