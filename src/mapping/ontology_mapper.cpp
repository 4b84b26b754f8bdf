#include "mapping/ontology_mapper.h"

#include "rdf/named_graph_sink.h"
#include "rdf/turtle_reader.h"
#include "vocabulary/ontology.h"

namespace tela::mapping {

void map_ontology(rdf::QuadSink& sink) {
  rdf::NamedGraphSink graph(sink, std::string(ontology_graph));
  rdf::read_turtle("ontology/tela.ttl", vocabulary::ontology_document(), graph);
  rdf::read_turtle("ontology/reused.ttl", vocabulary::reused_terms_document(), graph);
}

} // namespace tela::mapping
