#pragma once

#include "parquet/column_chunk.h"
#include "rdf/term.h"

#include <cstdint>
#include <string_view>

namespace tela::sparql::results {

/// Finds the narrowest type of a table's column that holds all its values exactly. Integers of 64
/// bits, doubles, decimals of 15 digits, booleans, days, and times all with or all without a zone
/// are values of their own; whatever else there is, and a mixture, makes texts.
class ColumnType {
 public:
  void see(const rdf::TermView& term);
  /// Text where nothing was seen.
  [[nodiscard]] parquet::Type type() const noexcept;

 private:
  unsigned seen_ = 0;          // a bit for each parquet::Type
  bool large_integer_ = false; // beyond 2^53: no double
};

/// The value of a lexical form in a column of that type; a text is borrowed. REQUIRES: a form of a
/// term that ColumnType has seen for this column.
[[nodiscard]] parquet::Value column_value(std::string_view lexical, parquet::Type type);

} // namespace tela::sparql::results
