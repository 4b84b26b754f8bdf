#pragma once

#include "rdf/term.h"
#include "store/store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tela::redland {

/// What Rasqal answered.
struct RasqalAnswer {
  std::optional<bool> truth;          ///< of ASK
  std::vector<std::string> variables; ///< of SELECT, in the order of the projection
  std::vector<std::vector<std::optional<rdf::Term>>> rows; ///< a term, or unbound, a variable
};

/// Runs a SPARQL 1.0 SELECT or ASK with Rasqal, through librdf, over all graphs of `store` as one.
/// A second opinion for tests, never for users: Rasqal 0.9.33 has half of SPARQL 1.1, knows no time
/// limit, and dies of some queries. What it is known to get wrong or to die of is refused by name
/// before it sees the query: base::Error(usage) for every keyword of SPARQL 1.1, GRAPH, FROM,
/// DESCRIBE, CONSTRUCT, long language tags. Throws base::Error(input) when Rasqal refuses the
/// query.
[[nodiscard]] RasqalAnswer ask_rasqal(const store::Store& store, std::string_view query,
                                      const std::string& base_iri = "http://e.example/");

} // namespace tela::redland
