#pragma once

#include "rdf/id.h"
#include "rdf/order.h"
#include "rdf/term.h"
#include "sparql/algebra/algebra.h"
#include "sparql/optimiser/slots.h"

#include <cstdint>
#include <optional>
#include <span>

namespace tela::sparql::optimiser {

/// Which graph a pattern of a plan is matched against.
struct GraphScope {
  enum class Kind : std::uint8_t {
    default_graph, ///< what the dataset clause makes of it
    named,         ///< the graph `name`
    each_named,    ///< every named graph for itself; `slot` is the graph
    current,       ///< the graph that the enclosing loop over graphs stands at
  };
  Kind kind = Kind::default_graph;
  rdf::Id name;
  std::optional<Slot> slot;
};

/// All that the optimiser asks about the data and about values. The evaluator answers.
class Statistics {
 public:
  virtual ~Statistics() = default;

  /// The id of a term. A term that no statement holds gets an id with tag `computed`.
  [[nodiscard]] virtual rdf::Id id_of(const rdf::TermView& term) = 0;
  /// Rows of a scan, exact or an upper bound.
  [[nodiscard]] virtual std::uint64_t count(rdf::Order order, std::span<const rdf::Id> prefix,
                                            const GraphScope& graph) const = 0;
  /// Rows before `key` in `order`, of all graphs together.
  [[nodiscard]] virtual std::uint64_t rows_before(rdf::Order order,
                                                  std::span<const rdf::Id> key) const = 0;
  /// About how many values stand behind `prefix`; at least 1.
  [[nodiscard]] virtual std::uint64_t distinct(rdf::Order order,
                                               std::span<const rdf::Id> prefix) const = 0;
  [[nodiscard]] virtual std::uint64_t named_graph_count() const = 0;
  [[nodiscard]] virtual bool is_named_graph(rdf::Id id) const = 0;
  /// The value of an expression without variables, or nothing when it fails.
  [[nodiscard]] virtual std::optional<rdf::Term> value(const algebra::Expression& expression) = 0;
  /// A place where planning may be ended: throws base::Error(limit) when the query is to stop.
  virtual void pause() const {}
  /// Plans that take `bytes` are going to be kept until planning is over, or make_plan() throws:
  /// throws base::Error(limit) when that is too much.
  virtual void keep_plans(std::size_t /*bytes*/) {}
  /// Planning is over: nothing is kept any more.
  virtual void drop_plans() {}
};

} // namespace tela::sparql::optimiser
