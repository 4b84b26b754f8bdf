#include "publish/page_frame.h"

#include "base/utf8.h"
#include "publish/html.h"
#include "publish/ui_text.h"

#include <algorithm>

namespace tela::publish {

namespace {

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

// JSON inside <script>: nothing in it may end the element or open a comment, and what HTML forbids
// is escaped. Between its strings JSON has none of these characters but the line's end.
void append_json_ld(std::string& out, std::string_view json) {
  out += "<script type=\"application/ld+json\">";
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t start = at;
    const char32_t c = base::next_code_point(json, at);
    if (c == '<' || is_forbidden_in_html(c))
      append_json_escape(out, c);
    else
      out += json.substr(start, at - start);
  }
  out += "</script>\n";
}

void append_link(std::string& out, const Frame& frame, std::string_view element,
                 std::string_view file) {
  ((out += element) += frame.root) += file;
}

void append_title_text(std::string& out, const Frame& frame, std::size_t language) {
  constexpr std::size_t longest_title = 120;
  append_html_cut(out, frame.title.text[language], longest_title);
  out += " · ";
  append_html(out, frame.site_name);
}

void begin_head(std::string& out, const Frame& frame) {
  out += "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"";
  out += content_security_policy;
  out += "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n";
  append_title(out, "", [&](std::string& text, std::size_t language) {
    append_title_text(text, frame, language);
  });
  out += '\n';
  append_link(out, frame, "<link rel=\"stylesheet\" href=\"", "assets/style.css\">\n");
  append_link(out, frame, "<noscript><link rel=\"stylesheet\" href=\"",
              "assets/noscript.css\"></noscript>\n");
  append_link(out, frame, "<link rel=\"icon\" href=\"", "assets/icon.svg\">\n");
  append_link(out, frame, "<script src=\"", "assets/site.js\"></script>\n");
}

void append_header(std::string& out, const Frame& frame) {
  out += "<header class=\"top\"><div class=\"wide\">\n";
  append_link(out, frame, "<a class=\"brand\" href=\"", "index.html\">");
  append_html(out, frame.site_name);
  append_link(out, frame, "</a>\n<form class=\"find\" role=\"search\" method=\"get\" action=\"",
              "index.html\"><label for=\"q\">");
  append_phrase(out, ui::search);
  out += "</label><input id=\"q\" name=\"q\" type=\"search\" autocomplete=\"off\" "
         "maxlength=\"200\"><button type=\"submit\">";
  append_phrase(out, ui::search);
  out += "</button></form>\n<div class=\"languages\" role=\"group\" aria-label=\"Language, langue, "
         "idioma\">";
  for (std::size_t i = 0; i < language_count; ++i) {
    const std::string_view tag = language_tags[i];
    ((((out += "<button type=\"button\" data-language=\"") += tag) += "\" lang=\"") += tag) +=
        "\">";
    (out += language_names[i]) += "</button>";
  }
  out += "</div>\n</div></header>\n";
}

} // namespace

void begin_page(std::string& out, const Frame& frame) {
  begin_head(out, frame);
  if (!frame.turtle.empty()) {
    out += "<link rel=\"alternate\" type=\"text/turtle\" href=\"";
    append_html(out, frame.turtle);
    out += "\">\n";
  }
  if (!frame.json_ld.empty()) append_json_ld(out, frame.json_ld);
  out += "</head>\n<body>\n<a class=\"skip\" href=\"#main\">";
  append_phrase(out, ui::skip);
  out += "</a>\n";
  append_header(out, frame);
  out += "<main id=\"main\" tabindex=\"-1\" class=\"wide\">\n";
}

void end_page(std::string& out, const Frame& frame) {
  out += "</main>\n<footer class=\"wide\"><nav aria-label=\"";
  append_html(out, frame.site_name);
  out += "\"><ul>";
  const auto item = [&](std::string_view file, const Phrase& phrase) {
    append_link(out, frame, "<li><a href=\"", file);
    out += "\">";
    append_phrase(out, phrase);
    out += "</a></li>";
  };
  item("index.html", ui::home);
  item("index.html#browse", ui::browse);
  item("index.html#downloads", ui::downloads);
  item("ontology.html", ui::ontology);
  out += "</ul></nav></footer>\n</body>\n</html>\n";
}

} // namespace tela::publish
