#pragma once

#include "records/record.h"
#include "records/sliding_text.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tela::records {

/// One cell as it stands in the file, without the quotes around it.
struct CsvCell {
  std::string raw; ///< quotes inside of a quoted cell are still doubled
  bool quoted = false;
  std::optional<std::uint64_t> start; ///< of `raw` in the file, in bytes; nothing: a constant
  std::size_t at = 0;                 ///< of the cell in its row, in bytes; for places

  /// The cell's text, cleaned, with places unless it is a constant, cut at every byte of
  /// `separators`; empty pieces are left out.
  [[nodiscard]] std::vector<MappedText> pieces(std::string_view separators = {}) const;
};

/// The line with which spreadsheets tell the separator of what follows: "sep=;".
inline constexpr std::string_view separator_line = "sep=";

/// One row and where it begins.
struct CsvRow {
  std::uint64_t number = 0; ///< from 1, the header and empty rows included
  base::Place place;
  std::vector<CsvCell> cells;

  [[nodiscard]] bool empty() const; ///< whether all cells are
};

/// Cuts a table into rows as RFC 4180 says: cells parted by `separator`, quotes around cells that
/// hold separators, line ends or quotes (these doubled), rows ended by LF, CRLF or CR. Empty lines,
/// rows of empty cells and a first line "sep=;" are no rows. Memory: the largest row.
class CsvRows {
 public:
  /// Skips a byte order mark. `text` must live as long as the object.
  CsvRows(SlidingText& text, char separator);

  /// The next row, or nothing at the end. Throws Error(input) when the row cannot be cut: a quote
  /// that is never closed, text behind a closing quote, more than 64 MiB, no UTF-8. After a throw
  /// the next call goes on with the next line.
  [[nodiscard]] std::optional<CsvRow> next();

  /// Line and column of a cell of the row that next() gave last.
  [[nodiscard]] base::Place place_of(const CsvCell& cell) const;

 private:
  struct Window;

  [[nodiscard]] bool has(std::size_t at);
  [[nodiscard]] char byte(std::size_t at) const { return text_.text()[at]; }
  [[nodiscard]] CsvRow read_row();
  void skip_line_ends();
  void skip_separator_line();
  CsvCell read_cell();
  void skip_bad_line();
  [[noreturn]] void refuse(std::size_t at, const char* what, const char* advice) const;

  SlidingText& text_;
  char separator_;
  std::size_t at_ = 0; ///< in text_.text(), which begins at the row
  std::uint64_t number_ = 0;
};

/// The separator that the first line of `text` names ("sep=;") or has most of: comma, semicolon or
/// tab.
[[nodiscard]] char guess_separator(std::string_view text);

} // namespace tela::records
