#pragma once

#include "rdf/quad.h"
#include "sparql/algebra/algebra.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace tela::tests {

/// SPARQL from the definitions of section 18, without any thought of speed: solutions are maps from
/// names to terms, graphs are sets of triples, every join is a double loop. The opinion the real
/// evaluator is compared with. Knows the expressions that random_query() writes.
class NaiveEvaluator {
 public:
  using Solution = std::map<std::string, rdf::Term>;
  using Solutions = std::vector<Solution>;
  using Triple = std::tuple<rdf::Term, rdf::Term, rdf::Term>;
  using Triples = std::set<Triple>;

  explicit NaiveEvaluator(const std::vector<rdf::Quad>& quads);

  /// The solutions of a SELECT query without ORDER BY and LIMIT, projected.
  [[nodiscard]] Solutions select(const sparql::algebra::Query& query) const;

 private:
  using Operator = sparql::algebra::Operator;
  using Expression = sparql::algebra::Expression;
  using Value = std::optional<rdf::Term>;

  /// Where a pattern is evaluated: the graph, and values put in the place of variables (EXISTS).
  struct Place {
    const Triples* graph;
    Solution fixed;
  };

  Solutions eval(const Operator& tree, const Place& place) const;
  Solutions eval_node(const sparql::algebra::BasicGraphPattern& node, const Place& place) const;
  Solutions eval_node(const sparql::algebra::Join& node, const Place& place) const;
  Solutions eval_node(const sparql::algebra::LeftJoin& node, const Place& place) const;
  Solutions eval_node(const sparql::algebra::Union& node, const Place& place) const;
  Solutions eval_node(const sparql::algebra::Minus& node, const Place& place) const;
  Solutions eval_node(const sparql::algebra::Filter& node, const Place& place) const;
  Solutions eval_node(const sparql::algebra::Extend& node, const Place& place) const;
  Solutions eval_node(const sparql::algebra::Graph& node, const Place& place) const;
  Solutions eval_node(const sparql::algebra::Service& node, const Place& place) const;
  Solutions eval_node(const sparql::algebra::Values& node, const Place& place) const;
  Solutions eval_node(const sparql::algebra::Group& node, const Place& place) const;
  Solutions eval_node(const sparql::algebra::OrderBy& node, const Place& place) const;
  Solutions eval_node(const sparql::algebra::Project& node, const Place& place) const;
  Solutions eval_node(const sparql::algebra::Distinct& node, const Place& place) const;
  Solutions eval_node(const sparql::algebra::Reduced& node, const Place& place) const;
  Solutions eval_node(const sparql::algebra::Slice& node, const Place& place) const;

  Solutions match(const sparql::algebra::TriplePattern& pattern, const Place& place) const;
  Solutions match(const sparql::algebra::PathPattern& pattern, const Place& place) const;
  Value aggregate(const sparql::algebra::Aggregate& aggregate, const Solutions& group,
                  const Place& place) const;
  Value value(const Expression& expression, const Solution& solution, const Place& place) const;
  Value call(const Expression& expression, const Solution& solution, const Place& place) const;
  std::optional<bool> truth(const Expression& expression, const Solution& solution,
                            const Place& place) const;

  Triples default_graph_;
  std::map<rdf::Term, Triples> named_;
};

} // namespace tela::tests
