#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace tela::shapes {

/// A compiled sh:pattern: an XPath regular expression with flags i, m, s, x, q, by ICU. Move-only,
/// one thread at a time; work per match is bounded.
class TextPattern {
 public:
  /// Throws Error(input) when it does not compile or a flag is unknown.
  TextPattern(const std::string& pattern, const std::string& flags);
  ~TextPattern();
  TextPattern(TextPattern&&) noexcept;
  TextPattern& operator=(TextPattern&&) noexcept;
  TextPattern(const TextPattern&) = delete;
  TextPattern& operator=(const TextPattern&) = delete;

  /// Whether the pattern occurs anywhere in `text`. Throws Error(limit) when it takes too long.
  [[nodiscard]] bool occurs_in(std::string_view text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace tela::shapes
