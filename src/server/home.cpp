#include "server/home.h"

#include "publish/home_parts.h"
#include "publish/html.h"
#include "publish/page_frame.h"
#include "publish/thing_link.h"

namespace tela::server {

namespace {

using publish::HtmlWriter;

constexpr std::size_t most_results = 60;

publish::Frame frame_of(publish::LocalText title) {
  return {std::move(title), site_name, ""};
}

void write_question(HtmlWriter& html, const engine::SavedQuery& query) {
  html.element("li", {{"lang", "en"}}, [&] {
    html.element("a", {{"href", "q/" + query.name + ".html"}}, query.summary);
    html.text(" ");
    html.element("span", {{"class", "of"}}, [&] {
      html.element("a", {{"href", "q/" + query.name + ".csv"}}, "CSV");
    });
  });
  html.line();
}

void write_questions(HtmlWriter& html, const std::vector<engine::SavedQuery>& library) {
  publish::write_heading(html, "questions", "questions");
  html.element("ul", {{"class", "links"}}, [&] {
    html.line();
    for (const engine::SavedQuery& query : library) write_question(html, query);
  });
  html.line();
}

void write_query_form(HtmlWriter& html) {
  publish::write_heading(html, "ask", "own-query");
  html.element("form", {{"class", "ask"}, {"action", "sparql"}, {"method", "get"}}, [&] {
    publish::write_word(html, "label", {{"for", "query"}}, "own-query");
    html.element("textarea",
                 {{"id", "query"}, {"name", "query"}, {"rows", "8"}, {"spellcheck", "false"}},
                 "SELECT ?state ?name {\n  ?state a tela:State ; rdfs:label ?name\n"
                 "  FILTER(LANG(?name) = \"en\")\n} ORDER BY ?name LIMIT 20");
    html.single("input", {{"type", "hidden"}, {"name", "format"}, {"value", "html"}});
    publish::write_word(html, "button", {{"type", "submit"}}, "ask");
  });
  html.line();
}

void write_programs(HtmlWriter& html) {
  const auto link = [&](std::string_view address, publish::WordKey key) {
    html.element("li", {}, [&] { publish::write_word(html, "a", {{"href", address}}, key); });
  };
  publish::write_heading(html, "downloads", "for-programs");
  html.element("ul", {{"class", "plain"}}, [&] {
    link("workbench", "workbench");
    link("openapi.json", "addresses");
    html.element("li", {}, [&] { html.element("a", {{"href", "sparql"}}, "SPARQL"); });
    link("ontology.html", "ontology");
  });
  html.line();
}

void write_hit(HtmlWriter& html, const publish::Links& page, rdf::Id thing) {
  html.element("li", {}, [&] {
    publish::write_link(html, page, thing);
    html.text(" ");
    html.element("span", {{"class", "of"}}, [&] {
      const std::size_t subject = page.site.pages().subject_number(thing);
      publish::write_local(html, page.naming.kind_name(page.site.kinds().of(subject)));
    });
  });
  html.line();
}

std::vector<search::Hit> hits_of(const publish::PageTable& pages, const SearchableStore& names,
                                 const std::string& words) {
  return names.index.find(words, most_results, [&](rdf::Id thing) {
    const std::size_t subject = pages.subject_number(thing);
    return subject < pages.subjects().size() && pages.page_of(subject) != publish::no_page;
  });
}

} // namespace

std::string home_page(const SiteOfStore& site, const std::vector<engine::SavedQuery>& library) {
  std::string out;
  HtmlWriter html(out);
  const publish::Frame frame = frame_of(publish::same_for_all(site_name));
  publish::begin_page(html, frame);
  html.element("h1", {}, site_name);
  html.line();
  publish::write_word(html, "p", {{"class", "lead"}}, "lead");
  html.line();
  publish::write_examples(html);
  publish::write_kinds(html, site.lists.all());
  write_questions(html, library);
  write_query_form(html);
  write_programs(html);
  publish::end_page(html, frame);
  return out;
}

std::string search_page(const SiteOfStore& site, const SearchableStore& names,
                        const std::string& words) {
  std::string out;
  HtmlWriter html(out);
  const publish::Frame frame = frame_of(publish::same_for_all(words));
  publish::begin_page(html, frame);
  publish::write_word(html, "h1", {}, "results");
  html.line();
  html.element("p", {}, words);
  html.line();
  const auto hits = hits_of(site.site.pages(), names, words);
  publish::Naming naming(site.site);
  const publish::Links page{site.site, naming, ""};
  html.element("ul", {{"class", "links"}}, [&] {
    html.line();
    for (const search::Hit& hit : hits) write_hit(html, page, hit.thing);
  });
  html.line();
  if (hits.empty()) {
    publish::write_word(html, "p", {}, "nothing-found");
    publish::write_word(html, "p", {}, "search-advice");
  }
  publish::end_page(html, frame);
  return out;
}

} // namespace tela::server
