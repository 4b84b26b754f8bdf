#include "base/xml.h"

#include "base/require.h"
#include "base/utf8.h"

namespace tela::base {

namespace {

bool is_xml_character(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c != 0xFFFE && c != 0xFFFF;
}

} // namespace

std::size_t append_xml_escaped(std::string& out, std::string_view text) {
  require_utf8(text);
  std::size_t replaced = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(text, at);
    switch (c) {
    case '&':
      out += "&amp;";
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '"':
      out += "&quot;";
      break;
    case '\t':
      out += "&#9;";
      break;
    case '\n':
      out += "&#10;";
      break;
    case '\r':
      out += "&#13;";
      break;
    default:
      if (is_xml_character(c)) {
        out += text.substr(start, at - start);
      } else {
        out += "\xEF\xBF\xBD";
        ++replaced;
      }
    }
  }
  return replaced;
}

} // namespace tela::base
