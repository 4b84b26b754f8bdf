#pragma once

#include "records/table_mapping.h"
#include "records/written_amount.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tela::records {

/// What a column's name says of its cells.
struct ColumnMeaning {
  TableField field = TableField::title;
  std::size_t rank = 0; ///< of two columns for one field, that of the lower rank stands
  AmountUnit unit;      ///< of the amounts in "Budget (EUR million)"
  bool is_clear = true; ///< false: the name alone does not make a table one of projects ("name")
};

/// The meaning of names that tables of projects have in English, French and Spanish, those of IATI,
/// d-portal, EUTF, OECD and the World Bank among them: "project_id", "ProjectTitle", "Année",
/// "recipient-country-code", "Budget (EUR)". Words may be parted by any mark or by capitals.
/// Nothing for other names.
[[nodiscard]] std::optional<ColumnMeaning> meaning_of_column(std::string_view name);

/// The field of that name, as mappings write it; nothing for an unknown one.
[[nodiscard]] std::optional<TableField> field_named(std::string_view name);

/// The name of a field, as mappings write it.
[[nodiscard]] std::string_view name_of(TableField field);

/// Names of fields that mappings can write, for messages.
[[nodiscard]] std::string field_names();

} // namespace tela::records
