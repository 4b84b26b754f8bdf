#pragma once

#include <string>
#include <string_view>

/// IRIs of the vocabularies that describe datasets: dcat("Dataset").
namespace tela::publish::terms {

inline std::string dcat(std::string_view local) {
  return "http://www.w3.org/ns/dcat#" + std::string(local);
}
inline std::string dct(std::string_view local) {
  return "http://purl.org/dc/terms/" + std::string(local);
}
inline std::string void_term(std::string_view local) {
  return "http://rdfs.org/ns/void#" + std::string(local);
}
inline std::string foaf(std::string_view local) {
  return "http://xmlns.com/foaf/0.1/" + std::string(local);
}
inline std::string vcard(std::string_view local) {
  return "http://www.w3.org/2006/vcard/ns#" + std::string(local);
}
inline std::string spdx(std::string_view local) {
  return "http://spdx.org/rdf/terms#" + std::string(local);
}
inline std::string skos(std::string_view local) {
  return "http://www.w3.org/2004/02/skos/core#" + std::string(local);
}
inline std::string xsd(std::string_view local) {
  return "http://www.w3.org/2001/XMLSchema#" + std::string(local);
}
/// A term of an authority table of the EU: eu("data-theme/SOCI").
inline std::string eu(std::string_view path) {
  return "http://publications.europa.eu/resource/authority/" + std::string(path);
}

} // namespace tela::publish::terms
