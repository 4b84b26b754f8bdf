#include "sparql/evaluator/edge_table.h"
#include "support/memory_dataset.h"
#include "support/query_answers.h"

#include <catch2/catch.hpp>

#include <random>
#include <set>

using namespace tela;
using namespace tela::tests;

namespace {

using Edges = std::vector<std::pair<int, int>>;

std::string name(int node) {
  return ":n" + std::to_string(node);
}

MemoryDataset graph_of(const Edges& edges) {
  std::string trig;
  for (const auto& [from, to] : edges) trig += name(from) + " :p " + name(to) + " .\n";
  return MemoryDataset::from(trig);
}

/// What one edge or more lead to from `start`, by the definition.
std::set<int> reached(const Edges& edges, int start) {
  std::set<int> nodes;
  std::size_t before = 0;
  do {
    before = nodes.size();
    for (const auto& [from, to] : edges)
      if (from == start || nodes.contains(from)) nodes.insert(to);
  } while (nodes.size() != before);
  return nodes;
}

std::vector<std::string> pairs(const Edges& edges, int nodes, bool zero) {
  std::vector<std::string> lines;
  std::set<int> known;
  for (const auto& [from, to] : edges) known.insert({from, to});
  for (int start = 0; start < nodes; ++start) {
    std::set<int> ends = reached(edges, start);
    if (zero && known.contains(start)) ends.insert(start);
    for (const int end : ends) lines.push_back("?a=" + name(start) + " ?b=" + name(end));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

} // namespace

TEST_CASE("Closures from every node lead to what the definition says, cycles and all") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    std::mt19937 random(seed);
    const int nodes = 2 + static_cast<int>(random() % 9);
    Edges edges;
    for (unsigned i = random() % 16; i > 0; --i) {
      const int from = static_cast<int>(random() % nodes);
      edges.emplace_back(from, static_cast<int>(random() % nodes));
    }
    const MemoryDataset data = graph_of(edges);
    INFO("seed " << seed);
    CHECK(answer_set(data, "SELECT * { ?a :p+ ?b }") == pairs(edges, nodes, false));
    CHECK(answer_set(data, "SELECT * { ?a :p* ?b }") == pairs(edges, nodes, true));
    CHECK(answer_set(data, "SELECT * { ?a (:p|:p)+ ?b }") == pairs(edges, nodes, false));
    CHECK(answer_set(data, "SELECT * { ?a :p ?c . ?a :p+ ?b }").empty() == edges.empty());
    CHECK(answer_set(data, "SELECT DISTINCT ?a ?b { ?a :p ?c . ?a :p+ ?b }") ==
          pairs(edges, nodes, false));
    CHECK(answer_set(data, "SELECT DISTINCT ?a ?b { ?b :p|^:p ?c . ?a :p* ?b }") ==
          pairs(edges, nodes, true));
  }
}

TEST_CASE("Closures over a chain that ends in a cycle") {
  std::string trig;
  for (int i = 0; i < 400; ++i) trig += name(i) + " :p " + name(i + 1) + " .\n";
  const MemoryDataset data = MemoryDataset::from(trig + name(400) + " :p " + name(300) + " .\n");
  // From each of 300 nodes all behind it, from each of the 101 on the cycle those on it.
  CHECK(answers(data, "SELECT (COUNT(*) AS ?n) { ?a :p+ ?b }") ==
        std::vector<std::string>{"?n=" + std::to_string(299 * 300 / 2 + 300 * 101 + 101 * 101)});
}
