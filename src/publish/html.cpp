#include "publish/html.h"

#include "base/utf8.h"

#include <tuple>

namespace tela::publish {

namespace {

// XML 1.0 and HTML agree on what is no character, but for the C1 controls, which HTML forbids too.
bool is_forbidden(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c <= 0x9F) ||
         (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEU) == 0xFFFEU;
}

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

// The classes of the languages in `wanted` that have the text of number `first`.
std::string readers_of(const LocalText& text, std::size_t first) {
  std::string classes;
  for (std::size_t i = first; i < language_count; ++i)
    if (text.text[i] == text.text[first] && text.language[i] == text.language[first])
      (classes += ' ') += language_tags[i];
  return classes;
}

bool seen_before(const LocalText& text, std::size_t number) {
  for (std::size_t i = 0; i < number; ++i)
    if (text.text[i] == text.text[number] && text.language[i] == text.language[number]) return true;
  return false;
}

void append_element(std::string& out, std::string_view element, std::string_view classes,
                    std::string_view language, std::string_view text, std::size_t limit) {
  (out += '<') += element;
  if (!classes.empty()) ((out += " class=\"t") += classes) += '"';
  if (!language.empty()) {
    out += " lang=\"";
    append_html(out, language);
    out += '"';
  }
  out += '>';
  append_html_cut(out, text, limit);
  ((out += "</") += element) += '>';
}

} // namespace

LocalText same_for_all(std::string_view text, std::string_view language) {
  LocalText result;
  result.text.fill(std::string(text));
  result.language.fill(std::string(language));
  return result;
}

void append_html(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte < 0x7F) {
      const std::string_view escape = escape_of(text[at]);
      if (escape.empty())
        out += text[at];
      else
        out += escape;
      ++at;
      continue;
    }
    const std::size_t start = at;
    const char32_t c = base::next_code_point(text, at);
    out += is_forbidden(c) ? std::string_view("\xEF\xBF\xBD") : text.substr(start, at - start);
  }
}

Cut cut(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return {text, 0}; // bytes are never fewer than code points
  std::size_t at = 0;
  for (std::size_t count = 0; count < limit && at < text.size(); ++count)
    std::ignore = base::next_code_point(text, at);
  return {text.substr(0, at), text.size() - at};
}

void append_html_cut(std::string& out, std::string_view text, std::size_t limit) {
  const Cut kept = cut(text, limit);
  append_html(out, kept.text);
  if (kept.left_out > 0) out += "…";
}

void append_phrase(std::string& out, const Phrase& phrase, std::string_view element) {
  for (std::size_t i = 0; i < language_count; ++i) {
    const std::string_view tag = language_tags[i];
    ((out += '<') += element) += " class=\"t ";
    (((out += tag) += "\" lang=\"") += tag) += "\">";
    append_html(out, phrase[i]);
    ((out += "</") += element) += '>';
  }
}

void append_local(std::string& out, const LocalText& text, std::string_view element,
                  std::size_t limit) {
  for (std::size_t i = 0; i < language_count; ++i) {
    if (seen_before(text, i)) continue;
    std::string classes = readers_of(text, i);
    if (classes.size() == 3 * language_count) classes.clear(); // every reader's
    if (classes.empty() && text.language[i].empty())
      append_html_cut(out, text.text[i], limit);
    else
      append_element(out, element, classes, text.language[i], text.text[i], limit);
  }
}

bool is_web_address(std::string_view iri) {
  return iri.starts_with("https://") || iri.starts_with("http://");
}

} // namespace tela::publish
