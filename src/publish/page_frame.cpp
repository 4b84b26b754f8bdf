#include "publish/page_frame.h"

#include "publish/html.h"
#include "publish/ui_text.h"

#include <algorithm>

namespace tela::publish {

namespace {

// JSON inside <script>: nothing in it may end the element or open a comment.
void append_json_ld(std::string& out, std::string_view json) {
  out += "<script type=\"application/ld+json\">";
  for (const char c : json)
    if (c == '<')
      out += "\\u003c";
    else
      out += c;
  out += "</script>\n";
}

void append_link(std::string& out, const Frame& frame, std::string_view element,
                 std::string_view file) {
  ((out += element) += frame.root) += file;
}

void begin_head(std::string& out, const Frame& frame) {
  out += "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"";
  out += content_security_policy;
  out += "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n<title>";
  constexpr std::size_t longest_title = 120;
  append_html_cut(out, frame.title.text[0], longest_title);
  out += " · ";
  append_html(out, frame.site_name);
  append_link(out, frame, "</title>\n<link rel=\"stylesheet\" href=\"", "assets/style.css\">\n");
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
