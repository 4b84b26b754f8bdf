#pragma once

#include "rdf/nquads_reader.h"
#include "store/builder.h"
#include "store/store.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace tela::tests {

// Terse N-Triples: every word is an IRI below the ontology (t:), the base (d:) or as given.
inline std::string terse_iri(std::string_view word) {
  if (word.starts_with("t:"))
    return "<https://w3id.org/tela/ontology#" + std::string(word.substr(2)) + ">";
  if (word.starts_with("d:")) return "<https://w3id.org/tela/" + std::string(word.substr(2)) + ">";
  if (word == "a") return "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
  if (word == "label") return "<http://www.w3.org/2000/01/rdf-schema#label>";
  if (word == "identifier") return "<http://purl.org/dc/terms/identifier>";
  if (word == "within") return "<https://schema.org/containedInPlace>";
  return std::string(word);
}

// Pushes "s p o" lines.
inline void push(std::string_view lines, store::Builder& builder) {
  std::string triples;
  for (std::size_t at = 0; at < lines.size();) {
    const auto end = std::min(lines.find('\n', at), lines.size());
    const std::string_view line = lines.substr(at, end - at);
    at = end + 1;
    const auto first = line.find(' ');
    if (first == std::string_view::npos) continue;
    const auto second = line.find(' ', first + 1);
    triples += terse_iri(line.substr(0, first)) + " " +
               terse_iri(line.substr(first + 1, second - first - 1)) + " " +
               terse_iri(line.substr(second + 1)) + " .\n";
  }
  rdf::read_nquads(triples, "test.nq", rdf::NQuadsSyntax::nquads, builder);
}

inline store::Store store_of(std::string_view lines) {
  store::Builder builder;
  push(lines, builder);
  return store::Store::from_memory(builder.finish_in_memory());
}

// Three projects, two processes, four states in two regions.
inline constexpr std::string_view small_world = R"nt(d:state/HN label "Honduras"@en
d:state/HN label "Honduras (fr)"@fr
d:state/HN identifier "HN"
d:state/HN within d:region/013
d:state/SV label "El Salvador"
d:state/SV within d:region/013
d:state/GT within d:region/013
d:state/TD within d:region/017
d:region/013 a t:Region
d:region/013 identifier "013"
d:region/013 label "Central America"@en
d:region/017 label "Middle Africa"@en
d:project/p1 t:beneficiary d:state/HN
d:project/p1 t:beneficiary d:state/SV
d:project/p2 t:beneficiary d:state/HN
d:project/p2 t:beneficiary d:state/SV
d:project/p2 t:otherBeneficiary d:state/GT
d:project/p3 t:beneficiary d:state/TD
d:project/p1 label "First project"@en
d:project/p1 t:startYear "2015"^^<http://www.w3.org/2001/XMLSchema#integer>
d:project/p1 t:endYear "2016"^^<http://www.w3.org/2001/XMLSchema#integer>
d:project/p2 t:startYear "2020"^^<http://www.w3.org/2001/XMLSchema#integer>
d:project/p2 t:endYear "2021"^^<http://www.w3.org/2001/XMLSchema#integer>
d:project/p1 t:partner d:organisation/iom
d:project/p2 t:partner d:organisation/iom
d:process/rcm t:memberState d:state/HN
d:process/rcm t:memberState d:state/GT
d:process/rcm t:observerState d:state/TD
)nt";

} // namespace tela::tests
