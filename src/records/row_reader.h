#pragma once

#include "records/csv_rows.h"
#include "records/project_fields.h"
#include "records/record.h"
#include "records/record_sink.h"
#include "records/table_columns.h"

#include <string>
#include <vector>

namespace tela::records {

/// Makes the record of one row of a table: take() for each cell, then finish(). One object a row.
class RowReader {
 public:
  /// Keeps references to both; errors name the cell's place by `rows`.
  RowReader(const CsvRows& rows, const CsvRow& row) : rows_(rows), row_(row) {}

  /// Throws Error(input) with row, column and line when the field cannot have the cell's value.
  void take(const TableColumn& column, const CsvCell& cell);

  /// Counts in `unmapped` what has a value that nobody can read for certain. Throws Error(input)
  /// when nothing names the record.
  [[nodiscard]] Record finish(std::string_view source, Unmapped& unmapped);

 private:
  void take_field(TableField field, const CsvCell& cell);
  void take_property(const ColumnProperty& property, const CsvCell& cell);
  void take_text(TableField field, const Text& text);
  void settle_key();
  void take_kind(const Text& text);
  void check_order(const Project& project);
  void take_article_date(const Text& text);
  void take_currency(const Text& text);
  void settle_currency(Project& project, Unmapped& unmapped) const;
  void take_project_field(Field field, const CsvCell& cell);
  void take_body(const CsvCell& cell);
  void take_partners(const CsvCell& cell);
  void take_codes(const CsvCell& cell, StateRole role);
  [[nodiscard]] std::vector<MappedText> list(const CsvCell& cell) const;
  [[noreturn]] void refuse(const std::string& what, std::string advice) const;

  const CsvRows& rows_;
  const CsvRow& row_;
  const TableColumn* column_ = nullptr; ///< of the cell at hand
  const CsvCell* cell_ = nullptr;
  const CsvCell* end_cell_ = nullptr;
  const TableColumn* end_column_ = nullptr;
  Record record_;
  ProjectFields fields_{record_.warnings};
  Article article_;
  std::string currency_, budget_column_;
  Text fund_;
  Text iati_id_, local_id_;
  std::vector<Partner> partners_;
  bool is_article_ = false;
};

} // namespace tela::records
