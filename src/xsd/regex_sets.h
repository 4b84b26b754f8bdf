#pragma once

#include <unicode/uniset.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tela::xsd {

/// Characters, and how a pattern of ICU writes them: as one atom that may also stand in a class.
struct RegexSet {
  icu::UnicodeSet characters;
  std::string icu;
};

/// The sets that XML Schema's regular expressions know by a name (Datatypes 1.1, appendix G.4.2).
/// Making one takes up to a millisecond, so each is made once. One thread at a time.
class RegexSetNames {
 public:
  /// What a backslash and `letter` stand for: one of s S d D w W i I c C. Null for other letters.
  [[nodiscard]] const RegexSet* of_letter(char letter);
  /// What \p{name} stands for, or \P{name} when `negated`: a general category as in \p{Lu}, or a
  /// block of Unicode as in \p{IsBasicLatin}. Null when there is none of that name.
  [[nodiscard]] const RegexSet* of_property(std::string_view name, bool negated);
  /// The set that a pattern of ICU gives. REQUIRES: brackets around it.
  [[nodiscard]] const RegexSet& of_pattern(const std::string& pattern);
  /// The characters from `first` to `last`; with `fold`, those too that differ in case only.
  [[nodiscard]] RegexSet of_range(char32_t first, char32_t last, bool fold);

 private:
  std::map<std::string, RegexSet> known_;
};

} // namespace tela::xsd
