#include "xsd/regex_sets.h"

#include "base/error.h"
#include "base/require.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace tela::xsd {

namespace {

/// XML 1.0, [4] NameStartChar and what [4a] NameChar has more.
constexpr std::string_view name_start =
    "_:A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF"
    "\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD"
    "\\U00010000-\\U000EFFFF";
constexpr std::string_view name_more = "\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040";

/// Between brackets, what the letter in lower case stands for. \w is the rest of what is listed.
std::string members(char letter) {
  switch (letter) {
  case 's':
    return "\\t\\n\\r\\u0020";
  case 'd':
    return "\\p{Nd}";
  case 'w':
    return "\\p{P}\\p{Z}\\p{C}";
  case 'i':
    return std::string(name_start);
  case 'c':
    return std::string(name_start) += name_more;
  default:
    return {};
  }
}

bool is_category(std::string_view name) {
  constexpr std::array<std::string_view, 36> categories{
      "L",  "Lu", "Ll", "Lt", "Lm", "Lo", "M",  "Mn", "Mc", "Me", "N",  "Nd",
      "Nl", "No", "P",  "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Z",  "Zs",
      "Zl", "Zp", "S",  "Sm", "Sc", "Sk", "So", "C",  "Cc", "Cf", "Co", "Cn"};
  return std::ranges::find(categories, name) != categories.end();
}

/// The name of ICU for a block; empty when there is none.
std::string block_name(std::string_view name) {
  const int32_t block = u_getPropertyValueEnum(UCHAR_BLOCK, std::string(name).c_str());
  if (block == UCHAR_INVALID_CODE) return {};
  return u_getPropertyValueName(UCHAR_BLOCK, block, U_LONG_PROPERTY_NAME);
}

std::string written(UChar32 c) {
  std::array<char, 8> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), c, 16);
  return "\\x{" + std::string(digits.data(), end.ptr) + '}';
}

std::string written(const icu::UnicodeSet& set) {
  std::string out = "[";
  for (int32_t i = 0; i < set.getRangeCount(); ++i)
    out += written(set.getRangeStart(i)) + '-' + written(set.getRangeEnd(i));
  return out += ']';
}

} // namespace

const RegexSet& RegexSetNames::of_pattern(const std::string& pattern) {
  base::require(pattern.starts_with('[') && pattern.ends_with(']'), "brackets around it");
  const auto [entry, fresh] = known_.try_emplace(pattern);
  if (fresh) {
    UErrorCode error = U_ZERO_ERROR;
    entry->second = {icu::UnicodeSet(icu::UnicodeString::fromUTF8(pattern), error), pattern};
    if (U_FAILURE(error) != 0)
      throw base::Error(base::Failure::limit, "ICU cannot make the set " + pattern);
  }
  return entry->second;
}

RegexSet RegexSetNames::of_range(char32_t first, char32_t last, bool fold) {
  icu::UnicodeSet set(static_cast<UChar32>(first), static_cast<UChar32>(last));
  if (!fold) return {set, first == last ? written(set.charAt(0)) : written(set)};
  icu::UnicodeSet cased = of_pattern("[\\p{CWCM}\\p{CWCF}]").characters;
  cased.retainAll(set); // ICU closes character by character, and most have no case
  cased.closeOver(USET_CASE_INSENSITIVE);
  cased.removeAllStrings(); // "ß" and "ss": XPath compares character by character
  set.addAll(cased);
  return {set, written(set)};
}

const RegexSet* RegexSetNames::of_letter(char letter) {
  const bool is_upper = letter >= 'A' && letter <= 'Z';
  const char lower = is_upper ? static_cast<char>(letter - 'A' + 'a') : letter;
  const std::string listed = members(lower);
  if (listed.empty()) return nullptr;
  const bool is_rest = is_upper != (lower == 'w');
  return &of_pattern((is_rest ? "[^" : "[") + listed + ']');
}

const RegexSet* RegexSetNames::of_property(std::string_view name, bool negated) {
  std::string property(name);
  if (name.starts_with("Is")) {
    property = block_name(name.substr(2));
    if (property.empty()) return nullptr;
    property.insert(0, "Block=");
  } else if (!is_category(name)) {
    return nullptr;
  }
  return &of_pattern((negated ? "[\\P{" : "[\\p{") + property + "}]");
}

} // namespace tela::xsd
