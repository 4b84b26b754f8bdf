#pragma once

#include "rdf/term.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tela::tests {

/// A named graph of a test: the file and the IRI it is loaded as.
struct NamedGraph {
  std::filesystem::path file;
  std::string iri;
};

/// One entry of a W3C test manifest (https://www.w3.org/2001/sw/DataAccess/tests/README).
struct ManifestEntry {
  std::string iri, name;
  std::string type;     ///< local name of its class: "QueryEvaluationTest", …
  std::string approval; ///< local name: "Approved", "Withdrawn", …, or empty
  std::string category; ///< folder of the manifest: "aggregates"
  std::filesystem::path query;
  std::vector<std::filesystem::path> data;
  std::vector<NamedGraph> named_graphs;
  std::vector<NamedGraph> services; ///< data behind endpoints
  std::optional<std::filesystem::path> result;
  bool lax_cardinality = false; ///< REDUCED: fewer duplicates are right too
};

/// The folder of one of the W3C suites ("sparql10"), or nothing where the shared material is
/// absent.
[[nodiscard]] std::optional<std::filesystem::path> w3c_suite(std::string_view name);

/// The entries of `manifest` and of all manifests that it includes, in order. Throws base::Error.
[[nodiscard]] std::vector<ManifestEntry> read_manifest(const std::filesystem::path& manifest);

} // namespace tela::tests
