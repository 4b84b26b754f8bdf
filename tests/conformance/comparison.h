#pragma once

#include "rdf/quad.h"
#include "sparql/results/result_table.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace tela::tests {

/// A row of solutions, or a triple.
using Tuple = std::vector<std::optional<rdf::Term>>;

enum class Comparison : std::uint8_t {
  bag,     ///< the same tuples, each as often, in any order
  ordered, ///< also in the same order
  reduced, ///< each at least once and at most as often as expected (REDUCED)
};

/// Whether `actual` is what `expected` says, with blank nodes renamed one to one, language tags
/// compared without regard to case, and numbers of one datatype compared by value.
[[nodiscard]] bool same_tuples(const std::vector<Tuple>& expected, const std::vector<Tuple>& actual,
                               Comparison comparison);

/// The same for results, whatever the order of their variables.
[[nodiscard]] bool same_results(const sparql::results::ResultTable& expected,
                                const sparql::results::ResultTable& actual, Comparison comparison);

/// Whether two graphs are isomorphic. Graph names are not looked at.
[[nodiscard]] bool same_graphs(const std::vector<rdf::Quad>& expected,
                               const std::vector<rdf::Quad>& actual);

} // namespace tela::tests
