#include "base/printable.h"

#include "base/utf8.h"

#include <algorithm>

namespace tela::base {

namespace {

constexpr std::string_view hex = "0123456789ABCDEF";

bool is_plain(char c) {
  return c >= 0x20 && c < 0x7F;
}

bool is_dangerous(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool bidirectional = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return control || bidirectional || c == 0x2028 || c == 0x2029;
}

void append_escape(std::string& out, char32_t c) {
  if (c == '\n' || c == '\t' || c == '\r') {
    out += '\\';
    out += c == '\n' ? 'n' : (c == '\t' ? 't' : 'r');
    return;
  }
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += hex[c >> shift & 15U];
}

// REQUIRES: UTF-8.
void append_printable(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t character = next_code_point(text, at);
    if (is_dangerous(character))
      append_escape(out, character);
    else
      out += text.substr(start, at - start);
  }
}

} // namespace

std::string printable(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), is_plain)) return std::string(text);
  std::string out;
  for (auto bad = first_invalid_utf8(text); bad; bad = first_invalid_utf8(text)) {
    append_printable(out, text.substr(0, *bad));
    const auto byte = static_cast<unsigned char>(text[*bad]);
    ((out += "\\x") += hex[byte >> 4U]) += hex[byte & 15U];
    text.remove_prefix(*bad + 1);
  }
  append_printable(out, text);
  return out;
}

std::string printable_lines(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    out += printable(text.substr(0, end));
    if (end < text.size()) out += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

} // namespace tela::base
