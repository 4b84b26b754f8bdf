#include "records/text_check.h"

#include "base/error.h"
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

void check_text(std::string_view source, std::string_view text) {
  check_not_binary(source, text);
  if (const auto bad = base::first_invalid_utf8(text))
    throw Error(Failure::input, base::place_at(source, text, *bad),
                "a byte that is not UTF-8 (offset " + std::to_string(*bad) + ")",
                "save the file as UTF-8");
}

} // namespace tela::records
