#include "rdf/language_tag.h"

#include <algorithm>

namespace tela::rdf {

namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

} // namespace

bool same_language(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

bool language_in_range(std::string_view tag, std::string_view range) {
  if (range == "*") return !tag.empty();
  if (range.empty() || tag.size() < range.size()) return false;
  return same_language(tag.substr(0, range.size()), range) &&
         (tag.size() == range.size() || tag[range.size()] == '-');
}

std::string canonical_language(std::string_view tag) {
  std::string out(tag.size(), '\0');
  std::transform(tag.begin(), tag.end(), out.begin(), lower);
  for (auto hyphen = out.find('-'); hyphen != std::string::npos && hyphen != 1;) {
    const auto start = hyphen + 1;
    hyphen = out.find('-', start);
    const auto end = std::min(hyphen, out.size());
    const auto length = end - start;
    if (length == 1) break; // behind a singleton all stays in lower case
    if (length == 2)
      std::transform(out.begin() + static_cast<std::ptrdiff_t>(start),
                     out.begin() + static_cast<std::ptrdiff_t>(end),
                     out.begin() + static_cast<std::ptrdiff_t>(start), upper);
    if (length == 4) out[start] = upper(out[start]);
  }
  return out;
}

} // namespace tela::rdf
