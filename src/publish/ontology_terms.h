#pragma once

#include "publish/language.h"
#include "rdf/prefix_map.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tela::publish {

/// What ontology/ says of a term.
struct OntologyTerm {
  std::string iri;
  LocalText label;
  LocalText definition;                                     ///< or what a borrowed term is used for
  std::vector<std::string> types, domains, ranges, broader; ///< IRIs
  bool own = false;                                         ///< of Tela's ontology, not borrowed
};

/// The terms of ontology/tela.ttl and ontology/reused.ttl, by IRI. Immutable after construction.
class OntologyTerms {
 public:
  OntologyTerms();

  /// Null when the IRI is no such term.
  [[nodiscard]] const OntologyTerm* find(std::string_view iri) const;
  [[nodiscard]] const std::map<std::string, OntologyTerm, std::less<>>& all() const noexcept {
    return terms_;
  }
  /// What the ontology says of itself.
  [[nodiscard]] const OntologyTerm& ontology() const noexcept { return ontology_; }

  /// The id of the term on the ontology's page: "Project" of its own, "dcterms-title" of others.
  [[nodiscard]] static std::string anchor_of(const OntologyTerm& term);

 private:
  std::map<std::string, OntologyTerm, std::less<>> terms_;
  OntologyTerm ontology_;
};

} // namespace tela::publish
