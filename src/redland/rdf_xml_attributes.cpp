#include "redland/rdf_xml_attributes.h"

#include "rdf/namespaces.h"

#include <algorithm>
#include <array>

namespace tela::redland {

namespace {

using base::XmlName;

constexpr std::string_view xml_space = "http://www.w3.org/XML/1998/namespace";

[[noreturn]] void refuse(const std::string& message, const std::string& advice) {
  throw base::Error(base::Failure::input, message, advice);
}

/// Attributes that the first RDF/XML knew without a prefix; RDF 1.1 still allows them so.
bool may_lack_prefix(std::string_view local) {
  constexpr std::array names{"about", "ID", "resource", "parseType", "type"};
  return std::ranges::find(names, local) != names.end();
}

/// XML keeps names that begin so, in any case, for itself.
bool is_reserved_for_xml(std::string_view local) {
  return local.size() >= 3 && (local[0] == 'x' || local[0] == 'X') &&
         (local[1] == 'm' || local[1] == 'M') && (local[2] == 'l' || local[2] == 'L');
}

std::optional<std::string>* rdf_attribute(RdfXmlAttributes& sorted, std::string_view local) {
  if (local == "about") return &sorted.about;
  if (local == "ID") return &sorted.id;
  if (local == "nodeID") return &sorted.node_id;
  if (local == "resource") return &sorted.resource;
  if (local == "parseType") return &sorted.parse_type;
  if (local == "datatype") return &sorted.datatype;
  return nullptr;
}

void take_rdf(RdfXmlAttributes& sorted, std::string_view local, std::string_view value) {
  constexpr std::array refused{"aboutEach", "aboutEachPrefix", "bagID", "RDF", "Description", "li"};
  if (std::ranges::find(refused, local) != refused.end())
    refuse("the attribute rdf:" + std::string(local) + ", which RDF/XML does not have",
           "say it with elements");
  if (auto* target = rdf_attribute(sorted, local)) {
    if (*target) refuse("the attribute " + std::string(local) + " twice", "keep one of them");
    *target = value;
  } else {
    sorted.properties.emplace_back(std::string(rdf_space) + std::string(local), value);
  }
}

void take(RdfXmlAttributes& sorted, const XmlName& name, std::string_view value) {
  if (name.space == xml_space) {
    if (name.local == "lang") sorted.language = value;
    if (name.local == "base") sorted.base = value;
  } else if (name.space == rdf_space || (name.space.empty() && may_lack_prefix(name.local))) {
    take_rdf(sorted, name.local, value);
  } else if (!name.space.empty()) {
    sorted.properties.emplace_back(iri_of(name), value);
  } else if (!is_reserved_for_xml(name.local)) {
    refuse("the attribute " + std::string(name.local) + " without a namespace",
           "give it a prefix, as in rdf:" + std::string(name.local));
  }
}

} // namespace

RdfXmlAttributes sort_attributes(const base::XmlAttributes& attributes) {
  RdfXmlAttributes sorted;
  attributes.for_each([&](std::string_view name, std::string_view value) {
    take(sorted, XmlName::of(name), value);
  });
  return sorted;
}

std::string iri_of(const XmlName& name) {
  if (name.space.empty())
    refuse("the name \"" + std::string(name.local) + "\" without a namespace", "give it a prefix");
  if (name.local.empty())
    refuse("the name \"" + std::string(name.prefix) + ":\" without a part behind the colon",
           "write the whole name");
  return std::string(name.space).append(name.local);
}

} // namespace tela::redland
