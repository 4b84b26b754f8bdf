#pragma once

#include "rdf/term.h"
#include "sparql/algebra/substitute.h"

namespace tela::shapes {

/// `message` with each {?name} and {$name} replaced by the value of that variable: the text of a
/// literal, the IRI of a node. A name without a value stays as it is written. Language and datatype
/// stay too.
[[nodiscard]] rdf::Term filled(rdf::Term message, const sparql::algebra::Substitution& values);

} // namespace tela::shapes
