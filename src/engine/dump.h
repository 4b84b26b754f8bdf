#pragma once

#include "engine/database.h"
#include "redland/writer.h"

#include <string>

namespace tela::engine {

/// What a dump left out, because the syntax cannot say it.
struct DumpReport {
  std::uint64_t statements = 0;    ///< written
  std::uint64_t graphs_merged = 0; ///< named graphs whose names the syntax cannot hold
};

/// Writes all statements, or those of the graph `graph` (an IRI; empty: all), sorted by subject, to
/// `output`. A syntax without named graphs gets the triples of all graphs as one. Throws
/// Error(input) when `graph` is not in the data, or a term cannot be said in `syntax`.
DumpReport dump(const Database& database, redland::Syntax syntax, redland::Output output,
                const std::string& graph = {});

} // namespace tela::engine
