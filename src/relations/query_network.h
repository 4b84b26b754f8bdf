#pragma once

#include "engine/query.h"
#include "relations/one_mode.h"

#include <string>

namespace tela::relations {

/// The network that a query describes. SELECT: ?source and ?target are the ends of each edge,
/// ?weight (a number), ?type, ?start and ?end (dates or years) what they say; other variables
/// become attributes of the edge, with the type that all their values have. CONSTRUCT and DESCRIBE:
/// see TripleNetwork. Throws Error(usage) when ?source or ?target is missing, Error(input) for a
/// weight that is no number, Error(limit) above most_edges.
[[nodiscard]] Network query_network(const store::Store& store, engine::Query& query,
                                    std::string_view language);

} // namespace tela::relations
