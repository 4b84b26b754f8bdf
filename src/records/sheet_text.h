#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tela::records {

/// Builds the text of a CSV file cell by cell. Cells and rows come in ascending order; those
/// between are empty.
class SheetText {
 public:
  static constexpr std::size_t most_rows = 1'048'576; ///< as Excel has
  static constexpr std::size_t most_columns = 16'384;

  static constexpr std::size_t most_bytes = std::size_t{256} << 20U;

  explicit SheetText(std::string source) : source_(std::move(source)) {}

  /// A cell of the row at hand, by its column from 0. Cells beyond the most columns, and before the
  /// last one, are left out. Throws Error(input) when all cells hold more than most_bytes.
  void cell(std::size_t column, std::string_view value);
  /// Ends the row at hand, which has `number` (from 1). False when all of it is empty.
  bool end_row(std::size_t number);
  /// All rows, each as wide as the first that is not empty.
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string source_;
  std::size_t bytes_ = 0; ///< of all cells
  std::vector<std::string> row_;
  std::size_t rows_ = 0;  ///< written
  std::size_t width_ = 0; ///< of the first row that is not empty
  std::string text_;
};

/// A number as a program writes it, so that no reader takes its point for one of thousands.
[[nodiscard]] std::string plain_number(std::string_view written);

} // namespace tela::records
