#include "sparql/results/csv_writer.h"

#include "rdf/numeric.h"

namespace tela::sparql::results {

namespace {

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (auto quote = text.find('"'); quote != std::string_view::npos; quote = text.find('"')) {
    out.append(text, 0, quote + 1);
    out += '"';
    text.remove_prefix(quote + 1);
  }
  out += text;
  out += '"';
}

bool needs_quotes(std::string_view text) {
  for (const char c : text)
    if (c == '"' || c == ',' || c == '\n' || c == '\r') return true;
  return false;
}

/// Whether a spreadsheet would compute the cell. Numbers are what they look like.
bool is_formula(const rdf::TermView& term) {
  constexpr std::string_view dangerous = "=+-@\t\r\n";
  if (term.value.empty() || dangerous.find(term.value.front()) == std::string_view::npos)
    return false;
  return !rdf::parse_numeric(term.value, term.datatype);
}

} // namespace

void CsvWriter::begin(std::span<const std::string> variables) {
  auto& out = out_.text();
  for (const auto& variable : variables) {
    if (&variable != variables.data()) out += ',';
    out += variable;
  }
  out += "\r\n";
}

void CsvWriter::row(std::span<const Cell> cells) {
  auto& out = out_.text();
  for (const auto& cell : cells) {
    if (&cell != cells.data()) out += ',';
    if (cell) append_cell(*cell);
  }
  out += "\r\n";
  out_.pass_on();
}

void CsvWriter::append_cell(const rdf::TermView& term) {
  auto& out = out_.text();
  if (term.kind == rdf::TermKind::blank) out += "_:";
  if (guard_ == CsvGuard::spreadsheets && is_formula(term)) {
    ++guarded_cells_;
    append_quoted(out, '\'' + std::string(term.value));
  } else if (needs_quotes(term.value)) {
    append_quoted(out, term.value);
  } else {
    out += term.value;
  }
}

void CsvWriter::boolean(bool value) {
  out_.text() += value ? "true\r\n" : "false\r\n";
  out_.flush();
}

void CsvWriter::cut_short(std::string_view reason) {
  append_incomplete_line(out_.text(), reason);
  out_.flush();
}

std::vector<std::string> CsvWriter::notes() const {
  if (guarded_cells_ == 0) return {};
  return {std::to_string(guarded_cells_) +
          " cells that a spreadsheet would compute begin with an apostrophe"};
}

} // namespace tela::sparql::results
