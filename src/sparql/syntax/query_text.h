#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tela::sparql::syntax {

/// The text of a query without its byte order mark and with its \uXXXX and \UXXXXXXXX escapes
/// replaced (SPARQL 1.1 section 19.2), and the way back to what the user wrote, for error messages.
/// Escapes that name no character stay: in a comment they do no harm, as in "# C:\users".
class QueryText {
 public:
  static constexpr std::size_t max_bytes = std::size_t{64} << 20U;

  /// Throws Error(input): malformed UTF-8, more than max_bytes.
  QueryText(std::string_view source, std::string_view text);

  /// What the lexer reads. Valid as long as this object lives.
  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  /// Byte offset in the text as written, of a byte offset in text().
  [[nodiscard]] std::size_t original_offset(std::size_t offset) const;

  /// Throws Error(input) that points at byte `offset` of text(): place, message, advice, then the
  /// line itself and a caret below it.
  [[noreturn]] void fail(std::size_t offset, const std::string& message,
                         const std::string& advice) const;

 private:
  void replace_escapes();
  [[noreturn]] void fail_at_original(std::size_t offset, const std::string& message,
                                     const std::string& advice) const;

  std::string source_;
  std::string original_;
  std::string text_;
  std::vector<std::pair<std::size_t, std::size_t>> shifts_; ///< from offset on, add this much
};

} // namespace tela::sparql::syntax
