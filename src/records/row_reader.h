#pragma once

#include "records/csv_rows.h"
#include "records/project_fields.h"
#include "records/record.h"
#include "records/table_mapping.h"

#include <string>
#include <vector>

namespace tela::records {

/// What a table's row needs to know of its column.
struct TableColumn {
  std::string name;
  std::optional<TableField> field; ///< nothing: the column is left out
};

/// Makes the record of one row of a table: take() for each cell, then finish(). One object a row.
class RowReader {
 public:
  /// Keeps references to all; errors name the cell's place by `rows`.
  RowReader(const CsvRows& rows, const CsvRow& row, const TableMapping& mapping);

  /// Throws Error(input) with row, column and line when the field cannot have the cell's value.
  void take(const TableColumn& column, const CsvCell& cell);

  /// Throws Error(input) when nothing names the record.
  [[nodiscard]] Record finish(std::string_view source);

 private:
  void take_text(TableField field, const Text& text);
  void take_kind(const Text& text);
  void take_currency(const Text& text);
  void take_project_field(Field field, const CsvCell& cell);
  void take_body(const CsvCell& cell);
  void take_partners(const CsvCell& cell);
  void take_codes(const CsvCell& cell, StateRole role);
  [[nodiscard]] std::vector<MappedText> list(const CsvCell& cell) const;
  [[noreturn]] void refuse(const std::string& what, std::string advice) const;

  const CsvRows& rows_;
  const CsvRow& row_;
  const TableMapping& mapping_;
  const TableColumn* column_ = nullptr; ///< of the cell at hand
  const CsvCell* cell_ = nullptr;
  Record record_;
  ProjectFields fields_{record_.warnings};
  Article article_;
  std::string currency_;
  Text fund_;
  Text iati_id_;
  std::vector<Partner> partners_;
  bool is_article_ = false;
};

} // namespace tela::records
