#include "publish/html_writer.h"

#include "base/utf8.h"

#include <tuple>

namespace tela::publish {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD

std::string_view escape_of(char c) {
  switch (c) {
  case '&':
    return "&amp;";
  case '<':
    return "&lt;";
  case '>':
    return "&gt;";
  case '"':
    return "&quot;";
  default:
    return {};
  }
}

// Also of characters beyond U+FFFF, as two surrogates.
void append_json_escape(std::string& out, char32_t c) {
  constexpr std::string_view hex = "0123456789abcdef";
  if (c > 0xFFFF) {
    append_json_escape(out, 0xD800 + ((c - 0x10000) >> 10U));
    return append_json_escape(out, 0xDC00 + ((c - 0x10000) & 0x3FFU));
  }
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += hex[c >> shift & 15U];
}

} // namespace

void HtmlWriter::start(MarkupName name, Attributes attributes) {
  (out_ += '<') += name.text();
  for (const Attribute& attribute : attributes) {
    ((out_ += ' ') += attribute.name.text()) += "=\"";
    text(attribute.value);
    out_ += '"';
  }
}

void HtmlWriter::begin(MarkupName name, Attributes attributes) {
  start(name, attributes);
  out_ += '>';
  open_.push_back(name.text());
}

void HtmlWriter::end() {
  ((out_ += "</") += open_.back()) += '>';
  open_.pop_back();
}

void HtmlWriter::single(MarkupName name, Attributes attributes) {
  start(name, attributes);
  out_ += "/>";
}

void HtmlWriter::text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte < 0x7F) {
      const std::string_view escape = escape_of(text[at]);
      if (escape.empty())
        out_ += text[at];
      else
        out_ += escape;
      ++at;
      continue;
    }
    const std::size_t from = at;
    const char32_t c = base::next_code_point(text, at);
    out_ += is_forbidden_in_html(c) ? replacement : text.substr(from, at - from);
  }
}

void HtmlWriter::text_cut(std::string_view whole, std::size_t limit) {
  const Cut kept = cut(whole, limit);
  text(kept.text);
  if (kept.left_out > 0) out_ += "…";
}

// Between its strings JSON has none of the forbidden characters but the line's end.
void HtmlWriter::json(MarkupName media_type, std::string_view json) {
  begin("script", {{"type", media_type.text()}});
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t from = at;
    const char32_t c = base::next_code_point(json, at);
    if (c == '<' || is_forbidden_in_html(c))
      append_json_escape(out_, c);
    else
      out_ += json.substr(from, at - from);
  }
  end();
}

bool is_forbidden_in_html(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c <= 0x9F) ||
         (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEU) == 0xFFFEU;
}

Cut cut(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return {text, 0}; // bytes are never fewer than code points
  std::size_t at = 0;
  for (std::size_t count = 0; count < limit && at < text.size(); ++count)
    std::ignore = base::next_code_point(text, at);
  return {text.substr(0, at), text.size() - at};
}

} // namespace tela::publish
