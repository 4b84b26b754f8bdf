#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tela::xsd {

/// What stands in place of a match (XPath functions and operators, section 7.6.3): texts, each
/// followed by what a group has matched.
struct RegexReplacement {
  struct Part {
    std::string text;
    std::optional<int> group; ///< comes behind the text
  };
  std::vector<Part> parts;
};

/// Reads "$1", "\$" and "\\" in a pattern that has `groups` groups: a group beyond them is empty,
/// and another digit belongs to the number as long as there are so many. Nothing when another
/// character follows a dollar sign or a backslash.
[[nodiscard]] std::optional<RegexReplacement> parse_replacement(std::string_view text, int groups);

} // namespace tela::xsd
