#pragma once

#include "base/xml_reader.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tela::redland {

inline constexpr std::string_view rdf_space = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/// The attributes of a node or property element of RDF/XML, sorted by what they mean.
struct RdfXmlAttributes {
  std::optional<std::string> base, language; ///< xml:base, xml:lang
  std::optional<std::string> about, id, node_id, resource, parse_type, datatype; ///< rdf: …
  std::vector<std::pair<std::string, std::string>> properties; ///< IRI and value of all others

  /// How many of rdf:about, rdf:ID, rdf:nodeID, of which a node has one.
  [[nodiscard]] int names_of_node() const {
    return int{about.has_value()} + int{id.has_value()} + int{node_id.has_value()};
  }
};

/// Sorts attributes with expanded names. Throws base::Error(input), without a place, at one that
/// RDF/XML does not allow anywhere.
[[nodiscard]] RdfXmlAttributes sort_attributes(const base::XmlAttributes& attributes);

/// The IRI that an expanded name stands for. Throws base::Error(input), without a place, when it
/// has no namespace or no local part.
[[nodiscard]] std::string iri_of(const base::XmlName& name);

} // namespace tela::redland
