#pragma once

#include "rdf/nquads_reader.h"
#include "store/builder.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace tela::store {

/// Pushes the statements of an N-Triples or N-Quads file into `builder`, as a source of its own
/// named by `path`, parsed in stretches on `threads` threads. Statements without a graph go into
/// the graph with the IRI `graph`; when that is empty, into the default graph. Returns the number
/// of statements. Throws base::Error(input) with file, line and column at the first fault of the
/// earliest stretch; what was pushed before stays in the builder, so the build is to be given up.
std::uint64_t load_nquads(Builder& builder, const std::filesystem::path& path,
                          rdf::NQuadsSyntax syntax, const std::string& graph = {},
                          unsigned threads = 2);

} // namespace tela::store
