#pragma once

#include "network/graph.h"

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>

#include <utility>

namespace tela::network {

/// An arc as Boost.Graph's edge descriptor.
struct BoostArc {
  Node source = 0;
  Node target = 0;
  bool operator==(const BoostArc&) const = default;
};

/// The arcs of one node, one after the other.
class BoostArcIterator
    : public boost::iterator_facade<BoostArcIterator, BoostArc, boost::random_access_traversal_tag,
                                    BoostArc, std::ptrdiff_t> {
 public:
  BoostArcIterator() = default;
  BoostArcIterator(Node source, const Node* target) : source_(source), target_(target) {}

 private:
  friend class boost::iterator_core_access;
  [[nodiscard]] BoostArc dereference() const { return {source_, *target_}; }
  [[nodiscard]] bool equal(const BoostArcIterator& other) const { return target_ == other.target_; }
  void increment() { ++target_; }
  void decrement() { --target_; }
  void advance(std::ptrdiff_t by) { target_ += by; }
  [[nodiscard]] std::ptrdiff_t distance_to(const BoostArcIterator& other) const {
    return other.target_ - target_;
  }

  Node source_ = 0;
  const Node* target_ = nullptr;
};

using BoostVertexIterator = boost::counting_iterator<Node>;

/// Graph as a model of Boost.Graph's VertexListGraph, IncidenceGraph and AdjacencyGraph, so that
/// its algorithms run without a copy. `Category` is boost::undirected_tag or boost::directed_tag;
/// the first only for undirected graphs.
template<class Category>
struct BoostView {
  explicit BoostView(const Graph& viewed) : graph(&viewed) {}
  const Graph* graph;

  // NOLINTBEGIN(readability-identifier-naming): boost::graph_traits looks for these names.
  struct traversal_category : public virtual boost::vertex_list_graph_tag,
                              public virtual boost::incidence_graph_tag,
                              public virtual boost::adjacency_graph_tag {};
  using vertex_descriptor = Node;
  using edge_descriptor = BoostArc;
  using directed_category = Category;
  using edge_parallel_category = boost::disallow_parallel_edge_tag;
  using vertex_iterator = BoostVertexIterator;
  using out_edge_iterator = BoostArcIterator;
  using adjacency_iterator = const Node*;
  using vertices_size_type = Node;
  using degree_size_type = std::uint32_t;
  // NOLINTEND(readability-identifier-naming)
  static vertex_descriptor null_vertex() { return static_cast<vertex_descriptor>(-1); }
};

template<class Category>
std::pair<BoostVertexIterator, BoostVertexIterator> vertices(const BoostView<Category>& view) {
  return {BoostVertexIterator(0), BoostVertexIterator(view.graph->node_count())};
}

template<class Category>
Node num_vertices(const BoostView<Category>& view) {
  return view.graph->node_count();
}

template<class Category>
std::pair<BoostArcIterator, BoostArcIterator> out_edges(Node node,
                                                        const BoostView<Category>& view) {
  const auto row = view.graph->out().neighbours(node);
  return {BoostArcIterator(node, row.data()), BoostArcIterator(node, row.data() + row.size())};
}

template<class Category>
std::uint32_t out_degree(Node node, const BoostView<Category>& view) {
  return view.graph->out().degree(node);
}

template<class Category>
std::pair<const Node*, const Node*> adjacent_vertices(Node node, const BoostView<Category>& view) {
  const auto row = view.graph->out().neighbours(node);
  return {row.data(), row.data() + row.size()};
}

template<class Category>
Node source(const BoostArc& arc, const BoostView<Category>& /*view*/) {
  return arc.source;
}

template<class Category>
Node target(const BoostArc& arc, const BoostView<Category>& /*view*/) {
  return arc.target;
}

template<class Category>
boost::typed_identity_property_map<Node> get(boost::vertex_index_t /*tag*/,
                                             const BoostView<Category>& /*view*/) {
  return {};
}

using UndirectedView = BoostView<boost::undirected_tag>;
using DirectedView = BoostView<boost::directed_tag>;

} // namespace tela::network

template<class Category>
struct boost::property_map<tela::network::BoostView<Category>, boost::vertex_index_t> {
  // NOLINTNEXTLINE(readability-identifier-naming): Boost.Graph prescribes these names.
  using type = boost::typed_identity_property_map<tela::network::Node>;
  using const_type = type; // NOLINT(readability-identifier-naming)
};
