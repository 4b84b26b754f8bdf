#include "publish/findings.h"

#include "engine/places.h"
#include "publish/page_words.h"
#include "relations/network_file.h"
#include "relations/one_mode.h"
#include "relations/store_reader.h"
#include "vocabulary/tela.h"

#include <algorithm>
#include <cmath>

namespace tela::publish {

namespace {

constexpr std::size_t ties_on_map = 150; // more are a ball

relations::Network shared_projects(const store::Store& store, std::size_t language) {
  relations::OneModeOptions options({.actors = relations::Actors::states, .by = {"beneficiaries"}});
  options.top = ties_on_map;
  options.language = language_tags[language];
  return relations::one_mode(store, options);
}

std::optional<SharedProjects> strongest_of(const store::Store& store,
                                           const relations::Network& network) {
  std::optional<SharedProjects> strongest;
  double most = 0;
  for (std::size_t e = 0; e < network.edges.size(); ++e) {
    if (network.edges[e].weight <= most) continue;
    most = network.edges[e].weight;
    const auto id = [&](network::Node node) {
      return relations::id_of(store, network.head.nodes[node].iri);
    };
    strongest = {id(network.edges[e].source), id(network.edges[e].target),
                 static_cast<std::uint64_t>(std::llround(most))};
  }
  return strongest;
}

PageFile map_of(const Site& site, const relations::Network& network, std::size_t language) {
  relations::NetworkFile form;
  form.format = "map-svg";
  form.language = language_tags[language];
  form.picture.title = word("map-title")[language];
  form.places = engine::places_of(site.store());
  PageFile file{"pictures/map." + form.language + ".svg", {}};
  std::ignore = relations::write_network(network, form,
                                         [&](std::string_view bytes) { file.content += bytes; });
  return file;
}

// The objects of a property, by how many subjects they have.
std::vector<Counted> counted_objects(const store::Store& store, std::string_view property) {
  const rdf::Id id = relations::id_of(store, property);
  std::vector<Counted> counted;
  if (!id.defined()) return counted;
  for (const rdf::Id object : relations::distinct_ids(store, rdf::Order::pos, id))
    counted.push_back({object, relations::subjects(store, id, object).size()});
  std::ranges::stable_sort(counted, std::ranges::greater(), &Counted::count);
  return counted;
}

} // namespace

Findings find(const Site& site) {
  Findings findings;
  for (std::size_t i = 0; i < language_count; ++i) {
    const relations::Network network = shared_projects(site.store(), i);
    if (network.edges.size() == 0) break;
    if (i == 0) findings.strongest = strongest_of(site.store(), network);
    findings.maps.push_back(map_of(site, network, i));
  }
  if (const auto processes = counted_objects(site.store(), vocabulary::meeting_of);
      !processes.empty())
    findings.busiest = processes.front();
  findings.basis = counted_objects(site.store(), vocabulary::basis);
  return findings;
}

} // namespace tela::publish
