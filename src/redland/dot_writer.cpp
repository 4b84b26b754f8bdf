#include "redland/dot_writer.h"

#include <utility>

namespace tela::redland {

namespace {

// A double-quoted string of DOT; the backslashes keep their text from being read as escapes.
void append_dot_string(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\0')
      out += "\\\\0"; // DOT ends its strings there
    else
      out += c;
  }
  out += '"';
}

} // namespace

DotWriter::DotWriter(Output output, WriteOptions options)
    : out_(std::move(output)), prefixes_(std::move(options.prefixes)) {
  out_.text() += "digraph rdf {\n  rankdir = LR;\n  charset = \"utf-8\";\n";
}

void DotWriter::quad(const rdf::QuadView& quad) {
  std::string& text = out_.text();
  const std::string object = shown(quad.object);
  if (quad.object.kind == rdf::TermKind::literal) {
    append_dot_string(text += "  ", object);
    text += " [shape=box];\n";
  }
  append_dot_string(text += "  ", shown(quad.subject));
  append_dot_string(text += " -> ", object);
  append_dot_string(text += " [label=", shown(quad.predicate));
  text += "];\n";
  out_.pause();
}

void DotWriter::finish() {
  out_.text() += "}\n";
  out_.flush();
}

std::string DotWriter::shown(const rdf::TermView& term) const {
  return term.kind == rdf::TermKind::iri ? prefixes_.shortened(term.value) : rdf::to_ntriples(term);
}

} // namespace tela::redland
