#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tela::records {

/// Why a cell that shows something to its reader gives nothing here.
enum class SheetLoss : std::uint8_t {
  error,         ///< "#N/A": what was to be computed could not be
  not_computed,  ///< a formula whose result the file does not hold
  merged,        ///< cells over several rows: only the first row has the value
  impossible_day ///< a day that the calendar of spreadsheets has, and no other
};

/// Counts lost cells by kind, with the first of each.
class SheetLosses {
 public:
  /// `cells`: "D4", "B2:B7".
  void add(SheetLoss loss, std::string cells);
  /// A line for each kind that occurred: "2 cells hold an error and are read as empty (D4, E7)".
  [[nodiscard]] std::vector<std::string> notes() const;

 private:
  struct Count {
    std::size_t cells = 0;
    std::string examples;
  };
  std::array<Count, 4> counts_;
};

/// "D4" of column 3 and row 4: columns from 0, rows from 1.
[[nodiscard]] std::string cell_name(std::size_t column, std::size_t row);

} // namespace tela::records
