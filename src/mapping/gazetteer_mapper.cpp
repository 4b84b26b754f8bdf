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
  rdf::GraphWriter& graph = out.sourced;
  graph.type(iri, skos::concept_class);
  graph.link(iri, skos::in_scheme, theme_scheme);
  graph.text(iri, dcterms::identifier, theme.id);
  map_names(theme.names, iri, out);
  for (const auto& name : theme.names)
    if (name.kind == gazetteer::NameKind::label)
      out.of(name.sourced).text(iri, skos::pref_label, name.text, name.language);
}

// From memory of the DAC's list, not from a page.
void map_sector(const gazetteer::Sector& sector, const gazetteer::Gazetteer& gazetteer,
                const Names& names, rdf::GraphWriter& out) {
  const std::string iri = names.dac_sector(sector.code);
  out.type(iri, classes::sector);
  out.text(iri, dcterms::identifier, sector.code);
  for (const auto& name : sector.names) out.text(iri, rdf::rdfs_label, name.text, name.language);
  const std::string broader = sector.broader();
  if (broader != sector.code && gazetteer.sector(broader))
    out.link(iri, skos::broader, names.dac_sector(broader));
}

} // namespace

void map_gazetteer(const gazetteer::Gazetteer& gazetteer, const Names& names, rdf::QuadSink& sink) {
  GazetteerGraphs out{rdf::GraphWriter(sink, names.gazetteer_graph()),
                      rdf::GraphWriter(sink, names.general_knowledge_graph())};
  for (const auto& region : gazetteer.regions()) map_region(region, names, out);
  for (const auto& state : gazetteer.states()) map_state(state, gazetteer, names, out);
  for (const auto& theme : gazetteer.themes()) map_theme(theme, names, out);
  for (const auto& sector : gazetteer.sectors())
    map_sector(sector, gazetteer, names, out.general_knowledge);
  map_funds(names, out.sourced);
  BodyMapper bodies(gazetteer, names, out);
  for (const auto& body : gazetteer.bodies()) bodies.map(body);
}

} // namespace tela::mapping
