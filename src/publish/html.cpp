#include "publish/html.h"

#include <array>
#include <utility>
#include <vector>

namespace tela::publish {

namespace {

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

template<std::size_t... Reader>
consteval auto title_attributes(std::index_sequence<Reader...> /*readers*/) {
  return std::array{MarkupName(language_attributes[Reader])...};
}

// The classes by which the style sheet shows a form to some readers alone.
std::string class_of(const std::vector<std::size_t>& readers) {
  std::string names = "t";
  for (const std::size_t reader : readers) (names += ' ') += language_tags[reader];
  return names;
}

} // namespace

void write_local(HtmlWriter& html, const LocalText& text, MarkupName element, std::size_t limit) {
  write_local(html, text, element,
              [&](HtmlWriter& to, std::string_view form) { to.text_cut(form, limit); });
}

void write_local(HtmlWriter& html, const LocalText& text, MarkupName element,
                 const WriteForm& write_form) {
  for (std::size_t i = 0; i < language_count; ++i) {
    if (seen_before(text, i)) continue;
    const std::vector<std::size_t> readers = readers_of(text, i);
    const std::string_view language = marked_language(text, i);
    if (readers.size() == language_count && language.empty()) return write_form(html, text.text[i]);
    const std::string shown_to = class_of(readers);
    std::vector<Attribute> attributes;
    if (readers.size() < language_count) attributes.push_back({"class", shown_to});
    if (!language.empty()) attributes.push_back({"lang", language});
    html.element(element, attributes, [&] { write_form(html, text.text[i]); });
  }
}

void write_phrase(HtmlWriter& html, const Phrase& phrase, MarkupName element) {
  write_local(html, local_text(phrase), element);
}

void write_word(HtmlWriter& html, WordKey key) {
  write_phrase(html, word(key));
}

void write_word(HtmlWriter& html, MarkupName element, Attributes attributes, WordKey key) {
  html.element(element, attributes, [&] { write_word(html, key); });
}

void write_title(HtmlWriter& html, std::string_view id,
                 const std::function<std::string(std::size_t)>& text) {
  constexpr auto places = title_attributes(std::make_index_sequence<language_count>());
  std::array<std::string, language_count> texts;
  std::vector<Attribute> attributes;
  if (!id.empty()) attributes.push_back({"id", id});
  for (std::size_t i = 0; i < language_count; ++i) {
    texts[i] = text(i);
    if (i > 0 && texts[i] != texts[0]) attributes.push_back({places[i], texts[i]});
  }
  html.element("title", attributes, texts[0]);
}

void write_left_out(HtmlWriter& html, std::uint64_t count) {
  if (count == 0) return;
  html.element("p", {}, [&] {
    html.text(std::to_string(count) + ' ');
    write_word(html, "more-links");
  });
}

bool is_web_address(std::string_view iri) {
  return iri.starts_with("https://") || iri.starts_with("http://");
}

} // namespace tela::publish
