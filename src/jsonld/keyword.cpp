#include "jsonld/keyword.h"

#include "rdf/name_characters.h"

#include <algorithm>
#include <array>

namespace tela::jsonld {

bool is_keyword(std::string_view text) {
  constexpr std::array<std::string_view, 23> keywords{
      "@base",   "@container", "@context", "@direction", "@graph",     "@id",
      "@import", "@included",  "@index",   "@json",      "@language",  "@list",
      "@nest",   "@none",      "@prefix",  "@propagate", "@protected", "@reverse",
      "@set",    "@type",      "@value",   "@version",   "@vocab"};
  static_assert(std::ranges::is_sorted(keywords));
  return text.starts_with('@') && std::ranges::binary_search(keywords, text);
}

bool looks_like_keyword(std::string_view text) {
  return text.size() > 1 && text.front() == '@' &&
         std::ranges::all_of(text.substr(1), [](unsigned char c) { return rdf::is_letter(c); });
}

bool has_scheme(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  if (!rdf::is_letter(static_cast<unsigned char>(text.front()))) return false;
  return std::ranges::all_of(text.substr(0, colon), [](unsigned char c) {
    return rdf::is_letter(c) || rdf::is_digit(c) || c == '+' || c == '-' || c == '.';
  });
}

} // namespace tela::jsonld
