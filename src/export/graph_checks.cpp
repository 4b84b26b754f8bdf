#include "export/graph_checks.h"

#include "base/error.h"

#include <unordered_set>

namespace tela::export_ {

void check_unique_ids(const network::NodeTable& nodes) {
  std::unordered_set<std::string_view> seen;
  seen.reserve(nodes.size());
  for (network::Node n = 0; n < nodes.size(); ++n)
    if (!seen.insert(nodes[n].id).second)
      throw base::Error(base::Failure::input, "two nodes have the id \"" + nodes[n].id + "\"",
                        "ids must be unique: give one of them another");
}

void check_ends(const network::EdgeView& edge, const network::NodeTable& nodes) {
  if (edge.source >= nodes.size() || edge.target >= nodes.size())
    throw base::Error(base::Failure::input, "an edge names a node that is not in the graph");
}

} // namespace tela::export_
