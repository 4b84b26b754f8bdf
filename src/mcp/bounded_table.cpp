#include "mcp/bounded_table.h"

#include <algorithm>

namespace tela::mcp {

using sparql::results::Cell;

namespace {

// A line holds one row, whatever the values hold.
void append_plain(std::string& out, std::string_view value) {
  for (const char c : value) out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
}

constexpr std::size_t most_words = 1000;

// The words of a list such as "IM.0019, MA.0293".
void collect_words(std::string_view text, std::set<std::string>& words) {
  while (!text.empty() && words.size() < most_words) {
    const std::string_view word = text.substr(0, text.find_first_of(", |"));
    if (!word.empty()) words.emplace(word);
    text.remove_prefix(std::min(text.size(), word.size() + 1));
  }
}

} // namespace

void BoundedTable::begin(std::span<const std::string> variables) {
  for (const std::string& variable : variables) text_ += (text_.empty() ? "" : "\t") + variable;
  text_ += '\n';
}

void BoundedTable::row(std::span<const Cell> cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += '\t';
    if (cells[i]) append_plain(line, cells[i]->value);
  }
  line += '\n';
  if (left_out_ > 0 || text_.size() + line.size() > most_bytes_) {
    ++left_out_;
    return;
  }
  text_ += line;
  ++rows_;
  for (const Cell& cell : cells) {
    if (!cell) continue;
    if (cell->kind == rdf::TermKind::iri) iris_.emplace(cell->value);
    if (cell->kind == rdf::TermKind::literal) collect_words(cell->value, words_);
  }
}

void BoundedTable::cut_short(std::string_view reason) {
  reason_ = reason;
}

std::string BoundedTable::text() const {
  std::string out = text_;
  if (left_out_ > 0)
    out += "(" + std::to_string(left_out_) + " of " + std::to_string(rows_ + left_out_) +
           " rows are left out here: ask for less, or count)\n";
  if (!reason_.empty()) out += "(not all: " + reason_ + ")\n";
  return out;
}

} // namespace tela::mcp
