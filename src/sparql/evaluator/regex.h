#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace tela::sparql::evaluator {

/// A regular expression of XPath (functions and operators section 5.6) with flags out of "smixq".
/// Work is bounded: pattern and text have length limits, and a match that takes too long is given
/// up. One thread at a time.
class Regex {
 public:
  static constexpr std::size_t max_pattern_bytes = 10'000;
  static constexpr std::size_t max_text_bytes = 10'000'000;

  /// Null when pattern or flags are not valid or too long.
  [[nodiscard]] static std::unique_ptr<Regex> compile(std::string_view pattern,
                                                      std::string_view flags);
  virtual ~Regex() = default;

  /// Whether it matches somewhere in `text`; nothing when the work limit was hit.
  [[nodiscard]] virtual std::optional<bool> found_in(std::string_view text) const = 0;
  /// `text` with every match replaced ($0 to $9 are groups, \$ and \\ the characters); nothing when
  /// the pattern matches the empty string, the replacement is not valid, or the work limit was hit.
  [[nodiscard]] virtual std::optional<std::string> replaced(std::string_view text,
                                                            std::string_view replacement) const = 0;
};

/// The regular expressions a query has used lately.
class RegexCache {
 public:
  /// The compiled pattern, or null when it is not valid. Valid until the cache dies or has met a
  /// thousand other patterns.
  [[nodiscard]] const Regex* find(std::string_view pattern, std::string_view flags);

 private:
  static constexpr std::size_t most = 1000;
  using Key = std::pair<std::string, std::string>;

  const Key* last_ = nullptr;
  const Regex* last_regex_ = nullptr;
  std::map<Key, std::unique_ptr<Regex>> compiled_;
};

} // namespace tela::sparql::evaluator
