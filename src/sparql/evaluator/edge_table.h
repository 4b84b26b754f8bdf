#pragma once

#include "sparql/evaluator/context.h"
#include "sparql/evaluator/path_automaton.h"

#include <cstdint>
#include <vector>

namespace tela::sparql::evaluator {

/// The edges that one step may follow, in memory: for closures from many nodes, where a search in
/// the index for each node of each would read the same blocks again and again. Memory is 16 bytes a
/// node and 4 an edge, charged to the query. One thread at a time.
class EdgeTable {
 public:
  /// Reads them all. REQUIRES: the step has a predicate.
  EdgeTable(const PathStep& step, const rdf::GraphSelection& graphs, Context& context);

  /// Appends each node that one step or more from `start` lead to and that is not in `nodes` yet,
  /// nearest first. Cost: some nanoseconds for each edge of those nodes.
  void reach(rdf::Id start, std::vector<rdf::Id>& nodes);

 private:
  struct Edge {
    rdf::Id from, to;
  };

  std::vector<Edge> read(const PathStep& step, const rdf::GraphSelection& graphs, Context& context);
  void arrange(const std::vector<Edge>& edges);
  [[nodiscard]] std::uint32_t number_of(rdf::Id node) const;
  bool mark(std::uint32_t node);

  Reservation memory_;
  Pacer pacer_;
  std::vector<rdf::Id> nodes_;         ///< ascending; a node's place is its number
  std::vector<std::uint32_t> starts_;  ///< of each node's targets, and the end of the last
  std::vector<std::uint32_t> targets_; ///< numbers
  std::vector<std::uint32_t> marks_;   ///< of each node: the search that met it last
  std::uint32_t search_ = 0;
  std::vector<std::uint32_t> queue_;
};

} // namespace tela::sparql::evaluator
