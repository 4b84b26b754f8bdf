#pragma once

#include "rdf/term.h"

#include <compare>

namespace tela::shapes {

/// How two literals compare by SPARQL's `<` (SPARQL 1.1 section 17.3): numbers by value, strings by
/// code point, booleans, dates and times on the time line. Unordered when they are not comparable:
/// terms of other kinds, ill-formed values, or only one of two dates has a time zone.
[[nodiscard]] std::partial_ordering compare_values(const rdf::Term& a, const rdf::Term& b);

/// Whether a literal's lexical form belongs to its datatype (for the datatypes of SPARQL; others
/// count as well-formed).
[[nodiscard]] bool is_well_formed(const rdf::Term& literal);

} // namespace tela::shapes
