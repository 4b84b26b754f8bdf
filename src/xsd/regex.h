#pragma once

#include "base/cancellation.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace tela::xsd {

/// A regular expression of XPath (functions and operators section 5.6) with flags out of "smixq".
/// Whether it matches is said in linear time, unless it refers back to a group or is very large;
/// then, and for replacing, a match that takes too long is an Error(limit): no answer is ever
/// guessed. One thread at a time.
class Regex {
 public:
  static constexpr std::size_t max_pattern_bytes = 10'000;

  /// Throws Error(input) when pattern or flags are not valid, Error(limit) when the pattern is too
  /// long or too deep. `stop` (may be null, outlives the object) ends matches by its check().
  [[nodiscard]] static std::unique_ptr<Regex> compile(std::string_view pattern,
                                                      std::string_view flags,
                                                      const base::Cancellation* stop = nullptr);
  virtual ~Regex() = default;

  /// Whether it matches somewhere in `text`. REQUIRES: UTF-8.
  [[nodiscard]] virtual bool found_in(std::string_view text) const = 0;
  /// Takes the next piece of a text; may throw.
  using Append = std::function<void(std::string_view)>;
  /// Gives `text` with every match replaced ($0 to $9 are groups, \$ and \\ the characters), piece
  /// by piece. False, and no piece is given, when the pattern matches the empty string or the
  /// replacement is not valid.
  [[nodiscard]] virtual bool replace(std::string_view text, std::string_view replacement,
                                     const Append& append) const = 0;
  /// About how much memory it holds.
  [[nodiscard]] virtual std::size_t bytes() const = 0;
};

} // namespace tela::xsd
