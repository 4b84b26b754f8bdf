#include "remote/dialect.h"

#include "base/ascii.h"
#include "base/error.h"
#include "base/file.h"
#include "remote/embedded_dialects.h"
#include "sparql/results/result_table.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <sstream>

namespace tela::remote {

namespace {

using sparql::results::ResultTable;

/// A row of the table, by the names of its columns.
class Row {
 public:
  Row(std::string_view source, const ResultTable& table, const ResultTable::Row& cells)
      : source_(source), table_(table), cells_(cells) {}

  [[nodiscard]] std::string text(std::string_view column) const {
    const auto found = std::ranges::find(table_.variables, column);
    if (found == table_.variables.end()) fail("has no column \"" + std::string(column) + "\"");
    const auto& cell = cells_[static_cast<std::size_t>(found - table_.variables.begin())];
    return cell ? cell->value : std::string();
  }
  [[nodiscard]] std::size_t number(std::string_view column) const {
    const std::string digits = text(column);
    std::size_t value = 0;
    const auto [end, problem] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (problem != std::errc() || end != digits.data() + digits.size())
      fail("has \"" + digits + "\" for a number of " + std::string(column));
    return value;
  }

 private:
  [[noreturn]] void fail(const std::string& problem) const {
    throw base::Error(base::Failure::input, base::Place{source_},
                      "the table of dialects " + problem,
                      "see data/services/dialects.csv for its form");
  }

  std::string source_;
  const ResultTable& table_;
  const ResultTable::Row& cells_;
};

std::vector<std::string> words(const std::string& text) {
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), {}};
}

void append(std::vector<Dialect>& dialects, std::string_view source, std::string_view text) {
  const ResultTable table = sparql::results::read_csv_result(source, text);
  for (const auto& cells : table.rows) {
    const Row row(source, table, cells);
    dialects.push_back({row.text("dialect"), base::ascii_lower(row.text("server")),
                        row.text("address"), row.text("results"), row.number("values"),
                        row.number("inserts"), row.text("default") != "none",
                        words(row.text("own_graphs")), row.text("note")});
  }
}

} // namespace

std::vector<Dialect> load_dialects(const std::filesystem::path& extension) {
  std::vector<Dialect> dialects;
  if (!extension.empty()) append(dialects, extension.string(), base::read_file(extension));
  for (const auto& file : embedded_dialects()) append(dialects, file.name, file.content);
  return dialects;
}

const Dialect& find_dialect(std::span<const Dialect> dialects, std::string_view server,
                            std::string_view address) {
  const std::string said = base::ascii_lower(server);
  const auto fits = [&](const Dialect& dialect) {
    if (dialect.server.empty() && dialect.address.empty()) return true;
    return (!dialect.server.empty() && said.find(dialect.server) != std::string::npos) ||
           (!dialect.address.empty() && address.find(dialect.address) != std::string_view::npos);
  };
  const auto found = std::ranges::find_if(dialects, fits);
  return found == dialects.end() ? dialects.back() : *found;
}

} // namespace tela::remote
