// Times src/network and src/export on an edge list, for tests/bench/network_speed.py:
//   network_speed join FILE T       two-mode lines "STATE PROJECT": the projects' pairs with
//                                   Jaccard >= T, counted
//   network_speed betweenness FILE  one-mode lines "A B"
//   network_speed graphml N FILE    GraphML of N edges
// Prints one line, "seconds=… result=…".

#include "export/graphml.h"
#include "network/measures/betweenness.h"
#include "network/similarity_join.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace tela::network;

std::vector<std::pair<Node, Node>> read_pairs(const char* path) {
  std::ifstream file(path);
  std::vector<std::pair<Node, Node>> pairs;
  for (Node a = 0, b = 0; file >> a >> b;) pairs.emplace_back(a, b);
  return pairs;
}

Affiliation two_mode(const std::vector<std::pair<Node, Node>>& pairs) {
  Node actors = 0;
  Node events = 0;
  std::vector<Tie> ties;
  for (const auto& [actor, event] : pairs) {
    actors = std::max(actors, actor + 1);
    events = std::max(events, event + 1);
    ties.push_back({actor, event, 1, {}});
  }
  return {actors, events, std::move(ties)};
}

Graph one_mode(const std::vector<std::pair<Node, Node>>& pairs) {
  Node nodes = 0;
  std::vector<WeightedEdge> edges;
  for (const auto& [a, b] : pairs) {
    nodes = std::max({nodes, a + 1, b + 1});
    edges.push_back({a, b, 1});
  }
  return {nodes, Direction::undirected, edges};
}

template<class Work>
void timed(const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  const double result = work();
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
  std::printf("seconds=%.3f result=%.10g\n", time.count(), result);
}

void write_graphml(std::size_t count, const char* path) {
  using namespace tela::export_;
  constexpr Node nodes = 10'000;
  GraphHead head;
  for (Node n = 0; n < nodes; ++n) {
    const std::string number = std::to_string(n);
    head.nodes.add(
        {"state:S" + number, "State " + number, "https://w3id.org/tela/state/S" + number, {}});
  }
  EdgeTable edges;
  for (std::size_t e = 0; e < count; ++e)
    edges.add({static_cast<Node>(e % nodes),
               static_cast<Node>(e * 7 % nodes),
               1.0 / static_cast<double>(e % 97 + 1),
               {}},
              "shared-projects");
  timed([&] {
    std::ofstream file(path, std::ios::binary);
    double bytes = 0;
    tela::export_::write_graphml(head, *edges.stream(), [&](std::string_view some) {
      file.write(some.data(), static_cast<std::streamsize>(some.size()));
      bytes += static_cast<double>(some.size());
    });
    return bytes;
  });
}

} // namespace

int main(int count, char** arguments) {
  if (count < 3) return 2;
  const std::string what = arguments[1];
  if (what == "graphml" && count == 4) {
    write_graphml(std::strtoull(arguments[2], nullptr, 10), arguments[3]);
    return 0;
  }
  const auto pairs = read_pairs(arguments[2]);
  if (what == "join" && count == 4) {
    const Affiliation graph = two_mode(pairs).transposed();
    const double threshold = std::strtod(arguments[3], nullptr);
    std::vector<bool> tied(graph.actor_count());
    timed([&] { return static_cast<double>(SimilarityJoin(graph, threshold).count(tied).pairs); });
  } else if (what == "betweenness") {
    const Graph graph = one_mode(pairs);
    timed([&] { return betweenness(graph, Distance::hops)[0]; });
  } else {
    return 2;
  }
}
