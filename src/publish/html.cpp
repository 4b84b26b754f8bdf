#include "publish/html.h"

#include "base/utf8.h"
#include "publish/ui_text.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace tela::publish {

namespace {

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

// The language to mark a text with: none where several readers have the same words, each in their
// own language, which is that of the page.
std::string_view marked_language(const LocalText& text, std::size_t reader) {
  std::size_t own = 0;
  for (std::size_t i = 0; i < language_count; ++i) {
    if (text.text[i] != text.text[reader]) continue;
    if (text.language[i] != language_tags[i]) return text.language[reader];
    ++own;
  }
  return own > 1 ? std::string_view() : std::string_view(text.language[reader]);
}

bool same_form(const LocalText& text, std::size_t a, std::size_t b) {
  return text.text[a] == text.text[b] && marked_language(text, a) == marked_language(text, b);
}

// The readers from number `first` on for whom the text stands as for that one.
std::vector<std::size_t> readers_of(const LocalText& text, std::size_t first) {
  std::vector<std::size_t> readers;
  for (std::size_t i = first; i < language_count; ++i)
    if (same_form(text, first, i)) readers.push_back(i);
  return readers;
}

bool seen_before(const LocalText& text, std::size_t number) {
  for (std::size_t i = 0; i < number; ++i)
    if (same_form(text, i, number)) return true;
  return false;
}

// The start tag of a text for some readers; nothing when it needs none.
void append_start(std::string& out, std::string_view element,
                  const std::vector<std::size_t>& readers, std::string_view language) {
  (out += '<') += element;
  if (readers.size() < language_count) {
    out += " class=\"t";
    for (const std::size_t reader : readers) (out += ' ') += language_tags[reader];
    out += '"';
  }
  if (!language.empty()) {
    out += " lang=\"";
    append_html(out, language);
    out += '"';
  }
  out += '>';
}

} // namespace

bool is_forbidden_in_html(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c <= 0x9F) ||
         (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEU) == 0xFFFEU;
}

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
    out +=
        is_forbidden_in_html(c) ? std::string_view("\xEF\xBF\xBD") : text.substr(start, at - start);
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
  LocalText text;
  std::ranges::copy(phrase, text.text.begin());
  std::ranges::copy(language_tags, text.language.begin());
  append_local(out, text, element);
}

void append_title(std::string& out, std::string_view id,
                  const std::function<void(std::string&, std::size_t)>& append_text) {
  std::string english;
  append_text(english, 0);
  out += "<title";
  if (!id.empty()) ((out += " id=\"") += id) += '"';
  for (std::size_t i = 1; i < language_count; ++i) {
    std::string other;
    append_text(other, i);
    if (other != english) ((((out += " data-") += language_tags[i]) += "=\"") += other) += '"';
  }
  ((out += '>') += english) += "</title>";
}

void append_left_out(std::string& out, std::uint64_t count) {
  if (count == 0) return;
  out += "<p>" + std::to_string(count) + ' ';
  append_phrase(out, ui::more_links);
  out += "</p>";
}

void append_local(std::string& out, const LocalText& text, std::string_view element,
                  std::size_t limit) {
  append_local(out, text, element,
               [&](std::string& to, std::string_view form) { append_html_cut(to, form, limit); });
}

void append_local(std::string& out, const LocalText& text, std::string_view element,
                  const std::function<void(std::string&, std::string_view)>& append_form) {
  for (std::size_t i = 0; i < language_count; ++i) {
    if (seen_before(text, i)) continue;
    const std::vector<std::size_t> readers = readers_of(text, i);
    const std::string_view language = marked_language(text, i);
    if (readers.size() == language_count && language.empty()) {
      append_form(out, text.text[i]);
      return;
    }
    append_start(out, element, readers, language);
    append_form(out, text.text[i]);
    ((out += "</") += element) += '>';
  }
}

bool is_web_address(std::string_view iri) {
  return iri.starts_with("https://") || iri.starts_with("http://");
}

} // namespace tela::publish
