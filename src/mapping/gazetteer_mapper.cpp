#include "mapping/gazetteer_mapper.h"

#include "mapping/body_mapper.h"
#include "mapping/fund_mapper.h"
#include "mapping/place_mapper.h"
#include "rdf/namespaces.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

namespace tela::mapping {

namespace {

using namespace vocabulary; // NOLINT(google-build-using-namespace): its names are terms

void map_theme(const gazetteer::Theme& theme, const Names& names, GazetteerGraphs& out) {
  const std::string iri = names.theme(theme.id);
  GraphWriter& graph = out.sourced;
  graph.type(iri, skos::concept_class);
  graph.link(iri, skos::in_scheme, theme_scheme);
  graph.text(iri, dcterms::identifier, theme.id);
  map_names(theme.names, iri, out);
  for (const auto& name : theme.names)
    if (name.kind == gazetteer::NameKind::label)
      out.of(name.sourced).text(iri, skos::pref_label, name.text, name.language);
}

} // namespace

void map_gazetteer(const gazetteer::Gazetteer& gazetteer, const Names& names, rdf::QuadSink& sink) {
  GazetteerGraphs out{GraphWriter(sink, names.gazetteer_graph()),
                      GraphWriter(sink, names.general_knowledge_graph())};
  for (const auto& region : gazetteer.regions()) map_region(region, names, out);
  for (const auto& state : gazetteer.states()) map_state(state, gazetteer, names, out);
  for (const auto& theme : gazetteer.themes()) map_theme(theme, names, out);
  map_funds(names, out.sourced);
  BodyMapper bodies(gazetteer, names, out);
  for (const auto& body : gazetteer.bodies()) bodies.map(body);
}

} // namespace tela::mapping
