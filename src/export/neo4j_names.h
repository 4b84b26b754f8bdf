#pragma once

#include <string>
#include <string_view>

/// What Neo4j calls the kinds of nodes and edges.
namespace tela::export_ {

/// Of a node id: "state:HN" → "State"; "Node" where the id tells no kind.
[[nodiscard]] std::string neo4j_label(std::string_view id);
/// Of an edge's kind: "shared-projects" → "SHARED_PROJECTS"; "RELATED" where there is none.
[[nodiscard]] std::string neo4j_type(std::string_view kind);

} // namespace tela::export_
