#include "records/sheet_text.h"

#include "base/error.h"

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

} // namespace

void SheetText::cell(std::size_t column, std::string_view value) {
  if (value.empty() || column >= most_columns || column < row_.size()) return;
  if ((bytes_ += value.size()) > most_bytes)
    throw base::Error(base::Failure::input, base::Place{source_},
                      "the sheet unpacks to more than 256 MiB", "save it as CSV UTF-8");
  row_.resize(column);
  row_.emplace_back(value);
}

bool SheetText::end_row(std::size_t number) {
  std::vector<std::string> row = std::exchange(row_, {});
  if (row.empty() || number <= rows_ || number > most_rows) return false;
  text_.append(number - rows_ - 1, '\n');
  rows_ = number;
  if (width_ == 0) width_ = row.size();
  row.resize(std::max(width_, row.size()));
  for (std::size_t i = 0; i < row.size(); ++i) (text_ += i == 0 ? "" : ",") += as_csv(row[i]);
  text_ += '\n';
  return true;
}

std::string plain_number(std::string_view written) {
  std::string number(written);
  const auto point = number.find('.');
  const bool three_decimals = point != std::string::npos && number.size() - point == 4 &&
                              number.find_first_of("eE") == std::string::npos;
  return three_decimals ? number + '0' : number;
}

} // namespace tela::records
