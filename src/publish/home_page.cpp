#include "publish/home_page.h"

#include "publish/home_parts.h"
#include "publish/html.h"
#include "publish/page_frame.h"
#include "publish/ui_text.h"

#include <algorithm>

namespace tela::publish {

namespace {

std::string size_text(std::uint64_t bytes) {
  constexpr std::uint64_t kilo = 1000;
  constexpr std::uint64_t tenth = kilo * kilo / 10; // of a megabyte
  if (bytes < kilo) return std::to_string(bytes) + " B";
  if (bytes < kilo * kilo) return std::to_string((bytes + kilo / 2) / kilo) + " kB";
  if (bytes >= 100 * kilo * kilo) return grouped(bytes / (kilo * kilo)) + " MB";
  const std::uint64_t tenths = (bytes + tenth / 2) / tenth;
  return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) + " MB";
}

void append_search(std::string& out) {
  out += "<section id=\"results\" hidden aria-live=\"polite\" aria-labelledby=\"results-title\">"
         "<h2 id=\"results-title\">";
  append_phrase(out, ui::results);
  out +=
      "</h2><p id=\"results-count\"></p><ul class=\"links\" id=\"results-list\"></ul></section>\n"
      "<noscript><p>";
  append_phrase(out, ui::no_script_search);
  out += "</p></noscript>\n";
}

void append_download_rows(std::string& out, const ReleaseFacts& facts, bool whole) {
  for (const Download& download : facts.downloads) {
    if (download.whole != whole) continue;
    out += "<tr><th scope=\"row\"><a href=\"" + download.file.path + "\" download>";
    LocalText title;
    for (std::size_t i = 0; i < language_count; ++i) {
      title.text[i] = download.title(i);
      title.language[i] = language_tags[i];
    }
    append_local(out, title);
    out += "</a></th><td class=\"size\">" + size_text(download.file.bytes) +
           "</td><td class=\"sum\"><code>" + download.file.sha256.substr(0, 16) +
           "…</code></td></tr>\n";
  }
}

void append_downloads(std::string& out, const ReleaseFacts& facts) {
  append_heading(out, "downloads", ui::downloads);
  out += "<table><thead><tr><th scope=\"col\">";
  append_phrase(out, ui::format);
  out += "</th><th scope=\"col\">";
  append_phrase(out, ui::size);
  out += "</th><th scope=\"col\" class=\"sum\">SHA-256</th></tr></thead><tbody>\n";
  append_download_rows(out, facts, true);
  append_download_rows(out, facts, false);
  out += "</tbody></table>\n<ul class=\"plain\"><li><a href=\"dcat.ttl\">DCAT-AP</a>, "
         "<a href=\"void.ttl\">VoID</a>: ";
  append_phrase(out, ui::description);
  out += "</li><li><a href=\"ontology.html\">";
  append_phrase(out, ui::ontology);
  out += "</a></li><li><a href=\"SHA256SUMS\">";
  append_phrase(out, ui::sums);
  out += "</a></li>";
  if (is_web_address(facts.options.endpoint)) {
    out += "<li><a rel=\"external noopener\" href=\"";
    append_html(out, facts.options.endpoint);
    out += "\">";
    append_phrase(out, ui::endpoint);
    out += "</a></li>";
  }
  out += "</ul>\n";
}

void append_fact(std::string& out, const Phrase& phrase, const std::string& value) {
  out += "<dt>";
  append_phrase(out, phrase);
  out += "</dt><dd>" + value + "</dd>\n";
}

std::string linked(const std::string& address, const std::string& text) {
  std::string out;
  if (is_web_address(address)) {
    out += "<a rel=\"external noopener\" href=\"";
    append_html(out, address);
    out += "\">";
    append_html(out, text);
    return out += "</a>";
  }
  append_html(out, text);
  return out;
}

void append_imprint(std::string& out, const ReleaseFacts& facts) {
  append_heading(out, "about", ui::about);
  out += "<dl class=\"facts\">\n";
  append_fact(out, ui::licence, linked(facts.options.licence, facts.options.licence));
  append_fact(out, ui::publisher, linked(facts.options.publisher_iri, facts.options.publisher));
  append_fact(out, ui::released, facts.options.date);
  append_fact(out, ui::statements, grouped(facts.statistics.quads));
  out += "</dl>\n";
}

} // namespace

std::string home_page(const ReleaseFacts& facts, const std::vector<KindList>& lists) {
  std::string out;
  const Frame frame{same_for_all(facts.options.title), facts.options.title, "", "dcat.ttl", {}};
  begin_page(out, frame);
  out += "<h1>";
  append_html(out, facts.options.title);
  out += "</h1>\n<p class=\"lead\">";
  append_phrase(out, ui::lead);
  out += "</p>\n";
  append_search(out);
  append_kinds(out, lists);
  append_downloads(out, facts);
  append_imprint(out, facts);
  end_page(out, frame);
  return out;
}

} // namespace tela::publish
