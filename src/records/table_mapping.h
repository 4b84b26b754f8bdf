#pragma once

#include "records/decimal_text.h"
#include "records/record.h"
#include "records/written_date.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tela::records {

/// The fields that a column of a table can fill.
enum class TableField : std::uint8_t {
  kind,
  source,
  address,
  language,
  title,
  project_id,
  prima_id,
  iati_id,
  local_id, ///< known to this table only
  type,
  region,
  status,
  status_or_type, ///< the Spanish label that means either
  coverage,
  budget,
  currency,
  start,
  end,
  year,
  beneficiaries,       ///< names
  other_countries,     ///< names
  beneficiary_codes,   ///< ISO 3166-1 or UN M49
  other_country_codes, ///< likewise
  fund,
  partners,
  date,
  dateline,
  body,
};

/// A property that a column fills where no field fits.
struct ColumnProperty {
  std::string name; ///< "tela:sector" or an IRI
  ValueKind kind = ValueKind::text;
  std::string language; ///< of texts
  std::string pattern;  ///< of IRIs: "{}" stands for the value
};

/// What a mapping does with a column: fill a field, fill a property, or leave it out.
struct ColumnUse {
  std::optional<TableField> field;
  std::optional<ColumnProperty> property;
};

/// How the values of a column are written, as far as the mapping says.
struct ColumnHabits {
  std::optional<char> list_separator;
  DayOrder dates = DayOrder::unknown;
  DecimalMark decimals = DecimalMark::unknown;
};

/// How a table becomes records. Written as a small text file:
///
///   # lines that begin with '#' are comments
///   separator = ;              between cells; "tab" for a tabulator
///   sheet = Projects           the one that is read of a spreadsheet; else the first
///   list = |                   between the names of one cell
///   dates = day first          or month first: of "02/03/2020"
///   decimal = ,                or a point: of "1.234"
///   list of Pays = ,           the same for one column; "dates of", "decimal of" likewise
///   Titre du projet = title    a column and the field it fills; "-" leaves the column out
///   Sector = tela:sector       a column and a property; "number", "date", "text es" or
///                              "iri https://example.org/{}" may follow
///   constant language = fr     a field with the same value in every row
///
/// Columns that the file does not name fill the field of their name ("project_id", "Project ID",
/// "Année").
struct TableMapping {
  std::string source; ///< its file; empty: there is none
  std::optional<char> separator;
  std::optional<std::string> sheet;                      ///< of a spreadsheet
  ColumnHabits habits;                                   ///< of all columns
  std::map<std::string, ColumnHabits, std::less<>> own;  ///< of single ones, by name
  std::map<std::string, ColumnUse, std::less<>> columns; ///< by column name
  std::map<TableField, std::string> constants;

  /// The habits of a column: its own, else those of all.
  [[nodiscard]] ColumnHabits habits_of(std::string_view column) const;
};

/// Throws Error(input) with line and advice: an unknown field, a line that is none of the above.
[[nodiscard]] TableMapping parse_table_mapping(std::string_view source, std::string_view text);

} // namespace tela::records
