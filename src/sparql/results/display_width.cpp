#include "sparql/results/display_width.h"

#include "base/require.h"
#include "base/utf8.h"

#include <unicode/uchar.h>

#include <algorithm>

namespace tela::sparql::results {

namespace {

std::size_t width_of(char32_t character) {
  if (character < 0x300) { // Latin; U+00AD is the soft hyphen
    const bool is_control = character < 0x20 || (character >= 0x7F && character < 0xA0);
    return is_control || character == 0xAD ? 0 : 1;
  }
  const auto code = static_cast<UChar32>(character);
  const auto category = U_GET_GC_MASK(code);
  if ((category & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK)) != 0) return 0;
  const auto east_asian = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

bool is_plain(char c) {
  return c >= 0x20 && c < 0x7F;
}

} // namespace

std::size_t display_width(std::string_view text) {
  base::require_utf8(text);
  if (std::all_of(text.begin(), text.end(), is_plain)) return text.size();
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += width_of(base::next_code_point(text, at));
  return width;
}

std::string_view fitting_prefix(std::string_view text, std::size_t width) {
  std::size_t used = 0;
  std::size_t end = 0;
  while (end < text.size()) {
    std::size_t after = end;
    used += width_of(base::next_code_point(text, after));
    if (used > width) break;
    end = after;
  }
  return text.substr(0, end);
}

} // namespace tela::sparql::results
