#include "redland/rdf_json_writer.h"

#include "base/json.h"
#include "rdf/namespaces.h"
#include "redland/written_term.h"

#include <algorithm>
#include <string>

namespace tela::redland {

namespace {

std::string resource(const rdf::Term& term) {
  if (term.kind == rdf::TermKind::iri) return term.value;
  std::string label = "_:";
  append_blank_label(label, term.value);
  return label;
}

void append_object(std::string& text, const rdf::Term& object) {
  base::JsonWriter json(text);
  json.begin_object();
  if (object.kind != rdf::TermKind::literal) {
    json.field("type", object.kind == rdf::TermKind::iri ? "uri" : "bnode");
    json.field("value", resource(object));
  } else {
    json.field("type", "literal").field("value", object.value);
    if (!object.language.empty())
      json.field("lang", object.language);
    else if (object.datatype != rdf::xsd::string)
      json.field("datatype", object.datatype);
  }
  json.end_object();
}

// Pointers, since statements are large to move about.
std::vector<const rdf::Quad*> distinct_sorted(const std::vector<rdf::Quad>& quads) {
  std::vector<const rdf::Quad*> sorted;
  sorted.reserve(quads.size());
  for (const rdf::Quad& quad : quads) sorted.push_back(&quad);
  std::ranges::sort(sorted, [](const auto* a, const auto* b) { return *a < *b; });
  const auto is_same = [](const auto* a, const auto* b) { return *a == *b; };
  sorted.erase(std::unique(sorted.begin(), sorted.end(), is_same), sorted.end());
  return sorted;
}

} // namespace

void RdfJsonWriter::quad(const rdf::QuadView& quad) {
  refuse_named_graph(Syntax::rdf_json, quad);
  for (const rdf::TermView& term : {quad.subject, quad.predicate, quad.object})
    if (term.kind == rdf::TermKind::iri) check_written_iri(Syntax::rdf_json, term.value);
  quads_.push_back(rdf::to_quad(quad));
}

void RdfJsonWriter::finish() {
  const auto sorted = distinct_sorted(quads_);
  std::string& text = out_.text();
  text += '{';
  const rdf::Quad* last = nullptr;
  for (const rdf::Quad* quad : sorted) {
    const bool same_subject = last != nullptr && last->subject == quad->subject;
    if (same_subject && last->predicate == quad->predicate) {
      text += ",\n   ";
    } else {
      if (last != nullptr) text += same_subject ? "],\n  " : "]},\n";
      if (!same_subject) {
        base::append_json_string(text, resource(quad->subject));
        text += ":{";
      }
      base::append_json_string(text, quad->predicate.value);
      text += ":[";
    }
    append_object(text, quad->object);
    last = quad;
    out_.pause();
  }
  text += last != nullptr ? "]}}\n" : "}\n";
  out_.flush();
}

} // namespace tela::redland
