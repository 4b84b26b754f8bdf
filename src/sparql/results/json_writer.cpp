#include "sparql/results/json_writer.h"

#include "base/json.h"
#include "rdf/namespaces.h"

namespace tela::sparql::results {

namespace {

void append_value(std::string& out, const rdf::TermView& term) {
  switch (term.kind) {
  case rdf::TermKind::iri:
    out += R"({"type":"uri","value":)";
    break;
  case rdf::TermKind::blank:
    out += R"({"type":"bnode","value":)";
    break;
  case rdf::TermKind::literal:
    out += R"({"type":"literal","value":)";
    break;
  }
  base::append_json_string(out, term.value);
  if (!term.language.empty()) {
    out += R"(,"xml:lang":)";
    base::append_json_string(out, term.language);
  } else if (term.kind == rdf::TermKind::literal && term.datatype != rdf::xsd::string) {
    out += R"(,"datatype":)";
    base::append_json_string(out, term.datatype);
  }
  out += '}';
}

} // namespace

void JsonResultWriter::begin(std::span<const std::string> variables) {
  auto& out = out_.text();
  out += R"({"head":{"vars":[)";
  for (const auto& variable : variables) {
    std::string name;
    base::append_json_string(name, variable);
    if (!keys_.empty()) out += ',';
    out += name;
    keys_.push_back(name + ':');
  }
  out += R"(]},"results":{"bindings":[)";
}

void JsonResultWriter::row(std::span<const Cell> cells) {
  auto& out = out_.text();
  out += first_row_ ? "\n{" : ",\n{";
  first_row_ = false;
  bool first = true;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!cells[i]) continue;
    if (!first) out += ',';
    first = false;
    out += keys_[i];
    append_value(out, *cells[i]);
  }
  out += '}';
  out_.pass_on();
}

void JsonResultWriter::end() {
  out_.text() += "\n]}}\n";
  out_.flush();
}

void JsonResultWriter::boolean(bool value) {
  out_.text() += value ? "{\"head\":{},\"boolean\":true}\n" : "{\"head\":{},\"boolean\":false}\n";
  out_.flush();
}

void JsonResultWriter::cut_short(std::string_view /*reason*/) {
  out_.flush(); // the brackets stay open
}

} // namespace tela::sparql::results
