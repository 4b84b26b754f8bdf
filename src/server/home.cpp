#include "server/home.h"

#include "engine/query_library.h"
#include "publish/html.h"

namespace tela::server {

namespace {

constexpr std::string_view head =
    "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Tela</title>"
    "<meta name=\"viewport\" content=\"width=device-width\">"
    "<link rel=\"stylesheet\" href=\"style.css\"></head><body><main>\n<h1>Tela</h1>\n";

void append_question(std::string& out, const engine::SavedQuery& query) {
  out += "<li><a href=\"q/" + query.name + ".html\">";
  publish::append_html(out, query.summary);
  out += "</a> (<a href=\"q/" + query.name + ".csv\">CSV</a>)</li>\n";
}

} // namespace

std::string home_page(const OpenStore& store) {
  const auto& counts = store.database.store().counts();
  std::string out(head);
  out += "<p>" + std::to_string(counts.triples) +
         " statements on projects, states and regional processes of "
         "migration governance.</p>\n<p><a href=\"workbench\">Workbench: find, ask, see and take "
         "home</a></p>\n<h2>Ask</h2>\n"
         "<form action=\"sparql\" method=\"get\"><label for=\"query\">A query in SPARQL</label>"
         "<textarea id=\"query\" name=\"query\" rows=\"8\" cols=\"70\">SELECT ?state ?name { "
         "?state a tela:State ; "
         "rdfs:label ?name FILTER(LANG(?name) = \"en\") } LIMIT 20</textarea>"
         "<input type=\"hidden\" name=\"format\" value=\"html\"><button>Ask</button></form>\n"
         "<h2>Questions</h2>\n<ul>\n";
  for (const auto& query : engine::load_query_library()) append_question(out, query);
  out += "</ul>\n<h2>For programs</h2>\n<p><a href=\"openapi.json\">Addresses</a>, "
         "<a href=\"sparql\">service description</a>, <a href=\"ontology.html\">ontology</a></p>\n";
  return out += "</main></body></html>\n";
}

} // namespace tela::server
