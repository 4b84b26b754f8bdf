#include "server/service_description.h"

#include "rdf/namespaces.h"
#include "rdf/term.h"
#include "redland/writer.h"
#include "server/result_format.h"
#include "server/validator.h"

#include <array>

namespace tela::server {

namespace {

constexpr std::string_view sd = "http://www.w3.org/ns/sparql-service-description#";
constexpr std::string_view formats = "http://www.w3.org/ns/formats/";
constexpr std::string_view void_ns = "http://rdfs.org/ns/void#";
constexpr std::array<std::string_view, 8> result_formats{"SPARQL_Results_JSON",
                                                         "SPARQL_Results_XML",
                                                         "SPARQL_Results_CSV",
                                                         "SPARQL_Results_TSV",
                                                         "Turtle",
                                                         "N-Triples",
                                                         "RDF_XML",
                                                         "JSON-LD"};

class Description {
 public:
  explicit Description(rdf::QuadSink& sink) : sink_(sink) {}

  void say(const rdf::Term& subject, std::string_view predicate, const rdf::Term& object) {
    sink_.quad(rdf::view(rdf::Quad{subject, rdf::iri(predicate), object, {}}));
  }
  void say(const rdf::Term& subject, std::string_view space, std::string_view name,
           const rdf::Term& object) {
    say(subject, std::string(space) + std::string(name), object);
  }

 private:
  rdf::QuadSink& sink_;
};

rdf::Term term(std::string_view space, std::string_view name) {
  return rdf::iri(std::string(space) + std::string(name));
}

void describe(const std::string& endpoint, const store::Counts& counts, rdf::QuadSink& sink) {
  Description out(sink);
  const std::string_view type = rdf::rdf_type;
  const rdf::Term service = rdf::iri(endpoint), dataset = rdf::blank("dataset"),
                  graph = rdf::blank("graph");
  out.say(service, type, term(sd, "Service"));
  out.say(service, sd, "endpoint", service);
  out.say(service, sd, "supportedLanguage", term(sd, "SPARQL11Query"));
  out.say(service, sd, "feature", term(sd, "UnionDefaultGraph"));
  for (const std::string_view format : result_formats)
    out.say(service, sd, "resultFormat", term(formats, format));
  out.say(service, sd, "defaultDataset", dataset);
  out.say(dataset, type, term(sd, "Dataset"));
  out.say(dataset, sd, "defaultGraph", graph);
  out.say(graph, type, term(sd, "Graph"));
  out.say(graph, void_ns, "triples",
          rdf::literal(std::to_string(counts.triples), rdf::xsd::integer));
}

} // namespace

void send_service_description(const ServiceParts& parts, const OpenStore& store, Answer& answer) {
  const redland::Syntax syntax = graph_syntax(answer.request());
  const std::string type = content_type(redland::info(syntax).media_type);
  answer_once(parts, answer, Repeatable::yes, store.version, type, [&](ResponseHead head) {
    answer.start(std::move(head));
    const auto writer = redland::make_writer(
        syntax, [&](std::string_view bytes) { answer.write(bytes); }, {rdf::PrefixMap::standard()});
    describe(parts.settings.public_url + "sparql", store.database.store().counts(), *writer);
    writer->finish();
  });
}

} // namespace tela::server
