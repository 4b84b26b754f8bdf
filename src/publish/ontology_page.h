#pragma once

#include "publish/ontology_terms.h"
#include "rdf/prefix_map.h"

#include <string>

namespace tela::publish {

/// The ontology as a page: classes, properties and concepts with their definitions in three
/// languages, then what terms of other vocabularies are used for. Stands at ontology.html.
[[nodiscard]] std::string ontology_page(const OntologyTerms& terms, const rdf::PrefixMap& prefixes,
                                        const std::string& site_name);

} // namespace tela::publish
