#pragma once

#include "records/record.h"

#include <optional>
#include <string>
#include <string_view>

/// The values of a project's fields as pages write them.
namespace tela::records {

/// "Achevé", "Finalizado", "Active" …; nothing for any other word.
[[nodiscard]] std::optional<Status> read_status(std::string_view value);

/// "National", "Régional", "Multi-Regional", "Mundial" …; nothing for any other word.
[[nodiscard]] std::optional<Coverage> read_coverage(std::string_view value);

/// Digits, '.', two decimals ("105,000" → "105000.00", "81 500,5" → "81500.50"), or nothing when
/// `value` is no amount. A lone separator with three digits behind it parts thousands. A currency
/// sign or code around the number is ignored.
[[nodiscard]] std::optional<std::string> read_amount(std::string_view value);

/// The ISO 4217 code that stands in `text` ("USD 105,000", "US$ 5"), or nothing.
[[nodiscard]] std::optional<std::string> read_currency(std::string_view text);

/// The shape of a project id of the fund: "LM.0276", "L20-805", "614-800".
[[nodiscard]] bool is_project_id(std::string_view value);

/// The shape of a Prima id: "CR10P0001".
[[nodiscard]] bool is_prima_id(std::string_view value);

/// A year as it is, a date as ISO writes it: "2024", "31/12/2020" → "2020-12-31", "2 mai 2024" →
/// "2024-05-02"; nothing when `value` is neither.
[[nodiscard]] std::optional<std::string> read_year_or_date(std::string_view value);

/// Whether a year stands in `value`.
[[nodiscard]] bool holds_year(std::string_view value);

} // namespace tela::records
