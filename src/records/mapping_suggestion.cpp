#include "records/mapping_suggestion.h"

#include "base/error.h"
#include "records/column_names.h"
#include "records/empty_cell.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace tela::records {

namespace {

/// What the first rows show of a column.
struct Sample {
  std::vector<std::string> values; ///< the first different ones
  std::size_t letters = 0;         ///< of all values looked at
};

constexpr std::size_t rows_looked_at = 200;
constexpr std::size_t values_shown = 3;

void look_at(const CsvCell& cell, Sample& sample) {
  constexpr std::size_t longest = 40;
  const auto pieces = cell.pieces();
  if (says_nothing(cell.raw) || pieces.empty()) return;
  std::string value = pieces.front().value;
  sample.letters += value.size();
  if (value.size() > longest) value = value.substr(0, value.find_last_of(' ', longest)) + " …";
  if (sample.values.size() < values_shown &&
      std::ranges::find(sample.values, value) == sample.values.end())
    sample.values.push_back(std::move(value));
}

std::vector<Sample> samples_of(CsvRows& rows, std::size_t columns) {
  std::vector<Sample> samples(columns);
  for (std::size_t n = 0; n < rows_looked_at; ++n) {
    const auto row = rows.next();
    if (!row) break;
    for (std::size_t i = 0; i < std::min(columns, row->cells.size()); ++i)
      look_at(row->cells[i], samples[i]);
  }
  return samples;
}

std::string examples(const Sample& sample) {
  std::string text;
  for (const std::string& value : sample.values)
    text += (text.empty() ? "" : ", ") + ("\"" + value + "\"");
  return text.empty() ? "no value in the first rows" : text;
}

/// The column that is taken for the title where none is named so: the longest texts.
std::optional<std::size_t> guessed_title(const std::vector<TableColumn>& columns,
                                         const std::vector<Sample>& samples) {
  if (std::ranges::any_of(columns, is_name)) return std::nullopt;
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (!columns[i].use.field && (!best || samples[i].letters > samples[*best].letters)) best = i;
  return best;
}

/// One column's lines.
std::string lines_for(const TableColumn& column, const Sample& sample, bool is_title) {
  const std::string name = column.name;
  if (name.empty()) return "# a column without a name is left out: " + examples(sample) + "\n";
  std::string text = "\n# " + examples(sample) + "\n";
  if (is_title)
    return text + "# guessed: no column is named like a title, this one has the longest texts\n" +
           name + " = title\n";
  if (!column.use.field)
    return text + "# no field has this name; write one, or a property such as dcterms:subject\n" +
           name + " = -\n";
  if (column.holds_codes && column.use.field == TableField::beneficiaries)
    return text + "# all values are codes of states\n" + name + " = beneficiary codes\n";
  return text + "# known by its name\n" + name + " = " + std::string(name_of(*column.use.field)) +
         "\n";
}

} // namespace

std::string suggest_mapping(const OpenTable& open) {
  const TableMapping none;
  SlidingText first = open();
  const char separator = separator_of(first, none);
  CsvRows rows(first, separator);
  const auto header = rows.next();
  if (!header)
    throw base::Error(base::Failure::input, base::Place{first.source()}, "the table is empty",
                      "give a table with a header");
  const TableHabits habits = habits_of_rows(rows, columns_of(rows, *header, none));
  SlidingText second = open();
  CsvRows again(second, separator);
  std::ignore = again.next();
  const std::vector<Sample> samples = samples_of(again, habits.columns.size());
  const auto title = guessed_title(habits.columns, samples);
  std::string text = "# A mapping for " + first.source() + ", as Tela reads it without one.\n" +
                     "# Correct it and save it beside the table as " + first.source() + ".map\n";
  text += separator == '\t' ? "separator = tab\n" : std::string("separator = ") + separator + "\n";
  for (const std::string& note : habits.notes) text += "# " + note + "\n";
  for (std::size_t i = 0; i < habits.columns.size(); ++i)
    text += lines_for(habits.columns[i], samples[i], title == i);
  return text;
}

} // namespace tela::records
