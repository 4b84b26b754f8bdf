#pragma once

#include <string_view>

/// Terms of other vocabularies that the program writes (ontology/reused.ttl says what for).
/// rdf:type and rdfs:label stand in rdf/namespaces.h.
namespace tela::vocabulary {

/// DCMI Metadata Terms
namespace dcterms {
inline constexpr std::string_view title = "http://purl.org/dc/terms/title";
inline constexpr std::string_view description = "http://purl.org/dc/terms/description";
inline constexpr std::string_view is_part_of = "http://purl.org/dc/terms/isPartOf";
inline constexpr std::string_view has_part = "http://purl.org/dc/terms/hasPart";
inline constexpr std::string_view relation = "http://purl.org/dc/terms/relation";
inline constexpr std::string_view identifier = "http://purl.org/dc/terms/identifier";
inline constexpr std::string_view language = "http://purl.org/dc/terms/language";
inline constexpr std::string_view source = "http://purl.org/dc/terms/source";
inline constexpr std::string_view replaces = "http://purl.org/dc/terms/replaces";
inline constexpr std::string_view is_replaced_by = "http://purl.org/dc/terms/isReplacedBy";
} // namespace dcterms

/// FOAF
namespace foaf {
inline constexpr std::string_view page = "http://xmlns.com/foaf/0.1/page";
inline constexpr std::string_view homepage = "http://xmlns.com/foaf/0.1/homepage";
inline constexpr std::string_view topic = "http://xmlns.com/foaf/0.1/topic";
inline constexpr std::string_view primary_topic = "http://xmlns.com/foaf/0.1/primaryTopic";
} // namespace foaf

/// Web Annotation
namespace oa {
inline constexpr std::string_view has_body = "http://www.w3.org/ns/oa#hasBody";
inline constexpr std::string_view has_target = "http://www.w3.org/ns/oa#hasTarget";
inline constexpr std::string_view has_source = "http://www.w3.org/ns/oa#hasSource";
inline constexpr std::string_view has_selector = "http://www.w3.org/ns/oa#hasSelector";
inline constexpr std::string_view specific_resource = "http://www.w3.org/ns/oa#SpecificResource";
inline constexpr std::string_view data_position_selector =
    "http://www.w3.org/ns/oa#DataPositionSelector";
inline constexpr std::string_view text_quote_selector = "http://www.w3.org/ns/oa#TextQuoteSelector";
inline constexpr std::string_view start = "http://www.w3.org/ns/oa#start";
inline constexpr std::string_view end = "http://www.w3.org/ns/oa#end";
inline constexpr std::string_view exact = "http://www.w3.org/ns/oa#exact";
} // namespace oa

/// The Organization Ontology
namespace org {
inline constexpr std::string_view organization = "http://www.w3.org/ns/org#organization";
inline constexpr std::string_view member = "http://www.w3.org/ns/org#member";
inline constexpr std::string_view role = "http://www.w3.org/ns/org#role";
inline constexpr std::string_view sub_organization_of =
    "http://www.w3.org/ns/org#subOrganizationOf";
} // namespace org

/// OWL 2
namespace owl {
inline constexpr std::string_view same_as = "http://www.w3.org/2002/07/owl#sameAs";
} // namespace owl

/// PROV-O
namespace prov {
inline constexpr std::string_view activity = "http://www.w3.org/ns/prov#Activity";
inline constexpr std::string_view software_agent = "http://www.w3.org/ns/prov#SoftwareAgent";
inline constexpr std::string_view was_derived_from = "http://www.w3.org/ns/prov#wasDerivedFrom";
inline constexpr std::string_view was_generated_by = "http://www.w3.org/ns/prov#wasGeneratedBy";
inline constexpr std::string_view was_associated_with =
    "http://www.w3.org/ns/prov#wasAssociatedWith";
} // namespace prov

/// RDF reification
namespace reification {
inline constexpr std::string_view subject = "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject";
inline constexpr std::string_view predicate =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate";
inline constexpr std::string_view object = "http://www.w3.org/1999/02/22-rdf-syntax-ns#object";
} // namespace reification

/// schema.org
namespace schema {
inline constexpr std::string_view value = "https://schema.org/value";
inline constexpr std::string_view currency = "https://schema.org/currency";
inline constexpr std::string_view start_date = "https://schema.org/startDate";
inline constexpr std::string_view end_date = "https://schema.org/endDate";
inline constexpr std::string_view date_published = "https://schema.org/datePublished";
inline constexpr std::string_view dateline = "https://schema.org/dateline";
inline constexpr std::string_view mentions = "https://schema.org/mentions";
inline constexpr std::string_view location = "https://schema.org/location";
inline constexpr std::string_view contained_in_place = "https://schema.org/containedInPlace";
inline constexpr std::string_view founding_location = "https://schema.org/foundingLocation";
} // namespace schema

/// SKOS
namespace skos {
inline constexpr std::string_view pref_label = "http://www.w3.org/2004/02/skos/core#prefLabel";
inline constexpr std::string_view alt_label = "http://www.w3.org/2004/02/skos/core#altLabel";
inline constexpr std::string_view notation = "http://www.w3.org/2004/02/skos/core#notation";
inline constexpr std::string_view broader = "http://www.w3.org/2004/02/skos/core#broader";
inline constexpr std::string_view in_scheme = "http://www.w3.org/2004/02/skos/core#inScheme";
inline constexpr std::string_view exact_match = "http://www.w3.org/2004/02/skos/core#exactMatch";
inline constexpr std::string_view editorial_note =
    "http://www.w3.org/2004/02/skos/core#editorialNote";
inline constexpr std::string_view concept_class = "http://www.w3.org/2004/02/skos/core#Concept";
} // namespace skos

/// WGS84 Geo Positioning
namespace wgs84 {
inline constexpr std::string_view latitude = "http://www.w3.org/2003/01/geo/wgs84_pos#lat";
inline constexpr std::string_view longitude = "http://www.w3.org/2003/01/geo/wgs84_pos#long";
} // namespace wgs84

} // namespace tela::vocabulary
