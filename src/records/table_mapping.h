#pragma once

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
  beneficiary_codes,   ///< ISO 3166-1 alpha-2
  other_country_codes, ///< ISO 3166-1 alpha-2
  fund,
  partners,
  date,
  dateline,
  body,
};

/// How a table becomes records. Written as a small text file:
///
///   # lines that begin with '#' are comments
///   separator = ;              between cells; "tab" for a tabulator
///   list = |                   between the names of one cell
///   Titre du projet = title    a column and the field it fills; "-" leaves the column out
///   constant language = fr     a field with the same value in every row
///
/// Columns that the file does not name fill the field of their name ("project_id", "Project ID",
/// "Année").
struct TableMapping {
  std::optional<char> separator;
  char list_separator = ';';
  std::map<std::string, std::optional<TableField>, std::less<>> columns; ///< by column name
  std::map<TableField, std::string> constants;
};

/// Throws Error(input) with line and advice: an unknown field, a line that is none of the above.
[[nodiscard]] TableMapping parse_table_mapping(std::string_view source, std::string_view text);

/// The field that a column of this name fills by itself: a field's name or a page's label.
[[nodiscard]] std::optional<TableField> table_field(std::string_view column);

} // namespace tela::records
