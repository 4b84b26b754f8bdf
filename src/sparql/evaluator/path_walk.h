#pragma once

#include "sparql/evaluator/context.h"
#include "sparql/evaluator/id_set.h"
#include "sparql/evaluator/path_automaton.h"

#include <deque>
#include <memory>
#include <vector>

namespace tela::sparql::evaluator {

/// Follows one kind of step from many nodes, in ascending order.
class StepCursor {
 public:
  StepCursor(const PathStep& step, const rdf::GraphSelection& graphs, const Context& context);

  /// Begins with `node`, which must be larger than the one before.
  void seek(rdf::Id node);
  /// The next neighbour of the node, or an undefined id when there are no more. With any predicate
  /// allowed the same neighbour may come several times.
  rdf::Id next();

 private:
  bool refill();
  [[nodiscard]] const rdf::Id* nodes() const { return rows_.columns[node_column_]; }

  const PathStep& step_;
  const Context& context_;
  std::unique_ptr<rdf::Cursor> cursor_;
  std::size_t node_column_, neighbour_column_, predicate_column_;
  rdf::Rows rows_;
  std::size_t at_ = 0;
  bool ended_ = false;
  rdf::Id node_;
};

/// Breadth-first search from one node: gives every node that the path reaches, once, nearest first
/// (level by level, ascending within a level's step). Can stop and go on. Each pair of node and
/// state is visited once; memory is charged to the query.
class PathWalk {
 public:
  PathWalk(const PathAutomaton& automaton, rdf::GraphSelection graphs, Context& context);

  /// Starts anew.
  void start(rdf::Id node);
  /// Appends some of the nodes reached, at most about `limit`; false when all have been given.
  bool more(std::vector<rdf::Id>& nodes, std::size_t limit);

 private:
  struct Front {
    std::uint32_t step;         ///< to take
    std::vector<rdf::Id> nodes; ///< from where, ascending
  };

  void reach(std::uint32_t step, rdf::Id node, std::vector<rdf::Id>& nodes);
  void finish_step();
  bool open_step();

  const PathAutomaton& automaton_;
  rdf::GraphSelection graphs_;
  Context& context_;
  Pacer pacer_;
  std::deque<IdSet> visited_; ///< by step
  IdSet given_;               ///< used when several steps may be the last
  bool several_ends_;

  std::deque<Front> fronts_; ///< steps to be taken, in order of distance
  std::unique_ptr<StepCursor> cursor_;
  std::size_t node_ = 0;          ///< of the first front
  bool within_ = false;           ///< whether its neighbours have been asked for
  std::vector<rdf::Id> reached_;  ///< by the step in hand, for the first time
  std::optional<rdf::Id> itself_; ///< the start, when it is to be given for zero steps
};

} // namespace tela::sparql::evaluator
