#include "base/csv.h"
#include "base/error.h"
#include "base/utf8.h"
#include "sparql/results/result_table.h"

#include <utility>

namespace tela::sparql::results {

namespace {

/// RFC 4180, with lines that end in CR LF or LF.
class CsvReader {
 public:
  CsvReader(std::string_view source, std::string_view text) : source_(source), text_(text) {}

  ResultTable read() {
    if (const auto bad = base::first_invalid_utf8(text_))
      throw base::Error(base::Failure::input, base::place_at(source_, text_.substr(0, *bad), *bad),
                        "the CSV result is not UTF-8", "save it as UTF-8");
    ResultTable table;
    table.variables = next_record();
    if (at_ == text_.size() && table.variables.size() == 1 &&
        (table.variables[0] == "true" || table.variables[0] == "false"))
      return {{}, {}, table.variables[0] == "true"};
    if (table.variables.size() == 1 && table.variables[0].empty()) table.variables.clear();
    while (at_ < text_.size()) table.rows.push_back(next_row(table.variables.size()));
    return table;
  }

 private:
  [[noreturn]] void fail(std::size_t offset, const std::string& problem) const {
    throw base::Error(base::Failure::input, base::place_at(source_, text_, offset), problem,
                      "the result is incomplete or no CSV");
  }

  ResultTable::Row next_row(std::size_t width) {
    const std::size_t start = at_;
    auto record = next_record();
    if (width == 0 && record.size() == 1 && record[0].empty()) record.clear();
    if (record.size() != width)
      fail(start, "this line has " + std::to_string(record.size()) + " values for " +
                      std::to_string(width) + " variables");
    ResultTable::Row row;
    for (const auto& value : record)
      row.push_back(value.empty() ? std::nullopt : std::optional(rdf::literal(value)));
    return row;
  }

  std::vector<std::string> next_record() {
    std::vector<std::string> record;
    do {
      record.push_back(next_value());
    } while (take(","));
    if (!take("\r\n") && !take("\n")) fail(at_, "a value goes on behind its quotes");
    return record;
  }

  std::string next_value() {
    const base::CsvText csv{text_};
    const base::CsvCut cut = base::cut_csv_cell(csv, at_, ',');
    if (!cut.closed) fail(at_, "this quote does not end");
    std::string value = csv.value(cut);
    const std::size_t quote = cut.quoted ? std::string::npos : value.find('"');
    if (quote != std::string::npos)
      fail(cut.begin + quote, "a quote within a value without quotes");
    if (!csv.has(cut.next)) fail(cut.quoted ? cut.next : at_, "the last line does not end");
    at_ = cut.next;
    return value;
  }

  bool take(std::string_view bytes) {
    if (!text_.substr(at_).starts_with(bytes)) return false;
    at_ += bytes.size();
    return true;
  }

  std::string source_;
  std::string_view text_;
  std::size_t at_ = 0;
};

} // namespace

ResultTable read_csv_result(std::string_view source, std::string_view text) {
  return CsvReader(source, text).read();
}

} // namespace tela::sparql::results
