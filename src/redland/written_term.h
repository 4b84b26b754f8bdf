#pragma once

#include "rdf/quad.h"
#include "redland/syntax.h"

#include <string>
#include <string_view>

/// What the writers share.
namespace tela::redland {

/// Throws the Error(input) that says that `syntax` cannot hold `what`.
[[noreturn]] void refuse_to_write(Syntax syntax, const std::string& what,
                                  const std::string& advice);

/// refuse_to_write() when `quad` stands in a named graph.
void refuse_named_graph(Syntax syntax, const rdf::QuadView& quad);

/// refuse_to_write() when `iri` holds a character that IRIs cannot hold.
void check_written_iri(Syntax syntax, std::string_view iri);

/// A line, with a break before and behind, that no RDF syntax can read: the document ends here,
/// because of `reason`.
[[nodiscard]] std::string incomplete_line(std::string_view reason);

/// Appends `label` so that it is a blank node label in Turtle, an NCName in XML and readable by all
/// (rdflib takes only ASCII): letters, digits, '-', '_'. Other labels are spelt in hexadecimal;
/// different labels stay different.
void append_blank_label(std::string& out, std::string_view label);

/// Whether `text` is an NCName (Namespaces in XML 1.0). REQUIRES: UTF-8.
[[nodiscard]] bool is_xml_name(std::string_view text);

} // namespace tela::redland
