#include "records/text_check.h"

#include "base/error.h"
#include "base/require.h"
#include "base/utf8.h"

#include <string>

namespace tela::records {

using base::Error;
using base::Failure;

void check_not_binary(std::string_view source, std::string_view text) {
  if (text.empty())
    throw Error(Failure::input, base::Place{std::string(source)}, "the file is empty",
                "give a file with content");
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
    throw Error(Failure::input, base::Place{std::string(source)}, "the file is UTF-16",
                "save it as UTF-8");
  if (const auto nul = text.find('\0'); nul != std::string_view::npos)
    throw Error(Failure::input, base::place_at(source, text, nul),
                "a NUL byte: the file is not text (offset " + std::to_string(nul) + ")",
                "give a page, HTML, XML, CSV or JSON Lines file, saved as UTF-8");
}

namespace {

/// A lead byte of UTF-8 as Windows-1252 or -1250 shows it.
bool is_shown_lead(char32_t c) {
  return c == U'Ã' || c == U'Â' || c == U'Ă' || c == U'â';
}

/// A continuation byte, shown so: no letter that could follow in a word.
bool is_shown_continuation(char32_t lead, char32_t c) {
  if (lead == U'â') return c == U'€'; // "â»" may end a quotation
  return (c >= 0x80 && c <= 0xBF && c != U'«' && c != U'»' && c != 0xA0) || c == U'€' ||
         c == U'‰' || c == U'™' || c == U'§';
}

} // namespace

std::size_t twice_encoded(std::string_view text) {
  base::require_utf8(text);
  std::size_t count = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    count += is_shown_lead(before) && is_shown_continuation(before, c) ? 1 : 0;
    before = c;
  }
  return count;
}

void check_text(std::string_view source, std::string_view text) {
  check_not_binary(source, text);
  if (const auto bad = base::first_invalid_utf8(text))
    throw Error(Failure::input, base::place_at(source, text, *bad),
                "a byte that is not UTF-8 (offset " + std::to_string(*bad) + ")",
                "save the file as UTF-8");
}

} // namespace tela::records
