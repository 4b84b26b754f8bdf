#include "mapping/gazetteer_graphs.h"

#include "rdf/namespaces.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

namespace tela::mapping {

namespace {

using namespace vocabulary; // NOLINT(google-build-using-namespace): its names are terms

// Empty for what serves only to read texts.
std::string_view property_of(gazetteer::NameKind kind) {
  switch (kind) {
  case gazetteer::NameKind::label:
    return rdf::rdfs_label;
  case gazetteer::NameKind::formal:
  case gazetteer::NameKind::variant:
    return skos::alt_label;
  case gazetteer::NameKind::former:
    return former_name;
  case gazetteer::NameKind::acronym:
    return acronym;
  case gazetteer::NameKind::demonym:
  case gazetteer::NameKind::city:
    break;
  }
  return {};
}

} // namespace

void map_names(const std::vector<gazetteer::Name>& names, std::string_view subject,
               GazetteerGraphs& out) {
  for (const auto& name : names)
    if (const auto property = property_of(name.kind); !property.empty())
      out.of(name.sourced).text(subject, property, name.text, name.language);
}

} // namespace tela::mapping
