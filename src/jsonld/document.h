#pragma once

#include "base/error.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tela::jsonld {

/// The text that is read, for the places of its faults, and what was passed over in it.
class Document {
 public:
  static constexpr std::size_t warnings_kept = 100;

  /// Both outlive the document.
  Document(std::string_view source, std::string_view text) : source_(source), text_(text) {}

  [[nodiscard]] std::string_view source() const { return source_; }
  [[nodiscard]] std::string_view text() const { return text_; }

  /// Throws Error(input) at the value that begins at `offset`. `code` is the specification's word
  /// for the fault (section 9.6), which stands first in the message.
  [[noreturn]] void refuse(std::string_view code, std::size_t offset, std::string_view message,
                           std::string_view advice = {}) const;

  /// Counts that something was passed over; the first place is told for each `message`.
  void pass_over(const std::string& message, std::size_t offset);
  /// A line for each message of pass_over(), as ReadReport has them.
  [[nodiscard]] std::vector<std::string> warnings() const;

 private:
  struct Occurrences {
    std::size_t first = 0;
    std::uint64_t count = 0;
  };

  [[nodiscard]] base::Place place(std::size_t offset) const;

  std::string_view source_, text_;
  std::map<std::string, Occurrences> passed_over_;
  std::uint64_t not_kept_ = 0;
};

/// `text` in quotation marks, cut when it is long: for messages.
[[nodiscard]] std::string in_quotes(std::string_view text);

} // namespace tela::jsonld
