// Prints what src/network finds about a graph, for comparison with other programs. Reads from
// standard input "one-mode NODES directed|undirected" and lines "SOURCE TARGET WEIGHT", or
// "two-mode ACTORS EVENTS" and lines "ACTOR EVENT WEIGHT"; prints lines "NAME VALUE…".

#include "network/measures/assortativity.h"
#include "network/measures/betweenness.h"
#include "network/measures/closeness.h"
#include "network/measures/clustering.h"
#include "network/measures/communities.h"
#include "network/measures/components.h"
#include "network/measures/constraint.h"
#include "network/measures/core_number.h"
#include "network/measures/degree.h"
#include "network/measures/eigenvector.h"
#include "network/measures/pagerank.h"
#include "network/measures/summary.h"
#include "network/measures/two_mode_clustering.h"
#include "network/projection.h"

#include <iostream>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace tela::network;

void print(std::string_view name, std::ranges::range auto&& values) {
  std::cout << name;
  for (const auto value : values) std::cout << ' ' << static_cast<double>(value);
  std::cout << '\n';
}

void print(std::string_view name, double value) {
  print(name, std::vector{value});
}

void measure(const Graph& graph) {
  print("degree", degree(graph));
  print("strength", strength(graph));
  print("betweenness", betweenness(graph, Distance::hops));
  print("betweenness_weighted", betweenness(graph, Distance::inverse_weight));
  print("edge_betweenness", edge_betweenness(graph, Distance::hops));
  print("closeness", closeness(graph, Distance::hops));
  print("closeness_weighted", closeness(graph, Distance::inverse_weight));
  print("eigenvector", eigenvector(graph).scores);
  print("pagerank", pagerank(graph).scores);
  const Clustering closed = clustering(graph);
  print("clustering", closed.local);
  print("transitivity", closed.transitivity);
  print("core", core_number(graph));
  print("constraint", constraint(graph));
  print("components", components(graph).group_of);
  print("strong_components", strong_components(graph).group_of);
  print("articulation", articulation_points(graph));
  const Communities groups = communities(graph);
  print("communities", groups.partition.group_of);
  print("modularity", groups.modularity);
  print("diameter", diameter(graph));
  print("density", summarise(graph).density);
  std::vector<std::uint32_t> kinds(graph.node_count());
  for (Node n = 0; n < graph.node_count(); ++n) kinds[n] = n % 3;
  print("assortativity", assortativity(graph, kinds).value_or(0));
}

void project_all(const Affiliation& graph) {
  for (const Weight weight : {Weight::count, Weight::jaccard, Weight::overlap, Weight::newman,
                              Weight::cosine, Weight::hypergeometric}) {
    std::vector<double> row;
    for (const ProjectedEdge& edge : project(graph, {.weight = weight}))
      row.insert(row.end(),
                 {static_cast<double>(edge.a), static_cast<double>(edge.b), edge.weight});
    print(name(weight), row);
  }
  print("latapy", two_mode_clustering(graph));
  print("robins_alexander", two_mode_closure(graph));
}

} // namespace

int main() {
  std::cout.precision(17);
  std::string mode;
  Node first = 0;
  std::cin >> mode >> first;
  Node a = 0;
  Node b = 0;
  double weight = 0;
  if (mode == "two-mode") {
    Node events = 0;
    std::cin >> events;
    std::vector<Tie> ties;
    while (std::cin >> a >> b >> weight) ties.push_back({a, b, weight, {}});
    project_all(Affiliation(first, events, ties));
  } else {
    std::string direction;
    std::cin >> direction;
    std::vector<WeightedEdge> edges;
    while (std::cin >> a >> b >> weight) edges.push_back({a, b, weight});
    measure(
        Graph(first, direction == "directed" ? Direction::directed : Direction::undirected, edges));
  }
}
