#pragma once

#include "sparql/evaluator/context.h"
#include "sparql/evaluator/path_automaton.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tela::sparql::evaluator {

/// The nodes that steps of some kinds link, in memory and condensed: for closures from many nodes,
/// where a search in the index for each node of each would read the same blocks again and again.
/// Nodes on a common cycle reach the same nodes, so that they are one component, and a search goes
/// from component to component. Memory is about 50 bytes a node and 8 an edge while it is made, 30
/// and 4 from then on, charged to the query. One thread at a time.
class EdgeTable {
 public:
  /// Reads all edges. REQUIRES: the steps have predicates.
  EdgeTable(std::span<const PathStep> steps, const rdf::GraphSelection& graphs, Context& context);

  /// Appends each node that one step or more from `start` lead to, once. `nodes` is empty, or holds
  /// `start`, which is not given again then. Cost: the nodes, and the edges between their
  /// components.
  void reach(rdf::Id start, std::vector<rdf::Id>& nodes);

 private:
  struct Edge {
    rdf::Id from, to;
  };
  /// Lists side by side: those of i are items[starts[i]] to items[starts[i + 1] - 1].
  struct Lists {
    std::vector<std::uint32_t> starts, items;
    [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t i) const {
      return {items.data() + starts[i], items.data() + starts[i + 1]};
    }
  };

  std::vector<Edge> read(std::span<const PathStep> steps, const rdf::GraphSelection& graphs,
                         Context& context);
  Lists number(const std::vector<Edge>& edges);
  void condense(const Lists& targets);
  void group_members(std::uint32_t components);
  [[nodiscard]] std::uint32_t number_of(rdf::Id node) const;
  bool mark(std::uint32_t component);
  void next_search();
  void give_members(std::uint32_t component, std::vector<rdf::Id>& nodes);

  Reservation memory_;
  Pacer pacer_;
  std::vector<rdf::Id> nodes_;           ///< ascending; a node's place is its number
  std::vector<std::uint32_t> component_; ///< of each node
  std::vector<rdf::Id> members_;         ///< component by component
  std::vector<std::uint32_t> member_starts_;
  std::vector<bool> cyclic_;         ///< whether the members of a component reach themselves
  Lists next_;                       ///< components that one step leads to from each
  std::vector<std::uint32_t> marks_; ///< of each component: the search that met it last
  std::uint32_t search_ = 0;
  std::vector<std::uint32_t> queue_;
};

} // namespace tela::sparql::evaluator
