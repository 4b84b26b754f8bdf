#pragma once

#include "publish/html_writer.h"
#include "publish/ontology_terms.h"

namespace tela::publish {

/// Writes an SVG element with a box for each class that is no part of another: its name, the
/// classes under it, and its properties that lead to things, with a line to the box where they
/// lead. Made from the ontology alone; names link to where a class is explained. Classes stand to
/// the right of those that lead to them.
void write_ontology_diagram(HtmlWriter& html, const OntologyTerms& terms);

} // namespace tela::publish
