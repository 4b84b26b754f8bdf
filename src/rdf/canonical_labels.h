#pragma once

#include "rdf/quad.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace tela::rdf {

/// What canonical_labels() may cost. Data made to be symmetrical (poison graphs) need exponential
/// work; no real data come near these limits.
struct CanonicalLimits {
  std::uint64_t work = 20'000'000; ///< statements hashed and nodes tried; about 10 seconds
  std::size_t depth = 1'000;       ///< blank nodes that must be followed to tell one from another
};

/// Blank node labels of a dataset and the canonical ones, "c14n0", "c14n1" …
using CanonicalLabels = std::unordered_map<std::string, std::string>;

/// Names blank nodes by what is said about them, by the algorithm RDFC-1.0 with SHA-256
/// (https://www.w3.org/TR/rdf-canon/): datasets that are the same up to names of blank nodes, order
/// and repetition of statements get the same statements. `quads` need hold only those of the
/// dataset's statements that hold a blank node. Throws base::Error(limit) beyond `limits`.
///
/// A dataset with these names, as N-Quads sorted by bytes without repetition, is in canonical form.
[[nodiscard]] CanonicalLabels canonical_labels(std::span<const Quad> quads,
                                               const CanonicalLimits& limits = {});

} // namespace tela::rdf
