#pragma once

#include <string_view>

namespace tela::redland {

/// Throws base::Error(usage) when `query` holds what Rasqal 0.9.33 is known to answer wrongly, to
/// die of or to fetch from elsewhere: every keyword of SPARQL 1.1, GRAPH, FROM, DESCRIBE,
/// CONSTRUCT, property paths, long language tags, deep nesting. Looks at words only, outside
/// strings, IRIs, comments, variables and prefixed names; one pass.
void check_for_rasqal(std::string_view query);

} // namespace tela::redland
