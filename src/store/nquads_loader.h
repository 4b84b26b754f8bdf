#pragma once

#include "rdf/nquads_reader.h"
#include "store/builder.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

namespace tela::store {

/// Makes a sink in front of another.
using SinkMaker = std::function<std::unique_ptr<rdf::QuadSink>(rdf::QuadSink& next)>;

/// Pushes the statements of an N-Triples or N-Quads file into `builder`, parsed in stretches on
/// `threads` threads. Each thread's go through a sink of `before`'s making, if there is one, which
/// is called by one thread at a time. Returns the number of statements. Throws base::Error(input)
/// with file, line and column at the first fault of the earliest stretch; what was pushed before
/// stays in the builder, so the build is to be given up.
std::uint64_t load_nquads(Builder& builder, const std::filesystem::path& path,
                          rdf::NQuadsSyntax syntax, const SinkMaker& before = {},
                          unsigned threads = 2);

} // namespace tela::store
