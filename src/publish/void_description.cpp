#include "publish/catalogue_terms.h"
#include "publish/description.h"
#include "publish/statement_writer.h"

#include <algorithm>
#include <array>
#include <set>

namespace tela::publish {

namespace {

using namespace terms; // NOLINT(google-build-using-namespace): its names are terms

// The namespaces of all properties and classes.
std::set<std::string> vocabularies(const Statistics& statistics) {
  std::set<std::string> result;
  for (const auto* list : {&statistics.properties, &statistics.classes})
    for (const Partition& partition : *list)
      if (const auto end = partition.iri.find_last_of("/#"); end != std::string::npos)
        result.insert(partition.iri.substr(0, end + 1));
  return result;
}

void partitions(StatementWriter& write, const std::string& dataset, std::string_view kind,
                const std::vector<Partition>& list) {
  const bool classes = kind == "class";
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string name = dataset + '-' + std::string(kind) + '-' + std::to_string(i + 1);
    write.again(dataset).link(void_term(std::string(kind) + "Partition"), name);
    write.about(name, void_term("Dataset")).link(void_term(kind), list[i].iri);
    write.number(void_term(classes ? "entities" : "triples"), list[i].count);
  }
}

void counts(StatementWriter& write, const ReleaseFacts& facts) {
  const Statistics& statistics = facts.statistics;
  write.number(void_term("triples"), statistics.triples)
      .number(void_term("entities"), statistics.entities);
  write.number(void_term("distinctSubjects"), statistics.distinct_subjects);
  write.number(void_term("distinctObjects"), statistics.distinct_objects);
  write.number(void_term("classes"), statistics.classes.size());
  write.number(void_term("properties"), statistics.properties.size());
  write.number(void_term("documents"), facts.pages);
}

} // namespace

void push_void(const ReleaseFacts& facts, rdf::QuadSink& sink) {
  const ReleaseOptions& options = facts.options;
  const std::string dataset = options.base_iri + "dcat#dataset";
  StatementWriter write(sink);
  write.about(options.base_iri + "void.ttl", void_term("DatasetDescription"));
  write.link(foaf("topic"), dataset).link(foaf("primaryTopic"), dataset);
  write.about(dataset, void_term("Dataset")).value(dct("title"), options.title);
  write.link(dct("license"), options.licence).value(dct("issued"), options.date, xsd("date"));
  write.link(foaf("homepage"), options.base_iri).value(void_term("uriSpace"), options.base_iri);
  counts(write, facts);
  for (const Download& download : facts.downloads)
    if (download.whole) write.link(void_term("dataDump"), options.base_iri + download.file.path);
  for (const std::string_view form : {"N-Quads", "TriG", "Turtle", "RDF_XML", "JSON-LD"})
    write.link(void_term("feature"), "http://www.w3.org/ns/formats/" + std::string(form));
  for (const std::string& vocabulary : vocabularies(facts.statistics))
    write.link(void_term("vocabulary"), vocabulary);
  if (!facts.example.empty()) write.link(void_term("exampleResource"), facts.example);
  if (!options.endpoint.empty()) write.link(void_term("sparqlEndpoint"), options.endpoint);
  partitions(write, dataset, "class", facts.statistics.classes);
  partitions(write, dataset, "property", facts.statistics.properties);
}

} // namespace tela::publish
