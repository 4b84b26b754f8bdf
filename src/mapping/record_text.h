#pragma once

#include "gazetteer/links.h"
#include "mapping/evidence_mapper.h"
#include "mapping/names.h"
#include "rdf/graph_writer.h"

#include <string_view>

/// What project and article records have in common.
namespace tela::mapping {

/// Title, identifier (the last part of the topic's IRI) and page.
void map_heading(const records::Record& record, std::string_view topic, rdf::GraphWriter& out);

/// The concept of tela:BasisScheme that says how sure the record is.
[[nodiscard]] std::string_view basis_of(const records::Record& record);

/// schema:mentions of states, territories, processes and organisations, each with its evidence.
void map_mentions(const gazetteer::Links& links, std::string_view topic, const Names& names,
                  EvidenceMapper& evidence);

/// A year as a number, so that years compare in queries. What is no year stays text, of which the
/// shapes will complain. Nothing for an empty text.
void map_year(std::string_view subject, std::string_view text, std::string_view property,
              rdf::GraphWriter& out);

/// An ISO date; what is none stays text. Nothing for an empty text.
void map_day(std::string_view subject, std::string_view text, std::string_view property,
             rdf::GraphWriter& out);

/// An ISO date or month goes whole to `date_property` and its year to `year_property`; anything
/// else is left to map_year().
void map_date(std::string_view subject, std::string_view text, std::string_view year_property,
              std::string_view date_property, rdf::GraphWriter& out);

/// A decimal number; what is none stays text.
void map_number(std::string_view subject, std::string_view property, std::string_view text,
                rdf::GraphWriter& out);

/// Amount and currency of `node`.
void map_money(std::string_view node, const records::Money& money, rdf::GraphWriter& out);

/// The values of properties that a mapping names. What is no IRI becomes a text.
void map_properties(const records::Record& record, std::string_view topic, rdf::GraphWriter& out);

/// The IRI of a property as mappings of tables name it: an absolute IRI, or a name with a standard
/// prefix ("tela:sector"); nothing for anything else.
[[nodiscard]] std::optional<std::string> property_iri(std::string_view name);

} // namespace tela::mapping
