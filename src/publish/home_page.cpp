#include "publish/home_page.h"

#include "publish/finding_list.h"
#include "publish/home_parts.h"
#include "publish/html.h"
#include "publish/page_frame.h"
#include "publish/page_words.h"
#include "publish/value_text.h"

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

void write_hidden(HtmlWriter& html, std::string_view id, WordKey key) {
  html.element("p", {{"id", id}, {"hidden", ""}}, [&] {
    write_word(html, key);
    html.text(" ");
    html.element("b", {}, "");
  });
  html.line();
}

// What search.js fills.
void write_search_results(HtmlWriter& html) {
  html.element(
      "section", {{"id", "results"}, {"hidden", ""}, {"aria-labelledby", "results-title"}}, [&] {
        write_word(html, "h2", {{"id", "results-title"}}, "results");
        html.element("p", {{"id", "results-count"}, {"role", "status"}}, [&] {
          write_word(html, "results-found");
          html.text(" ");
          html.element("b", {}, "");
        });
        write_hidden(html, "results-instead", "search-instead");
        write_hidden(html, "results-some", "search-some");
        write_hidden(html, "results-none", "search-advice");
        write_hidden(html, "results-server", "search-needs-server");
        html.element("div", {{"id", "results-facets"}, {"class", "narrow"}}, "");
        html.element("ul", {{"id", "results-list"}}, "");
        html.element("button", {{"type", "button"}, {"id", "results-more"}, {"hidden", ""}},
                     [&] { write_word(html, "more-results"); });
        const auto label = [&](std::string_view id, WordKey key) {
          html.element("template", {{"id", id}}, [&] { write_word(html, key); });
        };
        label("facet-kind", "kind-of-thing");
        label("facet-all", "all-values");
      });
  html.line();
  html.element("script", {{"src", "assets/search.js"}}, "");
  html.element("noscript", {}, [&] { write_word(html, "p", {}, "no-script-search"); });
  html.line();
}

void write_download_rows(HtmlWriter& html, const ReleaseFacts& facts, bool whole) {
  for (const Download& download : facts.downloads) {
    if (download.whole != whole) continue;
    html.element("tr", {}, [&] {
      html.element("th", {{"scope", "row"}}, [&] {
        html.element("a", {{"href", download.file.path}, {"download", ""}}, [&] {
          LocalText title = local_text({});
          for (std::size_t i = 0; i < language_count; ++i) title.text[i] = download.title(i);
          write_local(html, title);
        });
      });
      html.element("td", {{"class", "size"}}, size_text(download.file.bytes));
      html.element("td", {{"class", "sum"}},
                   [&] { html.element("code", {}, download.file.sha256.substr(0, 16) + "…"); });
    });
    html.line();
  }
}

void write_download_table(HtmlWriter& html, const ReleaseFacts& facts) {
  html.element("table", {}, [&] {
    html.element("thead", {}, [&] {
      html.element("tr", {}, [&] {
        write_word(html, "th", {{"scope", "col"}}, "format");
        write_word(html, "th", {{"scope", "col"}}, "size");
        html.element("th", {{"scope", "col"}, {"class", "sum"}}, "SHA-256");
      });
    });
    html.element("tbody", {}, [&] {
      html.line();
      write_download_rows(html, facts, true);
      write_download_rows(html, facts, false);
    });
  });
  html.line();
}

void write_downloads(HtmlWriter& html, const ReleaseFacts& facts) {
  write_heading(html, "downloads", "downloads");
  write_download_table(html, facts);
  const auto link = [&](std::string_view address, WordKey key) {
    html.element("li", {}, [&] { write_word(html, "a", {{"href", address}}, key); });
  };
  html.element("ul", {{"class", "plain"}}, [&] {
    html.element("li", {}, [&] {
      html.element("a", {{"href", "dcat.ttl"}}, "DCAT-AP");
      html.text(", ");
      html.element("a", {{"href", "void.ttl"}}, "VoID");
      html.text(": ");
      write_word(html, "description");
    });
    link("ontology.html", "ontology");
    link("SHA256SUMS", "sums");
    if (is_web_address(facts.options.endpoint))
      html.element("li", {}, [&] {
        write_word(html, "a", {{"rel", "external noopener"}, {"href", facts.options.endpoint}},
                   "endpoint");
      });
  });
  html.line();
}

void write_address(HtmlWriter& html, const std::string& address, const std::string& text) {
  if (is_web_address(address))
    html.element("a", {{"rel", "external noopener"}, {"href", address}}, text);
  else
    html.text(text);
}

template<class Value>
void write_fact(HtmlWriter& html, WordKey key, const Value& value) {
  write_word(html, "dt", {}, key);
  html.element("dd", {}, value);
  html.line();
}

void write_imprint(HtmlWriter& html, const ReleaseFacts& facts) {
  const ReleaseOptions& options = facts.options;
  write_heading(html, "about", "about");
  html.element("dl", {{"class", "facts"}}, [&] {
    html.line();
    write_fact(html, "licence", [&] { write_address(html, options.licence, options.licence); });
    write_fact(html, "publisher",
               [&] { write_address(html, options.publisher_iri, options.publisher); });
    write_fact(html, "released", options.date);
    write_fact(html, "statements", grouped(facts.statistics.quads));
  });
  html.line();
}

} // namespace

std::string home_page(const Site& site, const ReleaseFacts& facts, const Findings& findings,
                      const std::vector<KindList>& lists) {
  std::string out;
  HtmlWriter html(out);
  const ReleaseOptions& options = facts.options;
  const Frame frame{
      same_for_all(options.title), options.title, "", "dcat.ttl", {}, options.base_iri,
      local_text(word("lead"))};
  begin_page(html, frame);
  html.element("h1", {}, options.title);
  html.line();
  write_word(html, "p", {{"class", "lead"}}, "lead");
  html.line();
  write_examples(html);
  write_search_results(html);
  write_findings(html, site, findings);
  write_kinds(html, lists);
  write_downloads(html, facts);
  write_imprint(html, facts);
  end_page(html, frame);
  return out;
}

} // namespace tela::publish
