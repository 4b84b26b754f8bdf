#include "sparql/results/tsv_writer.h"

#include "rdf/name_characters.h"
#include "rdf/namespaces.h"

#include <algorithm>

namespace tela::sparql::results {

namespace {

std::size_t digit_run(std::string_view text, std::size_t from) {
  std::size_t at = from;
  while (at < text.size() && rdf::is_digit(text[at])) ++at;
  return at - from;
}

/// Whether the grammar of SPARQL reads `text` as a number of this datatype, so that the quotes and
/// the datatype can be left out: [146] INTEGER to [154] with a sign.
bool is_short_number(std::string_view text, std::string_view datatype) {
  std::size_t at = !text.empty() && (text[0] == '+' || text[0] == '-') ? 1 : 0;
  const std::size_t whole = digit_run(text, at);
  at += whole;
  std::size_t fraction = 0;
  const bool point = at < text.size() && text[at] == '.';
  if (point) fraction = digit_run(text, ++at);
  at += fraction;
  if (datatype == rdf::xsd::integer) return whole > 0 && !point && at == text.size();
  if (datatype == rdf::xsd::decimal) return fraction > 0 && at == text.size();
  if (datatype != rdf::xsd::double_ || whole + fraction == 0 || at == text.size()) return false;
  if (text[at] != 'e' && text[at] != 'E') return false;
  ++at;
  if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
  const std::size_t exponent = digit_run(text, at);
  return exponent > 0 && at + exponent == text.size();
}

char escape_of(char c) {
  switch (c) {
  case '\t':
    return 't';
  case '\n':
    return 'n';
  case '\r':
    return 'r';
  case '"':
  case '\\':
    return c;
  default:
    return '\0';
  }
}

void append_string(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    const auto* special =
        std::find_if(text.begin(), text.end(), [](char c) { return escape_of(c) != '\0'; });
    const auto plain = static_cast<std::size_t>(special - text.begin());
    out.append(text, 0, plain);
    if (plain == text.size()) break;
    out += '\\';
    out += escape_of(*special);
    text.remove_prefix(plain + 1);
  }
  out += '"';
}

void append_literal(std::string& out, const rdf::TermView& term) {
  if (is_short_number(term.value, term.datatype)) {
    out += term.value;
    return;
  }
  append_string(out, term.value);
  if (!term.language.empty())
    (out += '@') += term.language;
  else if (term.datatype != rdf::xsd::string)
    ((out += "^^<") += term.datatype) += '>';
}

void append_term(std::string& out, const rdf::TermView& term) {
  if (term.kind == rdf::TermKind::literal)
    append_literal(out, term);
  else
    rdf::append_ntriples(out, term);
}

} // namespace

void TsvWriter::begin(std::span<const std::string> variables) {
  auto& out = out_.text();
  for (const auto& variable : variables) {
    out += &variable == variables.data() ? "?" : "\t?";
    out += variable;
  }
  out += '\n';
}

void TsvWriter::row(std::span<const Cell> cells) {
  auto& out = out_.text();
  for (const auto& cell : cells) {
    if (&cell != cells.data()) out += '\t';
    if (cell) append_term(out, *cell);
  }
  out += '\n';
  out_.pass_on();
}

void TsvWriter::boolean(bool value) {
  out_.text() += value ? "true\n" : "false\n";
  out_.flush();
}

void TsvWriter::cut_short(std::string_view reason) {
  append_incomplete_line(out_.text(), reason);
  out_.flush();
}

} // namespace tela::sparql::results
