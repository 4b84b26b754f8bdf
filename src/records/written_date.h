#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tela::records {

/// A date in running text: its ISO form and where it stands.
struct WrittenDate {
  std::string iso; ///< "2019-07-23"
  std::size_t start = 0;
  std::size_t end = 0;
};

/// The first full date (day, month, year) of `text` in French, English or Spanish words
/// ("2 mai 2024", "November 14, 2018", "23 de julio de 2019") or digits ("19/02/2012" is day first
/// unless that cannot be; "2012-02-19"). Dates without a year are no dates.
[[nodiscard]] std::optional<WrittenDate> find_date(std::string_view text);

/// Whether `line` is a date and little else: weekday, "le", time of day, "Media release".
[[nodiscard]] bool is_date_line(std::string_view line);

/// Whether `word` (as label_key() makes it) names a month in full, in one of the three languages.
[[nodiscard]] bool is_month(std::string_view word);

} // namespace tela::records
