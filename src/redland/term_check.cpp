#include "redland/term_check.h"

#include "base/error.h"
#include "base/utf8.h"
#include "rdf/iri.h"
#include "rdf/language_tag.h"
#include "rdf/namespaces.h"
#include "rdf/prefix_map.h"

#include <string>
#include <utility>

namespace tela::redland {

namespace {

[[noreturn]] void refuse(std::string message, std::string advice) {
  throw base::Error(base::Failure::input, std::move(message), std::move(advice));
}

void check_text(std::string_view text, const rdf::ReadLimits& limits) {
  if (text.size() > limits.term)
    refuse("a term of more than " + std::to_string(limits.term >> 20U) + " MiB",
           "shorten it, or keep such content outside the graph");
  if (base::first_invalid_utf8(text)) refuse("a term that is not UTF-8", "save the file as UTF-8");
}

void check_iri(std::string_view iri, const rdf::ReadLimits& limits) {
  check_text(iri, limits);
  if (iri.starts_with(no_base))
    refuse("the relative IRI <" + std::string(iri.substr(no_base.size())) + "> and no base",
           "give a base IRI");
  if (!rdf::is_absolute_iri(iri))
    refuse("\"" + std::string(iri) + "\" is not an absolute IRI",
           "percent-encode spaces and < > \" { } | ^ ` \\");
}

void check_literal(const rdf::TermView& literal, const rdf::ReadLimits& limits) {
  check_text(literal.value, limits);
  check_iri(literal.datatype, limits);
  if (literal.language.empty() != (literal.datatype != rdf::rdf_lang_string))
    refuse("a literal whose language and datatype do not go together",
           "rdf:langString needs a language, every other datatype has none");
  if (literal.language.size() > limits.language_tag)
    refuse("a language tag of more than " + std::to_string(limits.language_tag) + " characters",
           "shorten it");
  if (!literal.language.empty() && !rdf::is_language_tag(literal.language))
    refuse("the malformed language tag \"" + std::string(literal.language) + "\"",
           "write it like es or pt-BR");
}

void check_blank(std::string_view label) {
  if (base::first_invalid_utf8(label) || !rdf::is_blank_node_label(label))
    refuse("the malformed blank node label \"" + std::string(label) + "\"",
           "use letters, digits, '-' and '_'");
}

void check_term(const rdf::TermView& term, const rdf::ReadLimits& limits) {
  switch (term.kind) {
  case rdf::TermKind::iri:
    return check_iri(term.value, limits);
  case rdf::TermKind::blank:
    return check_blank(term.value);
  case rdf::TermKind::literal:
    return check_literal(term, limits);
  }
}

} // namespace

void check_quad(const rdf::QuadView& quad, const rdf::ReadLimits& limits) {
  if (quad.subject.kind == rdf::TermKind::literal ||
      (quad.graph && quad.graph->kind == rdf::TermKind::literal))
    refuse("a literal cannot be a subject or the name of a graph", "use an IRI");
  if (quad.predicate.kind != rdf::TermKind::iri) refuse("a predicate must be an IRI", "use an IRI");
  check_term(quad.subject, limits);
  check_term(quad.predicate, limits);
  check_term(quad.object, limits);
  if (quad.graph) check_term(*quad.graph, limits);
}

} // namespace tela::redland
