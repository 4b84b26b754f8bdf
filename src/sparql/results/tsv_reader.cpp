#include "base/error.h"
#include "base/utf8.h"
#include "sparql/results/result_table.h"
#include "sparql/syntax/parser.h"

#include <utility>

namespace tela::sparql::results {

namespace {

class TsvReader {
 public:
  TsvReader(std::string_view source, std::string_view text) : source_(source), rest_(text) {}

  ResultTable read() {
    if (const auto bad = base::first_invalid_utf8(rest_))
      throw base::Error(base::Failure::input, base::place_at(source_, rest_.substr(0, *bad), *bad),
                        "the TSV result is not UTF-8", "save it as UTF-8");
    if (rest_ == "true\n" || rest_ == "false\n") {
      table_.boolean = rest_ == "true\n";
      return std::move(table_);
    }
    read_header(next_line());
    while (!rest_.empty()) read_row(next_line());
    return std::move(table_);
  }

 private:
  [[noreturn]] void fail(const std::string& problem, const std::string& advice) const {
    throw base::Error(base::Failure::input, {source_, line_, 0}, problem, advice);
  }

  std::string_view next_line() {
    ++line_;
    const auto end = rest_.find('\n');
    if (end == std::string_view::npos)
      fail("the last line does not end", "the result is incomplete");
    auto line = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }

  /// Calls `take` with each cell of a line.
  template<typename Take>
  static void for_each_cell(std::string_view line, Take take) {
    for (auto tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t')) {
      take(line.substr(0, tab));
      line.remove_prefix(tab + 1);
    }
    take(line);
  }

  void read_header(std::string_view line) {
    if (line.empty()) return;
    for_each_cell(line, [this](std::string_view cell) {
      if (cell.size() < 2 || (cell.front() != '?' && cell.front() != '$'))
        fail("a heading of TSV is a variable with its ?", "see the first line");
      table_.variables.emplace_back(cell.substr(1));
    });
  }

  void read_row(std::string_view line) {
    ResultTable::Row row;
    for_each_cell(line, [&](std::string_view cell) { row.push_back(read_cell(cell)); });
    if (table_.variables.empty() && line.empty()) row.clear();
    if (row.size() != table_.variables.size())
      fail("this line has " + std::to_string(row.size()) + " values for " +
               std::to_string(table_.variables.size()) + " variables",
           "the result is incomplete or no TSV");
    table_.rows.push_back(std::move(row));
  }

  std::optional<rdf::Term> read_cell(std::string_view cell) const {
    if (cell.empty()) return std::nullopt;
    try {
      return syntax::parse_term(cell);
    } catch (const base::Error& error) {
      fail("'" + std::string(cell.substr(0, 40)) + "' is no term: " + error.message(),
           "the result is incomplete or no TSV");
    }
  }

  std::string source_;
  std::string_view rest_;
  std::uint64_t line_ = 0;
  ResultTable table_;
};

} // namespace

ResultTable read_tsv_result(std::string_view source, std::string_view text) {
  return TsvReader(source, text).read();
}

} // namespace tela::sparql::results
