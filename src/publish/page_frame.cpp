#include "publish/page_frame.h"

#include "publish/html.h"
#include "publish/page_words.h"

namespace tela::publish {

namespace {

std::string title_text(const Frame& frame, std::size_t language) {
  constexpr std::size_t longest_title = 120;
  const Cut title = cut(frame.title.text[language], longest_title);
  std::string text(title.text);
  if (title.left_out > 0) text += "…";
  if (text != frame.site_name) (text += " · ") += frame.site_name;
  return text;
}

std::string all_tags() {
  std::string tags;
  for (const std::string_view tag : language_tags) (tags += tags.empty() ? "" : " ") += tag;
  return tags;
}

void write_meta(HtmlWriter& html, std::string_view name, std::string_view content) {
  html.single("meta", {{"name", name}, {"content", content}});
  html.line();
}

void write_property(HtmlWriter& html, std::string_view name, std::string_view content) {
  if (content.empty()) return;
  html.single("meta", {{"property", name}, {"content", content}});
  html.line();
}

// What search engines and messengers show of the page.
void write_preview(HtmlWriter& html, const Frame& frame) {
  constexpr std::size_t longest = 200; // as much as they show
  const std::string_view description = cut(frame.description.text[0], longest).text;
  if (!description.empty()) write_meta(html, "description", description);
  write_property(html, "og:title", cut(frame.title.text[0], longest).text);
  write_property(html, "og:description", description);
  write_property(html, "og:site_name", frame.site_name);
  write_property(html, "og:url", frame.canonical);
  if (frame.canonical.empty()) return;
  html.single("link", {{"rel", "canonical"}, {"href", frame.canonical}});
  html.line();
  for (const std::string_view tag : language_tags) {
    const std::string address = frame.canonical + "?lang=" + std::string(tag);
    html.single("link", {{"rel", "alternate"}, {"hreflang", tag}, {"href", address}});
    html.line();
  }
}

void write_assets(HtmlWriter& html, const Frame& frame) {
  const std::string assets = frame.root + "assets/";
  html.single("link", {{"rel", "stylesheet"}, {"href", assets + "style.css"}});
  html.line();
  html.element("noscript", {}, [&] {
    html.single("link", {{"rel", "stylesheet"}, {"href", assets + "noscript.css"}});
  });
  html.line();
  html.single("link", {{"rel", "icon"}, {"href", assets + "icon.svg"}});
  html.line();
  html.element("script", {{"src", assets + "site.js"}}, "");
  html.line();
}

void write_head(HtmlWriter& html, const Frame& frame) {
  html.single("meta", {{"charset", "utf-8"}});
  html.line();
  html.single("meta",
              {{"http-equiv", "Content-Security-Policy"}, {"content", content_security_policy}});
  html.line();
  write_meta(html, "viewport", "width=device-width, initial-scale=1");
  write_meta(html, "referrer", "no-referrer");
  write_title(html, "", [&](std::size_t language) { return title_text(frame, language); });
  html.line();
  write_preview(html, frame);
  write_assets(html, frame);
  if (!frame.turtle.empty()) {
    html.single("link", {{"rel", "alternate"}, {"type", "text/turtle"}, {"href", frame.turtle}});
    html.line();
  }
  if (frame.json_ld.empty()) return;
  html.json("application/ld+json", frame.json_ld);
  html.line();
}

void write_search_form(HtmlWriter& html, const Frame& frame) {
  html.element("form",
               {{"class", "find"},
                {"role", "search"},
                {"method", "get"},
                {"action", frame.root + "index.html"}},
               [&] {
                 write_word(html, "label", {{"for", "q"}}, "search");
                 html.single("input", {{"id", "q"},
                                       {"name", "q"},
                                       {"type", "search"},
                                       {"autocomplete", "off"},
                                       {"maxlength", "200"}});
                 write_word(html, "button", {{"type", "submit"}}, "search");
               });
  html.line();
}

// The language is in the address, so that who gets a link reads what its sender reads.
void write_languages(HtmlWriter& html) {
  html.element("nav", {{"class", "languages"}, {"aria-label", "Language, langue, idioma"}}, [&] {
    for (std::size_t i = 0; i < language_count; ++i) {
      const std::string_view tag = language_tags[i];
      html.element("a",
                   {{"href", "?lang=" + std::string(tag)},
                    {"data-language", tag},
                    {"hreflang", tag},
                    {"lang", tag}},
                   language_names()[i]);
    }
  });
  html.line();
}

void write_header(HtmlWriter& html, const Frame& frame) {
  html.element("header", {{"class", "top"}}, [&] {
    html.element("div", {{"class", "wide"}}, [&] {
      html.line();
      html.element("a", {{"class", "brand"}, {"href", frame.root + "index.html"}}, frame.site_name);
      html.line();
      write_search_form(html, frame);
      write_languages(html);
    });
  });
  html.line();
}

} // namespace

void begin_page(HtmlWriter& html, const Frame& frame) {
  html.doctype();
  html.begin("html", {{"lang", language_tags[0]}, {"data-languages", all_tags()}});
  html.line();
  html.element("head", {}, [&] {
    html.line();
    write_head(html, frame);
  });
  html.line();
  html.begin("body");
  html.line();
  write_word(html, "a", {{"class", "skip"}, {"href", "#main"}}, "skip");
  html.line();
  write_header(html, frame);
  html.begin("main", {{"id", "main"}, {"tabindex", "-1"}, {"class", "wide"}});
  html.line();
}

void end_page(HtmlWriter& html, const Frame& frame) {
  const auto item = [&](std::string_view file, WordKey key) {
    html.element("li", {}, [&] {
      write_word(html, "a", {{"href", frame.root + std::string(file)}}, key);
    });
  };
  html.element("template", {{"id", "filter-label"}}, [&] { write_word(html, "filter"); });
  html.end(); // main
  html.line();
  html.element("footer", {{"class", "wide"}}, [&] {
    html.element("nav", {{"aria-label", frame.site_name}}, [&] {
      html.element("ul", {}, [&] {
        item("index.html", "home");
        item("index.html#browse", "browse");
        item("index.html#downloads", "downloads");
        item("ontology.html", "ontology");
      });
    });
  });
  html.line();
  html.end(); // body
  html.line();
  html.end(); // html
  html.line();
}

} // namespace tela::publish
