#pragma once

#include "publish/language.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace tela::publish {

/// Whether HTML cannot hold the character, even escaped: controls but tab and newline, and
/// noncharacters.
[[nodiscard]] bool is_forbidden_in_html(char32_t c);

/// Appends `text` escaped for HTML content and double-quoted attributes. Forbidden
/// characters become U+FFFD. REQUIRES: UTF-8.
void append_html(std::string& out, std::string_view text);

/// The first `limit` code points of `text`, and how many bytes they leave out.
struct Cut {
  std::string_view text;
  std::size_t left_out = 0;
};
[[nodiscard]] Cut cut(std::string_view text, std::size_t limit);

/// Appends `text`, escaped and cut after `limit` code points, with "…" where it was cut.
void append_html_cut(std::string& out, std::string_view text, std::size_t limit);

/// Appends words in all three languages; the style sheet shows the reader's. `element` is "span" in
/// HTML, "tspan" in SVG.
void append_phrase(std::string& out, const Phrase& phrase, std::string_view element = "span");

/// Appends a <title> of HTML or SVG, which takes text alone: in English, with the other languages
/// beside it for site.js to choose from. `append_text(out, language)` appends the text as HTML;
/// `id` may be empty.
void append_title(std::string& out, std::string_view id,
                  const std::function<void(std::string&, std::size_t)>& append_text);

/// Appends a paragraph that says how many more things are not listed; nothing for 0.
void append_left_out(std::string& out, std::uint64_t count);

/// Appends a text with fallback, marked with the language it is in, each form cut after `limit`
/// code points. What is the same for all readers stands once.
void append_local(std::string& out, const LocalText& text, std::string_view element = "span",
                  std::size_t limit = 300);
/// The same, each form written by `append_form`.
void append_local(std::string& out, const LocalText& text, std::string_view element,
                  const std::function<void(std::string&, std::string_view)>& append_form);

/// " hreflang"-safe link target for an IRI of the data: true for http and https only, the schemes
/// that a page links to.
[[nodiscard]] bool is_web_address(std::string_view iri);

} // namespace tela::publish
