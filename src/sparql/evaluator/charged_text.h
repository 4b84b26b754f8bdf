#pragma once

#include "sparql/evaluator/context.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// Texts that a query makes: what they take is charged to its memory before they grow, so that no
/// function and no aggregate holds more than it may, not even for a moment.
namespace tela::sparql::evaluator {

/// Longer texts take longer to copy and to free than a query may take to stop.
inline constexpr std::size_t max_text_bytes = std::size_t{64} << 20U;

/// Bytes on the heap behind a string of that capacity; a short one has none.
[[nodiscard]] std::size_t heap_bytes(std::size_t capacity);

/// The capacity that `text` is to get so that `more` bytes fit, at least twice what it has: growing
/// takes linear time. Nothing when they fit already.
[[nodiscard]] std::optional<std::size_t> wanted_capacity(const std::string& text, std::size_t more);

/// A text of its own account, as GROUP_CONCAT keeps one for each group.
class ChargedText {
 public:
  /// Throws Error(limit) before the text grows beyond what `memory` allows. Always to be called
  /// with the same `memory`, which outlives the text.
  void append(std::string_view piece, Reservation& memory);
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// A place where a query may be ended, for whoever is about to work through `text`: a check where
/// that takes a while.
inline void pause_at(std::string_view text, const Context& context) {
  constexpr std::size_t long_text = std::size_t{1} << 16U;
  if (text.size() >= long_text) context.check();
}

} // namespace tela::sparql::evaluator
