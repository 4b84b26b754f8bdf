#include "records/text_check.h"

#include "base/error.h"
#include "base/utf8.h"

namespace tela::records {

void check_text(std::string_view source, std::string_view text) {
  using base::Error;
  using base::Failure;
  if (text.empty())
    throw Error(Failure::input, base::Place{std::string(source)}, "the file is empty",
                "give a file with content");
  if (const auto nul = text.find('\0'); nul != std::string_view::npos)
    throw Error(Failure::input, base::place_at(source, text, nul),
                "a NUL byte: the file is not text (offset " + std::to_string(nul) + ")",
                "give a page, HTML, XML, CSV or JSON Lines file");
  if (const auto bad = base::first_invalid_utf8(text))
    throw Error(Failure::input, base::place_at(source, text, *bad),
                "a byte that is not UTF-8 (offset " + std::to_string(*bad) + ")",
                "save the file as UTF-8");
}

} // namespace tela::records
