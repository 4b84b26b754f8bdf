#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tela::export_ {

/// Something that a program will lose or refuse, first met at `line`.
struct LintFinding {
  std::uint64_t line = 0;
  std::string readers; ///< "cytoscape", "gephi, igraph", or "all"
  std::string message; ///< what is lost, and what to write instead
  std::uint64_t count = 1;
};

/// Looks at a GraphML file of any origin with the eyes of Gephi, Cytoscape, yEd, networkx, igraph
/// and Boost: unknown types, defaults, booleans, numbers that do not fit, edges to
/// nowhere, keys that a reader takes for something else, nested graphs … Findings by line; those
/// that say the same are one, with their number. What the readers do was read from their sources.
/// Any encoding that XML declares will do. Memory: the ids of nodes and edges. Throws Error(input)
/// where the file is no well-formed XML with namespaces, or has no graph.
[[nodiscard]] std::vector<LintFinding> lint_graphml(std::string_view source,
                                                    std::string_view document);

} // namespace tela::export_
