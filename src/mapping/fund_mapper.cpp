#include "mapping/fund_mapper.h"

#include "rdf/namespaces.h"
#include "records/project_page.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

namespace tela::mapping {

using namespace vocabulary; // NOLINT(google-build-using-namespace): its names are terms
using records::development_fund;

bool is_known_fund(std::string_view id) {
  return id == development_fund;
}

void map_funds(const Names& names, rdf::GraphWriter& out) {
  const std::string iri = names.fund(development_fund);
  out.type(iri, classes::fund);
  out.text(iri, dcterms::identifier, development_fund);
  out.text(iri, rdf::rdfs_label, "IOM Development Fund", "en");
  out.text(iri, rdf::rdfs_label, "Fonds de l’OIM pour le développement", "fr");
  out.text(iri, rdf::rdfs_label, "Fondo de la OIM para el Desarrollo", "es");
  out.text(iri, acronym, "IDF", "en");
}

} // namespace tela::mapping
