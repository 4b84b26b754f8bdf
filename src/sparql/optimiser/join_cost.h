#pragma once

#include "sparql/optimiser/plan.h"

/// What joins and sorts cost, in nanoseconds on one core of a 2020s server, rounded: read off
/// `--explain` of tests/bench/queries, where each operator's time stands beside its rows. Only
/// their ratios matter.
namespace tela::sparql::optimiser {

inline constexpr double scan_row_cost = 2;    ///< decode and hand on a row of an index
inline constexpr double seek_cost = 400;      ///< find a key in an index and decode its block
inline constexpr double merge_row_cost = 2;   ///< look at a row of either side
inline constexpr double second_key_cost = 15; ///< find a merge group's rows by a second key
inline constexpr double build_row_cost = 25;  ///< put a row into a hash table
inline constexpr double probe_row_cost = 8;   ///< look a row up in a hash table
inline constexpr double emit_row_cost = 5;    ///< write a joined row
inline constexpr double group_row_cost = 12;  ///< find the group of a row in a table
inline constexpr double distinct_cost = 100;  ///< know a value from all that its group has met
inline constexpr double fresh_set_cost = 20;  ///< the same where each group's values go with it
inline constexpr double path_node_cost = 600; ///< expand a node of a path

/// One side of a join.
struct JoinSide {
  Costs costs;
  double rows = 1; ///< of its output
  double keys = 1; ///< different values of the join key
};

[[nodiscard]] Costs scan_cost(double rows, double keys);
[[nodiscard]] Costs merge_cost(const JoinSide& left, const JoinSide& right, double rows,
                               JoinKind kind);
/// `right` is put into the table.
[[nodiscard]] Costs hash_cost(const JoinSide& left, const JoinSide& right, double rows);
/// `right_rows`: of the whole index range that is sought in.
[[nodiscard]] Costs lookup_cost(const JoinSide& left, double right_rows, double rows);
[[nodiscard]] Costs sort_cost(const Costs& input, double rows);
/// A step that works on each row as it comes: filter, extend.
[[nodiscard]] Costs row_cost(const Costs& input, double rows, double each);

} // namespace tela::sparql::optimiser
