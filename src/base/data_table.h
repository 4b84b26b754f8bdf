#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tela::base {

/// A comma-separated table of data/ (RFC 4180), whole in memory: small, trusted to be ours, but
/// checked, since people edit it.
class DataTable {
 public:
  /// A byte order mark, as spreadsheets write it, is passed over. Throws Error(input) with file and
  /// line: no header, an unclosed quote, text behind a closing one, a row with another number of
  /// fields than the header.
  DataTable(std::string file, std::string_view content);

  struct Row {
    std::uint64_t line = 0; ///< in the file, from 1
    std::span<const std::string> fields;
  };

  [[nodiscard]] std::size_t size() const noexcept { return lines_.size(); }
  /// REQUIRES: index < size().
  [[nodiscard]] Row row(std::size_t index) const;
  /// Number of the column of that name. Throws Error(input) when there is none.
  [[nodiscard]] std::size_t column(std::string_view name) const;
  /// Throws Error(input) that names the file and the row's line.
  [[noreturn]] void fail(const Row& row, std::string message) const;

 private:
  std::string file_;
  std::vector<std::string> header_;
  std::vector<std::string> fields_; ///< of all rows, one row after the other
  std::vector<std::uint64_t> lines_;
};

/// The parts of `text` between '|', empty ones left out.
[[nodiscard]] std::vector<std::string_view> split_names(std::string_view text);

} // namespace tela::base
