#pragma once

#include "rdf/date_time.h"
#include "rdf/duration.h"
#include "rdf/numeric.h"
#include "rdf/term.h"

#include <optional>
#include <string_view>

/// What XML Schema's datatypes and functions mean, once for SPARQL and SHACL.
namespace tela::xsd {

/// Without white space around it, which does not count when a value is read from a lexical form.
[[nodiscard]] std::string_view collapsed(std::string_view lexical);

// The value of a literal, or nothing when it is of another datatype or ill-typed.
[[nodiscard]] std::optional<rdf::Numeric> number_of(const rdf::TermView& literal);
[[nodiscard]] std::optional<bool> boolean_of(const rdf::TermView& literal);
[[nodiscard]] std::optional<rdf::DateTime> date_time_of(const rdf::TermView& literal);
[[nodiscard]] std::optional<rdf::Duration> duration_of(const rdf::TermView& literal);

/// The boolean that a lexical form stands for: true, false, 1 or 0.
[[nodiscard]] std::optional<bool> parse_boolean(std::string_view lexical);

/// Whether a literal's lexical form, as it is written, belongs to its datatype (for the datatypes
/// of SPARQL; others count as well-formed).
[[nodiscard]] bool is_well_formed(const rdf::TermView& literal);

} // namespace tela::xsd
