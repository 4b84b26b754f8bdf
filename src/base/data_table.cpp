#include "base/data_table.h"

#include "base/csv.h"
#include "base/error.h"
#include "base/require.h"

#include <algorithm>

namespace tela::base {

namespace {

/// Reads one row after the other; knows the line.
class RowReader {
 public:
  RowReader(const std::string& file, std::string_view text) : file_(file), text_{text} {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
  }

  [[nodiscard]] bool done() const { return !text_.has(at_); }
  [[nodiscard]] std::uint64_t line() const { return line_; }

  /// Appends the fields up to the end of the line.
  void read_row(std::vector<std::string>& fields) {
    do {
      fields.push_back(field());
    } while (take(','));
    const bool ends = done() || text_.byte(at_) == '\r' || text_.byte(at_) == '\n';
    if (!ends) fail("there is text behind a closing quote");
    take('\r');
    if (take('\n')) ++line_;
  }

 private:
  std::string field() {
    const CsvCut cut = cut_csv_cell(text_, at_, ',');
    if (!cut.closed) fail("a quoted field has no closing quote");
    std::string field = text_.value(cut);
    line_ += static_cast<std::uint64_t>(std::count(field.begin(), field.end(), '\n'));
    at_ = cut.next;
    return field;
  }

  bool take(char byte) {
    if (done() || text_.byte(at_) != byte) return false;
    ++at_;
    return true;
  }

  [[noreturn]] void fail(const char* message) const {
    throw Error(Failure::input, Place{file_, line_, 0}, message,
                "put \" at its end and double quotes inside it");
  }

  const std::string& file_;
  CsvText text_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
};

} // namespace

DataTable::DataTable(std::string file, std::string_view content) : file_(std::move(file)) {
  RowReader reader(file_, content);
  if (reader.done()) throw Error(Failure::input, Place{file_, 0, 0}, "the table is empty");
  reader.read_row(header_);
  while (!reader.done()) {
    const auto line = reader.line();
    reader.read_row(fields_);
    lines_.push_back(line);
    if (fields_.size() != lines_.size() * header_.size())
      throw Error(Failure::input, Place{file_, line, 0},
                  "the row does not have the header's " + std::to_string(header_.size()) +
                      " fields",
                  "quote fields that hold commas");
  }
}

DataTable::Row DataTable::row(std::size_t index) const {
  require(index < size(), "index < size()");
  return {lines_[index], std::span(fields_).subspan(index * header_.size(), header_.size())};
}

std::size_t DataTable::column(std::string_view name) const {
  const auto found = std::find(header_.begin(), header_.end(), name);
  if (found == header_.end())
    throw Error(Failure::input, Place{file_, 1, 0}, "the table has no column " + std::string(name));
  return static_cast<std::size_t>(found - header_.begin());
}

void DataTable::fail(const Row& row, std::string message) const {
  throw Error(Failure::input, Place{file_, row.line, 0}, std::move(message));
}

std::vector<std::string_view> split_names(std::string_view text) {
  std::vector<std::string_view> names;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('|'), text.size());
    if (end > 0) names.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return names;
}

} // namespace tela::base
