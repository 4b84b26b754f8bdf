#include "base/error.h"
#include "records/empty_cell.h"
#include "records/table_columns.h"

#include <algorithm>
#include <utility>

namespace tela::records {

namespace {

/// A value that shows something, and its row.
struct Example {
  std::string value;
  std::uint64_t row = 0;
};

/// What the values of one column show.
struct Evidence {
  DayOrder dates = DayOrder::unknown;
  DecimalMark decimals = DecimalMark::unknown;
  std::vector<Example> examples;       ///< the first for each answer
  std::uint64_t open = 0;              ///< values that show nothing and need to know
  std::uint64_t codes = 0, others = 0; ///< names of states in lists
};

bool takes_dates(const ColumnUse& use) {
  if (use.property) return use.property->kind == ValueKind::date;
  return use.field == TableField::start || use.field == TableField::end ||
         use.field == TableField::year || use.field == TableField::date;
}

bool takes_amounts(const ColumnUse& use) {
  if (use.property) return use.property->kind == ValueKind::number;
  return use.field == TableField::budget;
}

bool takes_states(const ColumnUse& use) {
  return use.field == TableField::beneficiaries || use.field == TableField::other_countries;
}

/// "HN", "HND", "340": a code of ISO 3166-1 or UN M49.
bool looks_like_code(std::string_view text) {
  const auto all = [text](char first, char last) {
    return std::ranges::all_of(text, [=](char c) { return c >= first && c <= last; });
  };
  return (text.size() == 2 && all('A', 'Z')) ||
         (text.size() == 3 && (all('A', 'Z') || all('0', '9')));
}

template<class Shown>
void learn(Shown shown, Shown& known, Shown (*common)(Shown, Shown), Evidence& evidence,
           Example example) {
  if (shown == Shown::unknown) return;
  const Shown both = common(known, shown);
  if (both != known) evidence.examples.push_back(std::move(example));
  known = both;
}

void learn_date(const std::string& value, std::uint64_t row, Evidence& evidence) {
  const auto date = read_year_or_date(value);
  if (date && date->is_doubtful) ++evidence.open;
  if (date) learn(shown_order(value), evidence.dates, common_order, evidence, {value, row});
}

void learn_amount(const std::string& value, std::uint64_t row, Evidence& evidence) {
  const std::string number = number_in(value);
  if (is_ambiguous(number)) ++evidence.open;
  learn(shown_mark(number), evidence.decimals, common_mark, evidence, {value, row});
}

void learn_states(const TableColumn& column, const CsvCell& cell, Evidence& evidence) {
  const char separators[] = {column.list_separator, ',', ' ', '\n', '\r'};
  for (const MappedText& piece : cell.pieces({separators, sizeof separators}))
    ++(looks_like_code(piece.value) ? evidence.codes : evidence.others);
}

void learn(const TableColumn& column, const CsvRow& row, const CsvCell& cell, Evidence& evidence) {
  if (says_nothing(cell.raw)) return;
  if (takes_states(column.use)) return learn_states(column, cell, evidence);
  if (!takes_dates(column.use) && !takes_amounts(column.use)) return;
  const auto pieces = cell.pieces();
  if (pieces.empty()) return;
  if (takes_dates(column.use))
    learn_date(pieces.front().value, row.number, evidence);
  else
    learn_amount(pieces.front().value, row.number, evidence);
}

std::string of_values(std::uint64_t count) {
  return count == 1 ? "1 value" : std::to_string(count) + " values";
}

std::string shown_by(const Evidence& evidence) {
  std::string text;
  for (const auto& [value, row] : evidence.examples)
    text += (text.empty() ? "" : " and ") + ("'" + value + "' in row " + std::to_string(row));
  return text;
}

std::string_view words(DayOrder order) {
  return order == DayOrder::day_first ? "day first" : "month first";
}

std::string_view words(DecimalMark mark) {
  return mark == DecimalMark::comma ? "comma" : "point";
}

/// Settles the habits of all columns when the table has been seen.
class Settlement {
 public:
  Settlement(std::vector<TableColumn>& columns, const std::vector<Evidence>& evidence)
      : columns_(columns), evidence_(evidence) {
    for (const Evidence& column : evidence_) of_table_ = common_order(of_table_, column.dates);
  }

  std::vector<std::string> settle() {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      TableColumn& column = columns_[i];
      if (takes_dates(column.use)) settle_dates(column, evidence_[i]);
      if (takes_amounts(column.use)) settle_amounts(column, evidence_[i]);
      column.holds_codes = evidence_[i].codes > 0 && evidence_[i].others == 0;
    }
    return std::move(notes_);
  }

 private:
  void settle_dates(TableColumn& column, const Evidence& evidence) {
    DayOrder& order = column.values.dates;
    if (order != DayOrder::unknown) return; // the mapping says it
    order = evidence.dates;
    const bool of_others = order == DayOrder::unknown && of_table_ != DayOrder::disputed;
    if (of_others) order = of_table_;
    if (evidence.open == 0) return;
    if (order == DayOrder::unknown || order == DayOrder::disputed)
      return note(column, of_values(evidence.open) +
                              " can have the day or the month first; the year alone is taken" +
                              reason(evidence) + advice("dates = day first", "month first"));
    note(column, of_values(evidence.open) + " that can be either are read " +
                     std::string(words(order)) +
                     (of_others ? ", as those of the table's other columns" : reason(evidence)));
  }

  void settle_amounts(TableColumn& column, const Evidence& evidence) {
    DecimalMark& mark = column.values.decimals;
    if (mark != DecimalMark::unknown) return;
    mark = evidence.decimals;
    if (evidence.open == 0) return;
    if (mark == DecimalMark::disputed)
      return note(column, of_values(evidence.open) +
                              " with a lone mark and three digits behind it are refused" +
                              reason(evidence) + advice("decimal = ,", "."));
    if (mark == DecimalMark::unknown)
      return note(column, "the mark in " + of_values(evidence.open) +
                              " is taken to part thousands, since money has at most two decimals" +
                              advice("decimal = ,", "."));
    note(column, "the decimal mark is a " + std::string(words(mark)) + reason(evidence));
  }

  static std::string reason(const Evidence& evidence) {
    return evidence.examples.empty() ? "" : ", because of " + shown_by(evidence);
  }

  static std::string advice(std::string_view line, std::string_view other) {
    return "; write '" + std::string(line) + "' or '" + std::string(other) + "' in its .map";
  }

  void note(const TableColumn& column, const std::string& text) {
    notes_.push_back("column '" + column.name + "': " + text);
  }

  std::vector<TableColumn>& columns_;
  const std::vector<Evidence>& evidence_;
  DayOrder of_table_ = DayOrder::unknown;
  std::vector<std::string> notes_;
};

/// The next row that can be cut, or nothing at the end; what cannot is told when it is read.
std::optional<CsvRow> next_whole(CsvRows& rows) {
  for (;;) {
    try {
      return rows.next();
    } catch (const base::Error& error) {
      if (error.failure() != base::Failure::input) throw;
    }
  }
}

bool needs_values(const TableColumn& column) {
  return takes_dates(column.use) || takes_amounts(column.use) || takes_states(column.use);
}

} // namespace

TableHabits habits_of_rows(CsvRows& rows, std::vector<TableColumn> columns) {
  TableHabits habits{std::move(columns), {}};
  if (std::ranges::none_of(habits.columns, needs_values)) return habits;
  std::vector<Evidence> evidence(habits.columns.size());
  while (const auto row = next_whole(rows))
    for (std::size_t i = 0; i < std::min(row->cells.size(), evidence.size()); ++i)
      learn(habits.columns[i], *row, row->cells[i], evidence[i]);
  habits.notes = Settlement(habits.columns, evidence).settle();
  return habits;
}

TableHabits habits_of_table(const OpenTable& open, const TableMapping& mapping) {
  SlidingText text = open();
  CsvRows rows(text, separator_of(text, mapping));
  const auto header = rows.next();
  if (!header)
    throw base::Error(base::Failure::input, base::Place{text.source()}, "the table is empty",
                      "give a table with a header");
  std::vector<TableColumn> columns = columns_of(rows, *header, mapping);
  check_columns(columns, header->place, mapping);
  return habits_of_rows(rows, std::move(columns));
}

} // namespace tela::records
