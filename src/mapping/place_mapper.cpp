#include "mapping/place_mapper.h"

#include "iris/iri_text.h"
#include "rdf/namespaces.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

namespace tela::mapping {

namespace {

using namespace vocabulary; // NOLINT(google-build-using-namespace): its names are terms

void map_codes(const gazetteer::State& state, std::string_view iri, rdf::GraphWriter& out) {
  out.text(iri, dcterms::identifier, state.iso2);
  out.typed(iri, skos::notation, state.iso2, iso3166_alpha2);
  out.typed(iri, skos::notation, state.iso3, iso3166_alpha3);
  if (!state.m49.empty()) out.typed(iri, skos::notation, state.m49, m49);
  if (!state.currency.empty()) out.text(iri, schema::currency, state.currency);
}

void link_elsewhere(std::string_view iri, std::string_view property, std::string_view before,
                    std::string_view id, std::string_view after, rdf::GraphWriter& out) {
  if (id.empty()) return;
  std::string other(before);
  (other += iris::iri_segment(id)) += after;
  out.link(iri, property, other);
}

void map_links(const gazetteer::State& state, std::string_view iri, rdf::GraphWriter& out) {
  link_elsewhere(iri, owl::same_as, "http://www.wikidata.org/entity/", state.wikidata, "", out);
  link_elsewhere(iri, owl::same_as, "https://sws.geonames.org/", state.geonames, "/", out);
  link_elsewhere(iri, skos::exact_match,
                 "http://publications.europa.eu/resource/authority/country/", state.iso3, "", out);
}

void map_groups(const gazetteer::State& state, std::string_view iri, rdf::GraphWriter& out) {
  if (state.least_developed) out.link(iri, group, least_developed);
  if (state.landlocked_developing) out.link(iri, group, landlocked_developing);
  if (state.small_island_developing) out.link(iri, group, small_island_developing);
}

// "Territory of GB", "Part of CN": the state's code ends the text, where there is one.
void map_dependency(const gazetteer::State& state, std::string_view iri,
                    const gazetteer::Gazetteer& gazetteer, const Names& names,
                    rdf::GraphWriter& out) {
  if (state.dependency.empty()) return;
  const std::string_view text = state.dependency;
  out.text(iri, dependency_text, text, "en");
  if (text.size() < 3 || text[text.size() - 3] != ' ') return;
  if (const auto* sovereign = gazetteer.state(text.substr(text.size() - 2)))
    out.link(iri, dependency_of, names.state(sovereign->iso2));
}

// Where to draw a state on a map: at its capital.
void map_capital_place(const gazetteer::State& state, std::string_view iri, rdf::GraphWriter& out) {
  if (!state.capital_place) return;
  out.typed(iri, wgs84::latitude, state.capital_place->latitude, rdf::xsd::decimal);
  out.typed(iri, wgs84::longitude, state.capital_place->longitude, rdf::xsd::decimal);
}

} // namespace

void map_state(const gazetteer::State& state, const gazetteer::Gazetteer& gazetteer,
               const Names& names, GazetteerGraphs& out) {
  const std::string iri = names.state(state.iso2);
  rdf::GraphWriter& graph = out.sourced;
  graph.type(iri, classes::country);
  graph.type(iri, state.territory() ? classes::territory : classes::state);
  map_names(state.names, iri, out);
  map_codes(state, iri, graph);
  map_dependency(state, iri, gazetteer, names, graph);
  map_groups(state, iri, graph);
  map_links(state, iri, graph);
  if (!state.capital.empty()) graph.text(iri, capital, state.capital, "en");
  map_capital_place(state, iri, out.general_knowledge);
  if (!state.region.empty())
    graph.link(iri, schema::contained_in_place, names.region(state.region));
}

void map_region(const gazetteer::Region& region, const Names& names, GazetteerGraphs& out) {
  const std::string iri = names.region(region.m49);
  rdf::GraphWriter& graph = out.sourced;
  graph.type(iri, classes::region);
  map_names(region.names, iri, out);
  graph.text(iri, dcterms::identifier, region.m49);
  graph.typed(iri, skos::notation, region.m49, m49);
  if (!region.parent.empty())
    graph.link(iri, schema::contained_in_place, names.region(region.parent));
}

} // namespace tela::mapping
