// usage: boost_reader FILE.graphml PROPERTY
// Reads a GraphML file with Boost's own reader and prints the numbers of nodes, of edges, and of
// nodes whose boolean PROPERTY is true; status 1 and Boost's words where it refuses the file.
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <boost/property_map/property_map.hpp>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>

namespace {
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
} // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  Graph graph;
  std::map<Graph::vertex_descriptor, bool> values;
  boost::associative_property_map<std::map<Graph::vertex_descriptor, bool>> property(values);
  boost::dynamic_properties properties(boost::ignore_other_properties);
  properties.property(arguments[2], property); // NOLINT(*-pointer-arithmetic)
  std::ifstream file(arguments[1]);            // NOLINT(*-pointer-arithmetic)
  try {
    boost::read_graphml(file, graph, properties);
  } catch (const std::exception& refusal) {
    std::cout << refusal.what() << '\n';
    return 1;
  }
  const auto is_true = [](const auto& value) { return value.second; };
  std::cout << num_vertices(graph) << ' ' << num_edges(graph) << ' '
            << std::ranges::count_if(values, is_true) << '\n';
}
