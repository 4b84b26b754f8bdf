#pragma once

#include "network/attributed_graph.h"
#include "relations/store_reader.h"

#include <string_view>

namespace tela::relations {

/// The things of a list as nodes: stable ids such as "state:HN" (folder and name of the IRI),
/// labels in `language` with fallback, IRIs; and columns, those that hold anything: code
/// (identifier), type (most special class), region and continent (where the thing lies), status,
/// coverage, theme. REQUIRES: ascending.
[[nodiscard]] network::NodeTable
describe(const store::Store& store, std::span<const rdf::Id> things, std::string_view language);

/// The node id of an IRI or blank node: the last two parts of its path, joined by ':', with every
/// other character but letters, digits, '.', '-' and '_' as "_" and two hexadecimal digits.
[[nodiscard]] std::string node_token(std::string_view iri);

} // namespace tela::relations
