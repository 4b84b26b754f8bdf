#pragma once

#include "publish/html_writer.h"
#include "publish/language.h"
#include "publish/page_words.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

/// Texts that readers of several languages share a page for.
namespace tela::publish {

/// Writes one form of a text.
using WriteForm = std::function<void(HtmlWriter&, std::string_view)>;

/// Writes a text with fallback, marked with the language it is in, each form cut after `limit`
/// code points; the style sheet shows the reader's. What is the same for all readers stands once.
/// `element` is "span" in HTML, "tspan" in SVG.
void write_local(HtmlWriter& html, const LocalText& text, MarkupName element = "span",
                 std::size_t limit = 300);
/// The same, each form written by `write_form`.
void write_local(HtmlWriter& html, const LocalText& text, MarkupName element,
                 const WriteForm& write_form);

/// Writes words in all languages.
void write_phrase(HtmlWriter& html, const Phrase& phrase, MarkupName element = "span");
/// Writes the words of a key of data/words.
void write_word(HtmlWriter& html, WordKey key);
/// An element that holds the words of a key: <h2 id="facts">…</h2>.
void write_word(HtmlWriter& html, MarkupName element, Attributes attributes, WordKey key);

/// Writes a <title> of HTML or SVG, which takes text alone: in the first language, with the others
/// beside it for site.js to choose from. `text(language)` gives the text; `id` may be empty.
void write_title(HtmlWriter& html, std::string_view id,
                 const std::function<std::string(std::size_t)>& text);

/// Writes a paragraph that says how many more things are not listed; nothing for 0.
void write_left_out(HtmlWriter& html, std::uint64_t count);

/// Whether a page may link to an IRI of the data: true for http and https only.
[[nodiscard]] bool is_web_address(std::string_view iri);

} // namespace tela::publish
