#include "sparql/results/table_writer.h"

#include "base/printable.h"
#include "rdf/date_time.h"
#include "rdf/namespaces.h"
#include "rdf/numeric.h"
#include "sparql/results/display_width.h"

#include <algorithm>

namespace tela::sparql::results {

namespace {

constexpr std::size_t gap = 2;       // between columns
constexpr std::size_t narrowest = 8; // of a column that had to give way
constexpr std::size_t sample_rows = 1000;
constexpr std::size_t sample_limit = std::size_t{1} << 20U; // bytes

/// Literals whose datatype can be seen.
bool speaks_for_itself(std::string_view datatype) {
  return datatype == rdf::xsd::string || datatype == rdf::xsd::boolean ||
         rdf::is_numeric_datatype(datatype) || rdf::date_time_kind(datatype);
}

} // namespace

TableWriter::Text TableWriter::shown(const Cell& cell) const {
  Text text;
  if (!cell) return text;
  switch (cell->kind) {
  case rdf::TermKind::blank:
    text.text = "_:" + std::string(cell->value);
    break;
  case rdf::TermKind::iri:
    text.text = prefixes_ != nullptr ? prefixes_->shortened(cell->value)
                                     : '<' + std::string(cell->value) + '>';
    break;
  case rdf::TermKind::literal:
    text.text = shown_literal(*cell);
    text.is_number = rdf::is_numeric_datatype(cell->datatype);
    break;
  }
  text.text = base::printable(text.text);
  text.width = display_width(text.text);
  return text;
}

std::string TableWriter::shown_literal(const rdf::TermView& term) const {
  std::string text(term.value);
  if (!term.language.empty()) return text += '@' + std::string(term.language);
  if (speaks_for_itself(term.datatype)) return text;
  text += "^^";
  if (prefixes_ != nullptr) return text += prefixes_->shortened(term.datatype);
  return text += '<' + std::string(term.datatype) + '>';
}

void TableWriter::begin(std::span<const std::string> variables) {
  for (const auto& variable : variables)
    columns_.push_back({{variable, display_width(variable), false}, 0, false});
}

void TableWriter::row(std::span<const Cell> cells) {
  std::vector<Text> texts;
  texts.reserve(cells.size());
  for (const auto& cell : cells) texts.push_back(shown(cell));
  if (laid_out_) return print(texts);
  for (const auto& text : texts) sample_bytes_ += sizeof(Text) + text.text.size();
  sample_.push_back(std::move(texts));
  if (sample_.size() >= sample_rows || sample_bytes_ >= sample_limit) lay_out();
}

void TableWriter::lay_out() {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    auto& column = columns_[i];
    column.width = column.heading.width;
    bool any = false;
    bool all_numbers = true;
    for (const auto& row : sample_) {
      column.width = std::max(column.width, row[i].width);
      any = any || row[i].width > 0;
      all_numbers = all_numbers && (row[i].is_number || row[i].width == 0);
    }
    column.is_right = any && all_numbers;
  }
  shown_columns_ = columns_.size();
  if (width_ > 0) fit_terminal();
  laid_out_ = true;
  print_headings();
  for (const auto& row : sample_) print(row);
  sample_.clear();
}

void TableWriter::fit_terminal() {
  const auto total = [this](std::size_t widest) {
    std::size_t sum = shown_columns_ > 0 ? (shown_columns_ - 1) * gap : 0;
    for (std::size_t i = 0; i < shown_columns_; ++i) sum += std::min(columns_[i].width, widest);
    return sum;
  };
  while (shown_columns_ > 1 && total(narrowest) > width_) --shown_columns_;
  std::size_t widest = narrowest;
  while (widest < width_ && total(widest + 1) <= width_) ++widest;
  for (auto& column : columns_) column.width = std::min(column.width, widest);
}

void TableWriter::print_headings() {
  std::vector<Text> headings;
  for (const auto& column : columns_) headings.push_back(column.heading);
  print(headings);
  auto& out = out_.text();
  for (std::size_t i = 0; i < shown_columns_; ++i) {
    if (i > 0) out.append(gap, ' ');
    for (std::size_t dash = 0; dash < columns_[i].width; ++dash) out += "─";
  }
  out += '\n';
}

void TableWriter::print(std::span<const Text> row) {
  for (std::size_t i = 0; i < shown_columns_; ++i) {
    if (i > 0) out_.text().append(gap, ' ');
    print_cell(row[i], columns_[i], i + 1 == shown_columns_);
  }
  auto& out = out_.text();
  out.erase(out.find_last_not_of(' ') + 1);
  out += '\n';
  out_.pass_on();
}

void TableWriter::print_cell(const Text& text, const Column& column, bool is_last) {
  auto& out = out_.text();
  if (text.width > column.width && width_ > 0) {
    const auto prefix = fitting_prefix(text.text, column.width - 1);
    (out += prefix) += "…";
    out.append(column.width - 1 - display_width(prefix), ' ');
    ++shortened_cells_;
    return;
  }
  const std::size_t padding = column.width - std::min(column.width, text.width);
  if (column.is_right) out.append(padding, ' ');
  out += text.text;
  if (!column.is_right && !is_last) out.append(padding, ' ');
}

void TableWriter::end() {
  if (!laid_out_) lay_out();
  out_.flush();
}

void TableWriter::boolean(bool value) {
  out_.text() += value ? "true\n" : "false\n";
  out_.flush();
}

void TableWriter::cut_short(std::string_view reason) {
  if (!laid_out_) lay_out();
  append_incomplete_line(out_.text(), reason);
  out_.flush();
}

std::vector<std::string> TableWriter::notes() const {
  std::vector<std::string> notes;
  if (shown_columns_ < columns_.size()) {
    std::string names;
    for (std::size_t i = shown_columns_; i < columns_.size(); ++i)
      names += " ?" + columns_[i].heading.text;
    notes.push_back("columns that do not fit the terminal are left out:" + names);
  }
  if (shortened_cells_ > 0)
    notes.push_back(std::to_string(shortened_cells_) +
                    " values were shortened to fit the terminal; another format shows them whole");
  return notes;
}

} // namespace tela::sparql::results
