#include "rdf/language_tag.h"

#include "base/ascii.h"
#include "rdf/name_characters.h"

#include <algorithm>

namespace tela::rdf {

// [a-zA-Z]+ ('-' [a-zA-Z0-9]+)*
bool is_language_tag(std::string_view text) {
  bool first = true;
  while (true) {
    const std::string_view part = text.substr(0, text.find('-'));
    const bool well_formed = std::ranges::all_of(part, [&](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return is_letter(byte) || (!first && is_digit(byte));
    });
    if (part.empty() || !well_formed) return false;
    if (part.size() == text.size()) return true;
    text.remove_prefix(part.size() + 1);
    first = false;
  }
}

bool same_language(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return base::ascii_lower(x) == base::ascii_lower(y); });
}

bool language_in_range(std::string_view tag, std::string_view range) {
  if (range == "*") return !tag.empty();
  if (range.empty() || tag.size() < range.size()) return false;
  return same_language(tag.substr(0, range.size()), range) &&
         (tag.size() == range.size() || tag[range.size()] == '-');
}

std::string canonical_language(std::string_view tag) {
  std::string out = base::ascii_lower(tag);
  for (auto hyphen = out.find('-'); hyphen != std::string::npos && hyphen != 1;) {
    const auto start = hyphen + 1;
    hyphen = out.find('-', start);
    const auto end = std::min(hyphen, out.size());
    const auto length = end - start;
    if (length == 1) break; // behind a singleton all stays in lower case
    if (length == 2) out.replace(start, 2, base::ascii_upper(out.substr(start, 2)));
    if (length == 4) out[start] = base::ascii_upper(out[start]);
  }
  return out;
}

} // namespace tela::rdf
