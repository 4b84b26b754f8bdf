#pragma once

#include "conformance/manifest.h"
#include "rdf/quad.h"
#include "sparql/results/result_table.h"
#include "sparql/results/result_writer.h"

#include <string>
#include <vector>

namespace tela::tests {

/// What the engine says to a test.
struct Answer {
  bool is_graph = false;
  sparql::results::ResultTable table; ///< of SELECT and ASK
  std::vector<rdf::Quad> graph;       ///< of CONSTRUCT and DESCRIBE
  bool has_order = false;             ///< the query sorts its result
};

/// Loads the data of the test, with the files that FROM names, and asks its query; SERVICE is
/// answered from the data that the test puts behind the endpoint. SELECT and ASK are written in
/// `format` and read back. Throws base::Error.
[[nodiscard]] Answer ask_engine(const ManifestEntry& entry, sparql::results::Format format);

} // namespace tela::tests
