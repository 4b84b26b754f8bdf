#pragma once

#include <unicode/uniset.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace tela::sparql::evaluator {

/// The meaning of a regular expression, as far as it is regular in the strict sense.
struct RegexNode {
  enum class Kind : std::uint8_t {
    set,         ///< one character of `set`
    sequence,    ///< all parts, one after the other; without parts: the empty string
    alternative, ///< one of the parts
    repeat,      ///< parts[0] at least `least` and at most `most` times
    begin,       ///< ^
    end,         ///< $
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

[[nodiscard]] std::optional<RegexFlags> parse_regex_flags(std::string_view flags);

/// A parsed pattern with the character sets it names.
struct RegexSyntax {
  RegexNode root;
  std::vector<icu::UnicodeSet> sets;
};

/// Parses XPath's syntax (functions and operators 5.6.1). Nothing when the pattern has a back
/// reference, is nested too deeply, or is not valid: then another engine is to look at it.
/// REQUIRES: UTF-8.
[[nodiscard]] std::optional<RegexSyntax> parse_regex(std::string_view pattern,
                                                     const RegexFlags& flags);

} // namespace tela::sparql::evaluator
