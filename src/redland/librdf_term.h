#pragma once

#include "rdf/term.h"
#include "redland/librdf_handles.h"

namespace tela::redland {

/// The term of a node; valid as long as the node. A plain literal is an xsd:string.
[[nodiscard]] rdf::TermView term_of(librdf_node* node);

/// A new node for `term`. An xsd:string becomes a plain literal, as librdf's other storages hold
/// it. Throws base::Error(limit) without memory, and base::Error(input) for a language tag of more
/// than 255 bytes, which librdf would write beyond its buffer.
[[nodiscard]] LibrdfNode make_node(librdf_world* world, const rdf::TermView& term);

} // namespace tela::redland
