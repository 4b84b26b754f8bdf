#include "redland/json_ld_writer.h"

#include "base/json.h"
#include "rdf/namespaces.h"
#include "redland/written_term.h"

#include <algorithm>

namespace tela::redland {

namespace {

// JSON-LD 1.1 takes a term as a prefix only when its IRI ends in one of gen-delims (section 4.1.5).
bool is_usable_namespace(std::string_view iri) {
  constexpr std::string_view delimiters = ":/?#[]@";
  return !iri.empty() && delimiters.find(iri.back()) != std::string_view::npos;
}

} // namespace

JsonLdWriter::JsonLdWriter(Output output, const WriteOptions& options) : out_(std::move(output)) {
  std::string& text = out_.text();
  text += "{\"@context\":{";
  for (const auto& [prefix, iri] : options.prefixes.entries()) {
    if (prefix.empty() || !is_usable_namespace(iri) || !prefixes_.add(prefix, iri)) continue;
    if (!text.ends_with('{')) text += ',';
    text += '\n';
    base::append_json_string(text, prefix);
    text += ':';
    base::append_json_string(text, iri);
  }
  text += "},\n\"@graph\":[";
}

void JsonLdWriter::quad(const rdf::QuadView& quad) {
  if (quad.graph != graph_) {
    end_node();
    end_graph();
    begin_graph(quad.graph);
  }
  const bool is_plain = graph_is_plain_ || looks_shortened(quad.subject) ||
                        looks_shortened(quad.predicate) || looks_shortened(quad.object);
  if (!in_node_ || quad.subject != subject_ || is_plain != is_plain_) {
    end_node();
    begin_node(quad.subject, is_plain);
  }
  check_written_iri(Syntax::json_ld, quad.predicate.value);
  if (quad.predicate.value == rdf::rdf_type && quad.object.kind != rdf::TermKind::literal)
    append_id(values_of("@type"), quad.object);
  else
    append_value(values_of(short_iri(quad.predicate.value)), quad.object);
}

void JsonLdWriter::finish() {
  end_node();
  end_graph();
  out_.text() += "]}\n";
  out_.flush();
}

void JsonLdWriter::begin_graph(const std::optional<rdf::TermView>& graph) {
  if (!graph) return;
  std::string& text = out_.text();
  text += first_in_document_ ? "\n{" : ",\n{";
  first_in_document_ = false;
  is_plain_ = graph_is_plain_ = looks_shortened(*graph);
  if (is_plain_) text += "\"@context\":null,";
  text += "\"@id\":";
  append_id(text, *graph);
  text += ",\"@graph\":[";
  first_in_graph_ = true;
  graph_ = rdf::to_term(*graph);
}

void JsonLdWriter::end_graph() {
  if (graph_) out_.text() += "]}";
  graph_.reset();
  graph_is_plain_ = false;
}

void JsonLdWriter::begin_node(const rdf::TermView& subject, bool is_plain) {
  in_node_ = true;
  is_plain_ = is_plain;
  subject_ = rdf::to_term(subject);
}

void JsonLdWriter::end_node() {
  if (!in_node_) return;
  in_node_ = false;
  std::string& text = out_.text();
  bool& first = graph_ ? first_in_graph_ : first_in_document_;
  text += first ? "\n{" : ",\n{";
  first = false;
  if (is_plain_) text += "\"@context\":null,";
  text += "\"@id\":";
  append_id(text, subject_);
  for (const auto& [key, values] : properties_) {
    text += ",\n ";
    base::append_json_string(text, key);
    ((text += ":[") += values) += ']';
  }
  text += '}';
  properties_.clear();
  property_index_.clear();
  out_.pause();
}

// The values written so far for `key`, with a comma behind them.
std::string& JsonLdWriter::values_of(std::string_view key) {
  const auto [entry, is_new] = property_index_.try_emplace(std::string(key), properties_.size());
  if (is_new) properties_.emplace_back(key, "");
  std::string& values = properties_[entry->second].second;
  if (!is_new) values += ',';
  return values;
}

void JsonLdWriter::append_id(std::string& json, const rdf::TermView& term) {
  if (term.kind == rdf::TermKind::blank) {
    std::string label = "_:";
    append_blank_label(label, term.value);
    return base::append_json_string(json, label);
  }
  check_written_iri(Syntax::json_ld, term.value);
  base::append_json_string(json, short_iri(term.value));
}

void JsonLdWriter::append_value(std::string& json, const rdf::TermView& object) {
  if (object.kind != rdf::TermKind::literal) {
    json += "{\"@id\":";
    append_id(json, object);
    json += '}';
    return;
  }
  if (object.datatype == rdf::xsd::string) return base::append_json_string(json, object.value);
  json += "{\"@value\":";
  base::append_json_string(json, object.value);
  if (object.language.empty()) {
    json += ",\"@type\":";
    append_id(json, {rdf::TermKind::iri, object.datatype, {}, {}});
  } else {
    json += ",\"@language\":";
    base::append_json_string(json, object.language);
  }
  json += '}';
}

std::string JsonLdWriter::short_iri(std::string_view iri) const {
  std::string text;
  if (is_plain_ || !prefixes_.append_short(text, iri) || text.ends_with(':')) text = iri;
  return text;
}

// Whether a reader would take the IRI of `term` (or its datatype), written in full, for a prefixed
// name: "geo:37.7,-122.4" where geo is a prefix.
bool JsonLdWriter::looks_shortened(const rdf::TermView& term) const {
  if (term.kind == rdf::TermKind::blank) return false;
  const std::string_view iri = term.kind == rdf::TermKind::iri ? term.value : term.datatype;
  const auto colon = iri.find(':');
  return colon != std::string_view::npos && !iri.substr(colon + 1).starts_with("//") &&
         prefixes_.find(iri.substr(0, colon)).has_value();
}

} // namespace tela::redland
