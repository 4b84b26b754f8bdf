#pragma once

#include "redland/writer.h"

#include <string>
#include <utility>

namespace tela::redland {

/// Text on its way to an Output, which gets it in blocks.
class OutputBuffer {
 public:
  explicit OutputBuffer(Output output) : output_(std::move(output)) {}

  /// Where to append.
  [[nodiscard]] std::string& text() noexcept { return text_; }
  /// To be called where the text may be cut (not inside a code point): hands it on when it is long.
  void pause() {
    if (text_.size() >= block) flush();
  }
  /// Hands on what is left.
  void flush() {
    if (!text_.empty()) output_(text_);
    text_.clear();
  }

 private:
  static constexpr std::size_t block = std::size_t{1} << 16U;

  Output output_;
  std::string text_;
};

} // namespace tela::redland
