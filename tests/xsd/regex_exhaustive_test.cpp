#include "base/error.h"
#include "xsd/regex.h"

#include <catch2/catch.hpp>
#include <unicode/regex.h>

#include <cstdint>
#include <string>
#include <vector>

using namespace tela;

// As re2 does: every pattern up to a size over a few letters and all operators, on every string up
// to a length. What a pattern means is said here by the definition: the places where a match may
// end.
namespace {

struct Pattern {
  std::string operator_; ///< a leaf as it is written; "" for a sequence, "|", or a quantifier
  std::vector<Pattern> parts;
};

using Patterns = std::vector<Pattern>;
using Places = std::uint32_t; ///< of a text: bit i, the place before its character i

const std::vector<std::string> leaves{"a", "b", ".", "[^a]", "^", "$"};
const std::vector<std::string> quantifiers{"*", "+", "?", "{2}", "{0,1}", "*?"};

/// All patterns of so many leaves and operators. `smaller`: those of each size below, from 1 on.
Patterns patterns_of(std::size_t size, const std::vector<Patterns>& smaller) {
  Patterns result;
  if (size == 1)
    for (const auto& leaf : leaves) result.push_back({leaf, {}});
  if (size < 2) return result;
  for (const auto& quantifier : quantifiers)
    for (const auto& part : smaller[size - 2]) result.push_back({quantifier, {part}});
  for (std::size_t left = 1; left + 1 < size; ++left)
    for (const auto& first : smaller[left - 1])
      for (const auto& second : smaller[size - left - 2])
        for (const char* operator_ : {"", "|"}) result.push_back({operator_, {first, second}});
  return result;
}

std::string written(const Pattern& pattern) {
  if (pattern.parts.empty()) return pattern.operator_;
  const auto part = [&](std::size_t i) {
    const std::string text = written(pattern.parts[i]);
    return pattern.parts[i].parts.empty() && text != "^" && text != "$" ? text : "(?:" + text + ")";
  };
  if (pattern.parts.size() == 1) return part(0) + pattern.operator_;
  return part(0) + pattern.operator_ + part(1);
}

Places ends(const Pattern& pattern, const std::string& text, Places from);

Places ends_of_leaf(const std::string& leaf, const std::string& text, Places from) {
  const Places last = Places{1} << text.size();
  if (leaf == "^") return from & 1U;
  if (leaf == "$") return from & last;
  Places result = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool fits = leaf == "." || (leaf == "[^a]" ? text[at] != 'a' : text[at] == leaf[0]);
    if (fits && (from >> at & 1U) != 0) result |= Places{2} << at;
  }
  return result;
}

Places ends(const Pattern& pattern, const std::string& text, Places from) {
  const std::string& op = pattern.operator_;
  if (pattern.parts.empty()) return ends_of_leaf(op, text, from);
  const Places once = ends(pattern.parts[0], text, from);
  if (op == "|") return once | ends(pattern.parts[1], text, from);
  if (op.empty()) return ends(pattern.parts[1], text, once);
  if (op == "{2}") return ends(pattern.parts[0], text, once);
  if (op == "?" || op == "{0,1}") return from | once;
  Places all = op == "+" ? once : from | once;
  while (const Places more = ends(pattern.parts[0], text, all) & ~all) all |= more;
  return all;
}

bool occurs(const Pattern& pattern, const std::string& text) {
  return ends(pattern, text, (Places{2} << text.size()) - 1) != 0; // from anywhere
}

std::vector<std::string> strings_up_to(std::size_t length) {
  std::vector<std::string> all{""};
  for (std::size_t i = 0; i < all.size() && all[i].size() < length; ++i) {
    const std::string text = all[i]; // the list grows
    for (const char c : {'a', 'b'}) all.push_back(text + c);
  }
  return all;
}

/// ICU on the pattern as it is written, without what the house makes of it.
class PlainIcu {
 public:
  explicit PlainIcu(const std::string& pattern)
      : matcher_(icu::UnicodeString::fromUTF8(pattern), 0, error_) {}

  bool occurs_in(const std::string& text) {
    const auto input = icu::UnicodeString::fromUTF8(text);
    matcher_.reset(input);
    return matcher_.find() != 0;
  }

 private:
  UErrorCode error_ = U_ZERO_ERROR;
  icu::RegexMatcher matcher_;
};

/// Checks all patterns up to a size; returns how many there are.
std::size_t check_patterns_up_to(std::size_t largest) {
  const auto texts = strings_up_to(4);
  std::vector<Patterns> by_size;
  std::size_t patterns = 0;
  for (std::size_t size = 1; size <= largest; ++size) {
    by_size.push_back(patterns_of(size, by_size));
    for (const Pattern& pattern : by_size.back()) {
      const std::string text = written(pattern);
      const auto regex = xsd::Regex::compile(text, "");
      PlainIcu icu(text);
      for (const std::string& input : texts) {
        const bool expected = occurs(pattern, input);
        if (regex->found_in(input) == expected && icu.occurs_in(input) == expected) continue;
        INFO(text << " on \"" << input << "\"");
        CHECK(regex->found_in(input) == expected);
        CHECK(icu.occurs_in(input) == expected);
      }
      ++patterns;
    }
  }
  return patterns;
}

} // namespace

TEST_CASE("every small expression means what its parts mean, and what ICU says") {
  CHECK(check_patterns_up_to(3) == 330);
}

TEST_CASE("the same of larger ones, which takes minutes", "[.long]") {
  CHECK(check_patterns_up_to(4) == 2922);
}
