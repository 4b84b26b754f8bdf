#include "records/cut_title.h"

#include "base/utf8.h"
#include "records/character_reference.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <system_error>
#include <utility>

namespace tela::records {

namespace {

constexpr std::string_view ellipsis = "…";

std::string_view without_ellipsis(std::string_view title) {
  for (;;) {
    const std::size_t size = title.size();
    for (const std::string_view end : {ellipsis, std::string_view("..."), std::string_view(" ")})
      if (title.ends_with(end)) title.remove_suffix(end.size());
    if (title.size() == size) return title;
  }
}

bool is_regional_indicator(char32_t c) {
  return c >= 0x1F1E6 && c <= 0x1F1FF;
}

/// Where the last code point of `text`, which is not empty, begins, and what it is.
std::pair<std::size_t, char32_t> last_code_point(std::string_view text) {
  std::size_t start = text.size() - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80) --start;
  std::size_t at = start;
  return {start, base::next_code_point(text, at)};
}

/// Where "&#55357;" begins at the end of `text`: a reference to one half of a character.
std::size_t half_reference(std::string_view text) {
  const auto ampersand = text.rfind("&#");
  if (ampersand == std::string_view::npos || !text.ends_with(';')) return text.size();
  std::string_view digits = text.substr(ampersand + 2, text.size() - ampersand - 3);
  const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (hexadecimal) digits.remove_prefix(1);
  std::uint32_t code = 0;
  const auto [end, fault] =
      std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
  const bool is_half = fault == std::errc() && end == digits.data() + digits.size() &&
                       code >= 0xD800 && code <= 0xDFFF;
  return is_half ? ampersand : text.size();
}

std::size_t open_reference(std::string_view text) {
  constexpr std::size_t shortest_cut = 150; // bytes; sites cut behind some 250
  constexpr std::size_t shortest_name = 3;  // bytes of a reference that no name ends in
  const auto ampersand = text.find_last_of('&');
  const bool is_cut = ends_inside_reference(text) &&
                      (text.size() >= shortest_cut || text.size() - ampersand - 1 >= shortest_name);
  return is_cut ? ampersand : text.size();
}

/// Where the half of a flag begins that ends `text`: the last of an odd number of letters.
std::size_t half_flag(std::string_view text) {
  std::size_t letters = 0;
  std::size_t last = text.size();
  for (std::string_view rest = text; !rest.empty(); ++letters) {
    const auto [start, c] = last_code_point(rest);
    if (!is_regional_indicator(c)) break;
    if (letters == 0) last = start;
    rest = rest.substr(0, start);
  }
  return letters % 2 == 1 ? last : text.size();
}

/// The size of `text` without what its end has of a character; all of it where it ends whole.
std::size_t whole_size(std::string_view text) {
  constexpr char32_t joiner = 0x200D, undecoded = 0xFFFD;
  if (text.empty()) return 0;
  const auto [start, last] = last_code_point(text);
  if (last == joiner || last == undecoded) return start;
  return std::min({half_reference(text), open_reference(text), half_flag(text)});
}

} // namespace

bool ends_inside_character(std::string_view title) {
  const std::string_view text = without_ellipsis(title);
  return whole_size(text) < text.size();
}

std::string without_cut_character(std::string_view title) {
  std::string_view text = without_ellipsis(title);
  if (whole_size(text) == text.size()) return std::string(title);
  while (whole_size(text) < text.size()) text = text.substr(0, whole_size(text));
  return std::string(text) + std::string(ellipsis);
}

} // namespace tela::records
