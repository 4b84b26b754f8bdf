#include "records/sheet_text.h"

#include "base/error.h"
#include "base/interruption.h"

#include <algorithm>
#include <utility>

namespace tela::records {

namespace {

std::string as_csv(std::string_view value) {
  if (value.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(value);
  std::string cell = "\"";
  for (const char c : value) cell.append(c == '"' ? 2 : 1, c);
  return cell += '"';
}

std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t shown = 5;
  std::string list;
  for (std::size_t i = 0; i < std::min(shown, names.size()); ++i)
    list += (i == 0 ? "'" : ", '") + names[i] + "'";
  if (names.size() > shown) list += " and " + std::to_string(names.size() - shown) + " more";
  return list;
}

} // namespace

void SheetText::begin_row(std::size_t number) {
  if (number == 0 || number > most_rows)
    refuse("a row has the number " + std::to_string(number) + ", which no sheet has");
  base::interruption().check();
  if (number <= number_)
    refuse("row " + std::to_string(number) + " stands behind row " + std::to_string(number_));
  number_ = number;
}

void SheetText::cell(std::size_t column, std::string_view value) {
  if (column < next_column_) refuse(column, "stands twice, or behind later ones");
  next_column_ = column + 1;
  if (value.empty()) return;
  if (column >= most_columns) refuse(column, "lies behind the last column of a sheet");
  constexpr std::size_t cell_bytes =
      8; // beside its text: a repeated cell is cheap to write and not to read
  if ((bytes_ += value.size() + cell_bytes) > most_bytes)
    throw base::Error(base::Failure::input, base::Place{source_},
                      "the sheet unpacks to more than 256 MiB", "save it as CSV UTF-8");
  row_.resize(column);
  row_.emplace_back(value);
}

bool SheetText::end_row() {
  next_column_ = 0;
  std::vector<std::string> row = std::exchange(row_, {});
  if (row.empty()) return false;
  text_.append(number_ - rows_ - 1, '\n');
  rows_ = number_;
  if (width_ == 0) width_ = row.size();
  row.resize(std::max(width_, row.size()));
  for (std::size_t i = 0; i < row.size(); ++i) (text_ += i == 0 ? "" : ",") += as_csv(row[i]);
  text_ += '\n';
  return true;
}

void SheetText::refuse(std::size_t column, std::string_view what) const {
  refuse("cell " + cell_name(column, number_) + " " + std::string(what));
}

void SheetText::refuse(std::string_view what) const {
  throw base::Error(base::Failure::input, base::Place{source_},
                    "sheet '" + sheet_ + "': " + std::string(what),
                    "the file is damaged: open it in a spreadsheet program and save it again");
}

std::vector<std::string> SheetText::notes() const {
  std::vector<std::string> notes = losses_.notes();
  for (std::string& note : notes) note.insert(0, "sheet '" + sheet_ + "': ");
  if (!others_.empty())
    notes.insert(notes.begin(), "of its sheets '" + sheet_ + "' is read, not " + listed(others_) +
                                    ": write 'sheet = NAME' in its .map to read another");
  return notes;
}

std::string plain_number(std::string_view written) {
  std::string number(written);
  const auto point = number.find('.');
  const bool three_decimals = point != std::string::npos && number.size() - point == 4 &&
                              number.find_first_of("eE") == std::string::npos;
  return three_decimals ? number + '0' : number;
}

} // namespace tela::records
