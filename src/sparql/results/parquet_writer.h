#pragma once

#include "sparql/results/column_type.h"
#include "sparql/results/result_writer.h"
#include "sparql/results/row_spool.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tela::sparql::results {

/// A table as a Parquet file, each column of the narrowest type that holds all its values exactly
/// (ColumnType). Nothing is passed on before the last row has come, since until then no type is
/// certain; rows wait on the disk.
class ParquetWriter final : public ResultWriter {
 public:
  explicit ParquetWriter(Output output) : output_(std::move(output)) {}

  void begin(std::span<const std::string> variables) override;
  void row(std::span<const Cell> cells) override;
  void end() override;
  /// A table of one cell.
  void boolean(bool value) override;
  void cut_short(std::string_view /*reason*/) override {} // nothing was passed on
  [[nodiscard]] std::vector<std::string> notes() const override;

 private:
  Output output_;
  std::vector<std::string> names_;
  std::vector<ColumnType> types_;
  std::optional<RowSpool> rows_;
  std::vector<std::string> labels_; ///< of blank nodes of the row at hand
  std::vector<RowSpool::Text> texts_;
  std::uint64_t tagged_ = 0; ///< texts whose language is not in the file
};

} // namespace tela::sparql::results
