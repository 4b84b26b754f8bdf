#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

/// Days of the Gregorian calendar as readers of data and of command lines need them. XSD's dates,
/// whose years have any size, are those of `rdf/`.
namespace tela::base {

/// Nothing when there is no such day: 31 February, month 13.
[[nodiscard]] std::optional<std::chrono::year_month_day> day_of(int year, int month, int day);

/// The day of "2020-12-31"; nothing for any other text.
[[nodiscard]] std::optional<std::chrono::year_month_day> parse_iso_day(std::string_view text);

/// The year of "2020": four digits and nothing else.
[[nodiscard]] std::optional<int> parse_year(std::string_view text);

/// "2020-12-31".
[[nodiscard]] std::string iso_text(const std::chrono::year_month_day& day);

} // namespace tela::base
