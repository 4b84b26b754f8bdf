#include "server/openapi.h"

#include "base/json.h"

#include <array>

namespace tela::server {

namespace {

class Document {
 public:
  explicit Document(std::string& out) : json_(out) {}

  void write(const std::vector<engine::SavedQuery>& library, const std::string& public_url) {
    json_.begin_object().field("openapi", "3.1.0").key("info").begin_object();
    json_.field("title", "Tela").field("version", TELA_VERSION).end_object();
    json_.key("servers")
        .begin_array()
        .begin_object()
        .field("url", public_url)
        .end_object()
        .end_array();
    json_.key("paths").begin_object();
    for (const engine::SavedQuery& query : library) library_path(query);
    fixed_paths();
    json_.end_object().end_object();
  }

 private:
  struct Parameter {
    std::string_view name, description, place = "query", standard = {};
  };

  void begin_path(std::string_view path, std::string_view summary,
                  std::string_view description = {}) {
    json_.key(path).begin_object().key("get").begin_object().field("summary", summary);
    if (!description.empty()) json_.field("description", description);
    json_.key("parameters").begin_array();
  }
  void parameter(const Parameter& one) {
    json_.begin_object().field("name", one.name).field("in", one.place);
    json_.field("required", one.place == "path").field("description", one.description);
    json_.key("schema").begin_object().field("type", "string");
    if (!one.standard.empty()) json_.field("default", one.standard);
    json_.end_object().end_object();
  }
  void end_path() {
    json_.end_array().key("responses").begin_object();
    for (const auto& [status, text] : std::array<std::pair<const char*, const char*>, 3>{
             {{"200", "The answer"},
              {"400", "What is wrong with the request"},
              {"503", "A limit ended it"}}})
      json_.key(status).begin_object().field("description", text).end_object();
    json_.end_object().end_object().end_object();
  }

  void library_path(const engine::SavedQuery& query) {
    begin_path("/q/" + query.name + ".{form}", query.summary, query.description);
    parameter({"form", "csv, tsv, json, xml, html, geojson or parquet", "path", "csv"});
    for (const auto& one : query.parameters)
      parameter({one.name, one.description, "query", one.value});
    end_path();
  }

  void fixed_paths() {
    begin_path("/sparql", "SPARQL 1.1 query");
    parameter({"query", "The text of the query"});
    end_path();
    begin_path("/graph/{kind}.{form}", "A network of states, projects, processes or organisations");
    parameter({"kind", "states, projects, processes or organisations", "path"});
    parameter(
        {"form", "graphml, gexf, dot, json, cyjs, csv, parquet, geojson, svg or png", "path"});
    parameter({"by", "What ties them, parted by commas"});
    parameter({"ego", "Only what is near this one: HN"});
    end_path();
    begin_path("/why/{first}/{second}.json", "What ties two states, with the evidence");
    parameter({"first", "A state: HN", "path"});
    parameter({"second", "Another", "path"});
    end_path();
    names_paths();
    begin_path("/health", "Whether the service works");
    end_path();
  }

  void names_paths() {
    begin_path("/api/1/search", "Things by their names, slips forgiven");
    parameter({"text", "A name, an acronym, a code, or how one begins"});
    parameter({"type", "A class: state, project, or an IRI"});
    parameter({"lang", "The language of names: en, fr, es", "query", "en"});
    parameter({"limit", "How many at most, up to 50", "query", "10"});
    end_path();
    begin_path("/api/1/vocabulary", "Prefixes, classes and properties, counted");
    parameter({"lang", "The language of names: en, fr, es", "query", "en"});
    parameter({"class", "Only the properties of its instances: an IRI"});
    end_path();
    begin_path("/api/1/ties", "How many others each relation ties a thing to");
    parameter({"of", "The thing: an IRI"});
    parameter({"where", "period=2010..2015 and its like"});
    end_path();
    begin_path("/api/1/check",
               "Whether a query is well-formed: its plan, or the place of the fault");
    parameter({"query", "The text of the query"});
    end_path();
  }

  base::JsonWriter json_;
};

} // namespace

std::string openapi(const std::vector<engine::SavedQuery>& library, const std::string& public_url) {
  std::string out;
  Document(out).write(library, public_url);
  return out += '\n';
}

} // namespace tela::server
