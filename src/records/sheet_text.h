#pragma once

#include "records/sheet_losses.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tela::records {

/// Builds the text of a CSV file cell by cell, from a sheet whose cells and rows ascend; those
/// between are empty. What does not ascend, or lies outside of any sheet, is damage: which of two
/// values a cell has nobody can tell.
class SheetText {
 public:
  static constexpr std::size_t most_rows = 1'048'576; ///< as Excel has
  static constexpr std::size_t most_columns = 16'384;

  static constexpr std::size_t most_bytes = std::size_t{256} << 20U;

  explicit SheetText(std::string source) : source_(std::move(source)) {}

  /// The sheet that is read, and the names of those that are not, for messages and notes.
  void set_sheet(std::string name, std::vector<std::string> others) {
    sheet_ = std::move(name);
    others_ = std::move(others);
  }

  /// Begins the row of that number, from 1. Throws Error(input) unless it is the next or a later
  /// one, and none behind the last that a sheet can have.
  void begin_row(std::size_t number);
  /// A cell of the row at hand, by its column from 0. Throws Error(input) when it stands before the
  /// last one or outside of the sheet, and when all cells hold more than most_bytes.
  void cell(std::size_t column, std::string_view value);
  /// A cell of the row at hand that has a value which the file does not tell, or not to its row.
  void lose(SheetLoss loss, std::size_t column) { losses_.add(loss, cell_name(column, number_)); }
  void lose(SheetLoss loss, std::string_view cells) { losses_.add(loss, std::string(cells)); }
  /// Ends the row at hand. False when all of it is empty.
  bool end_row();

  /// Throws Error(input) that names the sheet and the cell of the row at hand.
  [[noreturn]] void refuse(std::size_t column, std::string_view what) const;
  /// Throws Error(input) that names the sheet.
  [[noreturn]] void refuse(std::string_view what) const;

  /// All rows, each as wide as the first that is not empty.
  [[nodiscard]] std::string take() { return std::move(text_); }
  /// What was not read: other sheets, then what was lost of this one, a line a kind.
  [[nodiscard]] std::vector<std::string> notes() const;

 private:
  std::string source_, sheet_;
  std::vector<std::string> others_;
  std::size_t bytes_ = 0; ///< of all cells
  std::vector<std::string> row_;
  std::size_t next_column_ = 0;
  std::size_t number_ = 0; ///< of the row at hand
  std::size_t rows_ = 0;   ///< written
  std::size_t width_ = 0;  ///< of the first row that is not empty
  std::string text_;
  SheetLosses losses_;
};

/// A number as a program writes it, so that no reader takes its point for one of thousands.
[[nodiscard]] std::string plain_number(std::string_view written);

} // namespace tela::records
