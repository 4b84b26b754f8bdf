#pragma once

#include <unicode/uniset.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tela::xsd {

/// The meaning of a regular expression, as far as it is regular in the strict sense.
struct RegexNode {
  enum class Kind : std::uint8_t {
    set,            ///< one character of `set`
    sequence,       ///< all parts, one after the other; without parts: the empty string
    alternative,    ///< one of the parts
    repeat,         ///< parts[0] at least `least` and at most `most` times
    begin,          ///< ^
    end,            ///< $
    back_reference, ///< what a group has matched: nothing regular
  };
  static constexpr unsigned unlimited = static_cast<unsigned>(-1);

  Kind kind = Kind::sequence;
  std::size_t set = 0; ///< place in RegexSyntax::sets
  unsigned least = 0, most = 0;
  std::vector<RegexNode> parts;
};

struct RegexFlags {
  bool dot_all = false;          ///< s
  bool multi_line = false;       ///< m
  bool case_insensitive = false; ///< i
  bool free_spacing = false;     ///< x
  bool literal = false;          ///< q
};

/// Throws Error(input) at a letter that is no flag.
[[nodiscard]] RegexFlags parse_regex_flags(std::string_view flags);

/// A parsed pattern with the character sets it names.
struct RegexSyntax {
  RegexNode root;
  std::vector<icu::UnicodeSet> sets; ///< closed under case where the flags ask for it
  std::string icu;                   ///< the same pattern for ICU, flags and all
  unsigned groups = 0;               ///< that capture
};

/// Parses XPath's syntax (functions and operators 5.6.1, over XML Schema's regular expressions).
/// Throws Error(input), which says what is wrong at which character: what only other engines know
/// is refused; Error(limit) for brackets nested deeper than 200. REQUIRES: UTF-8. Cost: linear, and
/// up to a millisecond for each name of a set.
[[nodiscard]] RegexSyntax parse_regex(std::string_view pattern, const RegexFlags& flags);

} // namespace tela::xsd
