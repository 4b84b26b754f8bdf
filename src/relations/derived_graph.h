#pragma once

#include "iris/scheme.h"
#include "network/projection.h"
#include "rdf/quad.h"
#include "store/store.h"

#include <cstdint>

namespace tela::relations {

/// What a derivation wrote.
struct DerivedCounts {
  std::uint64_t ties = 0;
  std::uint64_t reasons = 0; ///< links from ties to what is shared
  std::uint64_t unnamed = 0; ///< ties left out, since one of the two is no IRI
};

/// Writes the ties of states, of processes and of organisations, by all that ties them
/// (relations_of), into the graph names.derived_graph(): for each two that share something a
/// tela:Tie with its kind, weight, formula, number shared, period and a link to each thing shared,
/// and tela:tiedTo between the two. The same edges and reasons as one_mode() and why() give.
/// Projects are left out: nearly all are tied to nearly all.
///
/// Cost and size: one link for each two actors and each thing they share, the sum over events of
/// n(e)^2 / 2. Memory: the ties of one kind of actors. Throws what derive() throws.
DerivedCounts derive_graph(const store::Store& store, const iris::Scheme& names,
                           network::Weight weight, rdf::QuadSink& sink);

} // namespace tela::relations
