#pragma once

#include "sparql/results/result_writer.h"

#include <string>
#include <utility>

namespace tela::sparql::results {

/// Text on its way out, passed on in blocks.
class OutputBuffer {
 public:
  explicit OutputBuffer(Output output) : output_(std::move(output)) {}

  /// Where to append.
  [[nodiscard]] std::string& text() noexcept { return text_; }
  /// Passes the text on when there is a block of it: call it once a row.
  void pass_on() {
    constexpr std::size_t block = std::size_t{64} << 10U;
    if (text_.size() >= block) flush();
  }
  void flush() {
    if (!text_.empty()) output_(text_);
    text_.clear();
  }

 private:
  Output output_;
  std::string text_;
};

/// The last line of a table that was cut short: a quote that never ends, so that no reader of CSV
/// or TSV takes it for a row. REQUIRES: `out` ends with a line break or is empty.
inline void append_incomplete_line(std::string& out, std::string_view reason) {
  out += "\"INCOMPLETE RESULT: ";
  for (const char c : reason) out += c == '"' ? '\'' : (c == '\n' || c == '\r' ? ' ' : c);
  out += '\n';
}

} // namespace tela::sparql::results
