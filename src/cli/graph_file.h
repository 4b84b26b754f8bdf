#pragma once

#include "relations/network_file.h"
#include "relations/similar_actors.h"

#include <CLI/CLI.hpp>

#include <string>

namespace tela::cli {

/// The file that a network becomes: what -f, --for, --layout, --csv-safe and -o say.
struct GraphFile {
  relations::NetworkFile form;
  std::string output; ///< empty: standard output
};

/// The options that fill `file`, which must outlive the command.
void add_graph_file(CLI::App& command, GraphFile& file);

/// Writes the file, or two files for CSV and Parquet, and says what the format could not hold.
/// Throws Error(usage) for unknown formats and readers.
void write_graph_file(const relations::Network& network, const GraphFile& file);

/// The same for a network whose edges come while they are written; single use.
/// REQUIRES: can_be_streamed(file).
void write_graph_file(relations::StreamedNetwork& network, const GraphFile& file);

/// Throws Error(usage) for an option of pictures that the format has no use for.
void check_picture_options(const GraphFile& file);

/// Whether the file needs the edges only one after the other.
[[nodiscard]] bool can_be_streamed(const GraphFile& file);

} // namespace tela::cli
