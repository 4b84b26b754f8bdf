#pragma once

#include "store/store.h"

#include <vector>

namespace tela::store {

/// Some graphs of a store.
class GraphSet {
 public:
  explicit GraphSet(const Store& store) : members_(store.counts().iris) {}

  /// Passes over what is no IRI of the store.
  void insert(rdf::Id graph) {
    if (is_known(graph)) members_[graph.payload()] = true;
  }
  [[nodiscard]] bool contains(rdf::Id graph) const {
    return is_known(graph) && members_[graph.payload()];
  }

 private:
  [[nodiscard]] bool is_known(rdf::Id graph) const {
    return graph.tag() == rdf::IdTag::iri && graph.payload() < members_.size();
  }

  std::vector<bool> members_; // by number of the IRI
};

/// The statements of a store that another one does not take over.
struct LeftOut {
  GraphSet graphs;     ///< the statements in these
  rdf::Id catalogue{}; ///< and those in this graph that are about them; Id{}: there is none

  [[nodiscard]] bool contains(rdf::Id subject, rdf::Id graph) const {
    return graphs.contains(graph.defined() && graph == catalogue ? subject : graph);
  }
};

} // namespace tela::store
