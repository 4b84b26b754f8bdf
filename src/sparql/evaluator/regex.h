#pragma once

#include "base/cancellation.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tela::sparql::evaluator {

/// A regular expression of XPath (functions and operators section 5.6) with flags out of "smixq".
/// Whether it matches is said in linear time, unless it refers back to a group or is very large;
/// then, and for replacing, a match that takes too long is an Error(limit): no answer is ever
/// guessed. One thread at a time.
class Regex {
 public:
  static constexpr std::size_t max_pattern_bytes = 10'000;
  static constexpr std::size_t max_result_bytes = std::size_t{64} << 20U;

  /// Throws Error(input) when pattern or flags are not valid, Error(limit) when the pattern is too
  /// long or too deep. `stop` (may be null, outlives the object) ends matches by its check().
  [[nodiscard]] static std::unique_ptr<Regex> compile(std::string_view pattern,
                                                      std::string_view flags,
                                                      const base::Cancellation* stop = nullptr);
  virtual ~Regex() = default;

  /// Whether it matches somewhere in `text`. REQUIRES: UTF-8.
  [[nodiscard]] virtual bool found_in(std::string_view text) const = 0;
  /// `text` with every match replaced ($0 to $9 are groups, \$ and \\ the characters); nothing when
  /// the pattern matches the empty string or the replacement is not valid. Throws Error(limit) also
  /// when the result is longer than max_result_bytes.
  [[nodiscard]] virtual std::optional<std::string> replaced(std::string_view text,
                                                            std::string_view replacement) const = 0;
  /// About how much memory it holds.
  [[nodiscard]] virtual std::size_t bytes() const = 0;
};

} // namespace tela::sparql::evaluator
