#include "server/home.h"

#include "publish/home_parts.h"
#include "publish/html.h"
#include "publish/page_frame.h"
#include "publish/ui_text.h"

namespace tela::server {

namespace {

namespace ui = publish::ui;

constexpr std::size_t most_results = 60;
constexpr publish::Phrase questions{"Questions", "Questions", "Preguntas"};
constexpr publish::Phrase own_query{"Ask in SPARQL", "Interroger en SPARQL", "Preguntar en SPARQL"};
constexpr publish::Phrase ask{"Ask", "Envoyer", "Enviar"};
constexpr publish::Phrase for_programs{"For programs", "Pour les programmes", "Para programas"};
constexpr publish::Phrase workbench{"Workbench: find, ask, see and take home",
                                    "Établi : trouver, interroger, voir et emporter",
                                    "Taller: buscar, preguntar, ver y llevar"};
constexpr publish::Phrase addresses{"Addresses", "Adresses", "Direcciones"};
constexpr publish::Phrase nothing{"Nothing has such a name.", "Rien ne porte un tel nom.",
                                  "Nada lleva tal nombre."};

publish::Frame frame_of(publish::LocalText title) {
  return {std::move(title), site_name, "", {}, {}};
}

void append_question(std::string& out, const engine::SavedQuery& query) {
  out += "<li lang=\"en\"><a href=\"q/" + query.name + ".html\">";
  publish::append_html(out, query.summary);
  out += "</a> <span class=\"of\"><a href=\"q/" + query.name + ".csv\">CSV</a></span></li>\n";
}

void append_query_form(std::string& out) {
  publish::append_heading(out, "ask", own_query);
  out += "<form class=\"ask\" action=\"sparql\" method=\"get\"><label for=\"query\">";
  publish::append_phrase(out, own_query);
  out += "</label><textarea id=\"query\" name=\"query\" rows=\"8\" spellcheck=\"false\">"
         "SELECT ?state ?name {\n  ?state a tela:State ; rdfs:label ?name\n"
         "  FILTER(LANG(?name) = \"en\")\n} ORDER BY ?name LIMIT 20</textarea>"
         "<input type=\"hidden\" name=\"format\" value=\"html\"><button type=\"submit\">";
  publish::append_phrase(out, ask);
  out += "</button></form>\n";
}

void append_link(std::string& out, const char* address, const publish::Phrase& phrase) {
  out.append("<li><a href=\"").append(address).append("\">");
  publish::append_phrase(out, phrase);
  out += "</a></li>";
}

void append_programs(std::string& out) {
  publish::append_heading(out, "downloads", for_programs);
  out += "<ul class=\"plain\">";
  append_link(out, "workbench", workbench);
  append_link(out, "openapi.json", addresses);
  append_link(out, "sparql", {"SPARQL", "SPARQL", "SPARQL"});
  append_link(out, "ontology.html", ui::ontology);
  out += "</ul>\n";
}

void append_hit(std::string& out, publish::Naming& naming, const SiteOfStore& site, rdf::Id thing) {
  out += "<li><a href=\"";
  publish::append_html(out, naming.address(thing));
  out += "\">";
  publish::append_local(out, naming.name(thing));
  out += "</a> <span class=\"of\">";
  const auto kind = site.site.kinds().of(site.site.pages().subject_number(thing));
  publish::append_local(out, naming.kind_name(kind));
  out += "</span></li>\n";
}

} // namespace

std::string home_page(const SiteOfStore& site, const std::vector<engine::SavedQuery>& library) {
  std::string out;
  const publish::Frame frame = frame_of(publish::same_for_all(site_name));
  publish::begin_page(out, frame);
  out += "<h1>";
  out += site_name;
  out += "</h1>\n<p class=\"lead\">";
  publish::append_phrase(out, ui::lead);
  out += "</p>\n";
  publish::append_kinds(out, site.lists.all());
  publish::append_heading(out, "questions", questions);
  out += "<ul class=\"links\">\n";
  for (const engine::SavedQuery& query : library) append_question(out, query);
  out += "</ul>\n";
  append_query_form(out);
  append_programs(out);
  publish::end_page(out, frame);
  return out;
}

std::string search_page(const SiteOfStore& site, const SearchableStore& names,
                        const std::string& words) {
  std::string out;
  const publish::Frame frame = frame_of(publish::same_for_all(words));
  publish::begin_page(out, frame);
  out += "<h1>";
  publish::append_phrase(out, ui::results);
  out += "</h1>\n<p>";
  publish::append_html(out, words);
  out += "</p>\n<ul class=\"links\">\n";
  const publish::PageTable& pages = site.site.pages();
  const auto has_page = [&](rdf::Id thing) {
    const std::size_t subject = pages.subject_number(thing);
    return subject < pages.subjects().size() && pages.page_of(subject) != publish::no_page;
  };
  const auto hits = names.index.find(words, most_results, has_page);
  publish::Naming naming(site.site);
  for (const search::Hit& hit : hits) append_hit(out, naming, site, hit.thing);
  out += "</ul>\n";
  if (hits.empty()) {
    out += "<p>";
    publish::append_phrase(out, nothing);
    out += "</p>\n";
  }
  publish::end_page(out, frame);
  return out;
}

} // namespace tela::server
