#pragma once

#include "rdf/quad.h"

#include <cstddef>
#include <span>

namespace tela::rdf {

/// Whether two datasets are the same up to the names of their blank nodes (RDF 1.1 Concepts,
/// section 3.6, extended to graph names). Repeated statements count once.
///
/// Blank nodes are told apart by what is said about them, round by round (colour refinement), and
/// where that leaves several alike, by trying each. The trying is exponential for hostile data, so
/// it is bounded: throws base::Error(limit) after `max_rounds` rounds over all statements. Cost
/// without blank nodes: a sort.
[[nodiscard]] bool is_isomorphic(std::span<const Quad> a, std::span<const Quad> b,
                                 std::size_t max_rounds = 10'000);

} // namespace tela::rdf
