#include "redland/turtle_writer.h"

#include "rdf/name_characters.h"
#include "rdf/namespaces.h"
#include "redland/written_term.h"

#include <utility>

namespace tela::redland {

namespace {

// Length of the run of digits at `at`.
std::size_t digits(std::string_view text, std::size_t at) {
  std::size_t length = 0;
  while (at + length < text.size() && rdf::is_digit(static_cast<unsigned char>(text[at + length])))
    ++length;
  return length;
}

// The datatype that Turtle gives to `text` written without quotes, "" when it is no number.
std::string_view bare_number_type(std::string_view text) {
  std::size_t at = text.starts_with('+') || text.starts_with('-') ? 1 : 0;
  const std::size_t whole = digits(text, at);
  at += whole;
  std::size_t fraction = 0;
  const bool has_dot = at < text.size() && text[at] == '.';
  if (has_dot) at += 1 + (fraction = digits(text, at + 1));
  if (at == text.size()) {
    if (!has_dot) return whole > 0 ? rdf::xsd::integer : "";
    return fraction > 0 ? rdf::xsd::decimal : "";
  }
  if (whole + fraction == 0 || (text[at] != 'e' && text[at] != 'E')) return "";
  ++at;
  if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
  const std::size_t exponent = digits(text, at);
  return exponent > 0 && at + exponent == text.size() ? rdf::xsd::double_ : "";
}

bool is_bare(const rdf::TermView& literal) {
  if (literal.datatype == rdf::xsd::boolean)
    return literal.value == "true" || literal.value == "false";
  const bool is_number = literal.datatype == rdf::xsd::integer ||
                         literal.datatype == rdf::xsd::decimal ||
                         literal.datatype == rdf::xsd::double_;
  return is_number && bare_number_type(literal.value) == literal.datatype;
}

void append_quoted(std::string& out, std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      (out += '\\') += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else if (byte < 0x20 || byte == 0x7F) {
      ((out += "\\u00") += hex[byte >> 4U]) += hex[byte & 15U];
    } else {
      out += c;
    }
  }
  out += '"';
}

} // namespace

TurtleWriter::TurtleWriter(Syntax syntax, Output output, WriteOptions options)
    : syntax_(syntax), out_(std::move(output)), prefixes_(std::move(options.prefixes)) {
  for (const auto& [name, iri] : prefixes_.entries()) declare(name, iri);
}

void TurtleWriter::quad(const rdf::QuadView& quad) {
  if (syntax_ == Syntax::turtle) refuse_named_graph(syntax_, quad);
  if (open_ == Open::nothing || quad.graph != graph_) begin_graph(quad.graph);
  std::string& text = out_.text();
  const bool same_subject = open_ == Open::statement && quad.subject == subject_;
  if (same_subject && quad.predicate == predicate_) {
    (text += " ,\n        ") += indent();
  } else {
    if (same_subject) {
      (text += " ;\n    ") += indent();
    } else {
      end_statement();
      (text += '\n') += indent();
      append(quad.subject);
      text += ' ';
      subject_ = rdf::to_term(quad.subject);
    }
    if (quad.predicate.value == rdf::rdf_type)
      text += 'a';
    else
      append(quad.predicate);
    text += ' ';
    predicate_ = rdf::to_term(quad.predicate);
  }
  append(quad.object);
  open_ = Open::statement;
  out_.pause();
}

void TurtleWriter::prefix(std::string_view name, std::string_view iri) {
  if (prefixes_.find(name) == iri || !prefixes_.add(name, iri)) return;
  end_graph();
  declare(name, iri);
}

void TurtleWriter::finish() {
  end_graph();
  out_.flush();
}

void TurtleWriter::cut_short(std::string_view reason) {
  out_.text() += incomplete_line(reason);
  out_.flush();
}

void TurtleWriter::begin_graph(const std::optional<rdf::TermView>& graph) {
  end_graph();
  graph_.reset();
  open_ = Open::graph;
  if (!graph) return;
  out_.text() += '\n';
  append(*graph);
  out_.text() += " {";
  graph_ = rdf::to_term(*graph);
}

void TurtleWriter::end_statement() {
  if (open_ == Open::statement) out_.text() += " .\n";
}

void TurtleWriter::end_graph() {
  end_statement();
  if (open_ != Open::nothing && graph_) out_.text() += "}\n";
  open_ = Open::nothing;
}

void TurtleWriter::declare(std::string_view name, std::string_view iri) {
  check_written_iri(syntax_, iri);
  std::string& text = out_.text();
  (((text += "@prefix ") += name) += ": <") += iri;
  text += "> .\n";
}

void TurtleWriter::append(const rdf::TermView& term) {
  switch (term.kind) {
  case rdf::TermKind::iri:
    return append_iri(term.value);
  case rdf::TermKind::blank:
    return append_blank_label(out_.text() += "_:", term.value);
  case rdf::TermKind::literal:
    return append_literal(term);
  }
}

void TurtleWriter::append_iri(std::string_view iri) {
  std::string& text = out_.text();
  if (prefixes_.append_short(text, iri)) return;
  check_written_iri(syntax_, iri);
  ((text += '<') += iri) += '>';
}

void TurtleWriter::append_literal(const rdf::TermView& literal) {
  std::string& text = out_.text();
  if (is_bare(literal)) {
    text += literal.value;
    return;
  }
  append_quoted(text, literal.value);
  if (!literal.language.empty()) {
    (text += '@') += literal.language;
  } else if (literal.datatype != rdf::xsd::string) {
    text += "^^";
    append_iri(literal.datatype);
  }
}

} // namespace tela::redland
