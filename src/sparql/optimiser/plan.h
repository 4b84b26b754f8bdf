#pragma once

#include "rdf/id.h"
#include "rdf/order.h"
#include "sparql/algebra/algebra.h"
#include "sparql/optimiser/estimate.h"
#include "sparql/optimiser/slots.h"
#include "sparql/optimiser/statistics.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

/// How a query is going to be run: a tree of physical operators, made by the planner from the
/// algebra, carried out by sparql/evaluator.
namespace tela::sparql::optimiser {

/// What an operator is expected to take, in nanoseconds, its inputs included.
struct Costs {
  double total = 0;   ///< until the last row
  double startup = 0; ///< until the first row
  /// For each value of the leading sorted column asked for by skip_to(), instead of total; huge
  /// when the operator cannot skip.
  double seek = cannot_skip;
  /// Rows that come for each such value: an index skips whole blocks, so mostly more than have it.
  double seek_rows = 0;
  static constexpr double cannot_skip = 1e30;
};

/// A condition of a filter or join, shared by the plans that were considered.
struct Predicate {
  algebra::Expression expression;
  SlotSet slots; ///< variables its value depends on
};
using Condition = std::shared_ptr<const Predicate>;

struct PlanNode;
/// A plan that may be part of several while the planner compares them.
using PlanRef = std::shared_ptr<const PlanNode>;

/// No row.
struct Nothing {};
/// One row without columns: the neutral element of joins.
struct Unit {};
/// One row for each named graph.
struct NamedGraphs {
  Slot slot = 0;
};

/// Ids from `from` to `to`, both included.
struct IdRange {
  rdf::Id from, to;
  bool operator==(const IdRange&) const = default;
};

/// The rows of one permutation behind a prefix.
struct IndexScan {
  rdf::Order order = rdf::Order::spo;
  std::vector<rdf::Id> prefix;
  std::array<std::optional<Slot>, 3> slots; ///< by position of `order`; none within the prefix
  GraphScope graph;
  std::vector<IdRange> ranges; ///< ascending; of the first free position; empty: all
};

/// How the left row of a pair lives on.
enum class JoinKind : std::uint8_t {
  inner,
  left,  ///< OPTIONAL: also without a partner
  semi,  ///< EXISTS: once, when it has a partner
  anti,  ///< NOT EXISTS: when it has none
  minus, ///< MINUS: when no partner shares a bound variable with it
  mark,  ///< always, with whether it has a partner
};

enum class JoinMethod : std::uint8_t {
  merge,  ///< both inputs sorted by keys[0]
  hash,   ///< a table of the right input
  lookup, ///< for each left row a seek in the right input, an IndexScan whose first free slots are
          ///< `keys`, or a union of such scans
};

/// Pairs of left and right rows that agree in `keys`, and, where both are bound, in `loose`, and
/// for which all conditions hold. Keeps the order of the left input, except left joins with
/// conditions or loose slots.
struct JoinPlan {
  JoinKind kind = JoinKind::inner;
  JoinMethod method = JoinMethod::hash;
  std::vector<Slot> keys;  ///< bound on both sides, always
  std::vector<Slot> loose; ///< shared, but perhaps unbound on a side
  std::vector<Condition> conditions;
  std::optional<Slot> mark; ///< of a mark join: true or false
};

/// Worst-case optimal join of several index scans: one variable after the other, each by
/// intersecting the sorted columns of all scans that have it (leapfrog triejoin, Veldhuizen 2014).
/// Each input scan is sorted by its slots in the order of `order`.
struct MultiwayJoin {
  std::vector<Slot> order;
};

/// An end of a path.
using PathEnd = std::variant<Slot, rdf::Id>;

/// Pairs of nodes linked by `path`, each pair once; breadth first over ids. With an input, for each
/// of its rows those pairs that agree with it.
struct PathSearch {
  algebra::Path path;
  PathEnd from, to;
  GraphScope graph;
  bool backward = false; ///< start at `to`
  bool once = false;     ///< each start that leads anywhere once: where to is not asked
};

struct FilterPlan {
  std::vector<Condition> conditions;
};
struct ExtendPlan {
  Slot slot = 0;
  algebra::Expression expression;
};
/// The rows of all inputs, one after the other.
struct UnionPlan {};
struct ValuesPlan {
  std::vector<std::vector<rdf::Id>> rows; ///< in the order of the node's columns when made
  std::vector<Slot> slots;                ///< what the cells of a row mean
};
struct GroupPlan {
  struct Key {
    Slot slot = 0;
    std::optional<algebra::Expression> expression;
  };
  struct Output {
    Slot slot = 0;
    algebra::Aggregate aggregate;
  };
  std::vector<Key> keys;
  std::vector<Output> outputs;
  bool sorted = false; ///< rows of a group come together
};
/// Sorted by section 15.1; only the first `limit` rows when there is one. Stable.
struct OrderByPlan {
  std::vector<algebra::OrderBy::Key> keys;
  std::optional<std::uint64_t> limit;
};
/// Sorted by id, for joins and groups.
struct SortById {
  std::vector<Slot> slots;
};
/// Each row once. `sorted`: equal rows come together.
struct DistinctPlan {
  bool sorted = false;
};
struct SlicePlan {
  std::uint64_t offset = 0;
  std::optional<std::uint64_t> limit;
};
/// Its input with other columns: dropped ones, missing ones unbound.
struct ProjectPlan {};
/// Its input once for each named graph, joined with the graph's name.
struct GraphLoop {
  Slot slot = 0;
};
struct ServicePlan {
  std::variant<Slot, rdf::Term> endpoint;
  bool silent = false;
  std::string pattern;
  std::vector<Slot> slots; ///< variables of the pattern
  SlotSet certain;         ///< those that every solution of it binds
};

/// One physical operator with its inputs.
struct PlanNode {
  std::variant<Nothing, Unit, NamedGraphs, IndexScan, JoinPlan, MultiwayJoin, PathSearch,
               FilterPlan, ExtendPlan, UnionPlan, ValuesPlan, GroupPlan, OrderByPlan, SortById,
               DistinctPlan, SlicePlan, ProjectPlan, GraphLoop, ServicePlan>
      op;
  std::vector<PlanRef> inputs;
  std::vector<Slot> columns;   ///< of the rows it gives
  std::vector<Slot> sorted_by; ///< the rows ascend by these ids, lexicographic
  SlotSet certain;             ///< columns that are bound in every row
  Estimate estimate;
  Costs costs;
  std::uint32_t number = 0; ///< place in the figures of a run
};

struct Plan;
/// Plans a pattern by itself within a graph, all its variables columns.
using PatternPlanner =
    std::function<Plan(const algebra::Operator& pattern, const GraphScope& graph, Statistics&)>;

/// A plan ready to run.
struct Plan {
  VariableTable variables;
  PlanRef root;
  std::uint32_t node_count = 0;
  /// For the patterns of EXISTS that are run row by row, each with the values of its row.
  PatternPlanner plan_pattern;
};

} // namespace tela::sparql::optimiser
