#pragma once

#include "rdf/prefix_map.h"
#include "redland/writer.h"
#include "store/store.h"

#include <string>

namespace tela::dump {

/// What a dump left out, because the syntax cannot say it.
struct Report {
  std::uint64_t statements = 0;    ///< written
  std::uint64_t graphs_merged = 0; ///< named graphs whose names the syntax cannot hold
};

/// Writes all statements, or those of the graph `graph` (an IRI; empty: all), sorted by subject, to
/// `output`, which may shorten IRIs by `prefixes`. A syntax without named graphs gets the triples
/// of all graphs as one. Throws Error(input) when `graph` is not in the data, or a term cannot be
/// said in `syntax`.
Report write(const store::Store& store, const rdf::PrefixMap& prefixes, redland::Syntax syntax,
             redland::Output output, const std::string& graph = {});

/// The same statements as N-Quads in the canonical form of RDFC-1.0
/// (https://www.w3.org/TR/rdf-canon/): equal data give equal bytes, whatever their sources named
/// blank nodes and in whatever order they came. Those of one graph are written without its name.
/// Throws also Error(limit) when blank nodes are too much alike, see rdf/canonical_labels.h.
/// Memory: the statements with blank nodes, and those of one subject (or of several of which one
/// begins another).
Report write_canonical(const store::Store& store, redland::Output output,
                       const std::string& graph = {});

/// The id of a graph of the data. Throws Error(input) when there is none of that IRI.
[[nodiscard]] rdf::Id find_graph(const store::Store& store, const std::string& graph);

} // namespace tela::dump
