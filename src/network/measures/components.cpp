#include "network/measures/components.h"

#include "network/boost_view.h"

#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/strong_components.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>

namespace tela::network {

namespace {

auto by_node(std::vector<std::uint32_t>& values) {
  return boost::make_iterator_property_map(values.begin(),
                                           boost::typed_identity_property_map<Node>());
}

} // namespace

Partition partition(std::span<const std::uint32_t> labels) {
  struct Group {
    std::uint32_t size = 0;
    std::uint32_t number = 0;
  };
  std::map<std::uint32_t, Group> groups;
  std::vector<Group*> in_order; // of first members
  for (const std::uint32_t label : labels) {
    Group& group = groups[label];
    if (group.size++ == 0) in_order.push_back(&group);
  }
  std::stable_sort(in_order.begin(), in_order.end(),
                   [](const Group* a, const Group* b) { return a->size > b->size; });
  Partition result;
  for (Group* group : in_order) {
    group->number = static_cast<std::uint32_t>(result.sizes.size());
    result.sizes.push_back(group->size);
  }
  result.group_of.reserve(labels.size());
  for (const std::uint32_t label : labels) result.group_of.push_back(groups[label].number);
  return result;
}

Partition components(const Graph& graph) {
  std::optional<Graph> storage;
  const Graph& simple = without_direction(graph, storage);
  std::vector<std::uint32_t> labels(simple.node_count());
  if (!labels.empty()) boost::connected_components(UndirectedView(simple), by_node(labels));
  return partition(labels);
}

Partition strong_components(const Graph& graph) {
  if (!graph.directed()) return components(graph);
  std::vector<std::uint32_t> labels(graph.node_count());
  if (!labels.empty()) boost::strong_components(DirectedView(graph), by_node(labels));
  return partition(labels);
}

std::vector<bool> articulation_points(const Graph& graph) {
  std::optional<Graph> storage;
  const Graph& simple = without_direction(graph, storage);
  std::vector<bool> result(simple.node_count(), false);
  if (result.empty()) return result;
  std::vector<Node> found;
  boost::articulation_points(UndirectedView(simple), std::back_inserter(found));
  for (const Node node : found) result[node] = true;
  return result;
}

} // namespace tela::network
