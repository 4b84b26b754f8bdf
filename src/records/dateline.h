#pragma once

#include "records/written_date.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace tela::records {

/// Where the opening "Place, date – " of a report stands in its text, in bytes.
struct Dateline {
  std::size_t place_start = 0;
  std::size_t place_end = 0;
  std::size_t report_start = 0;    ///< behind the dash and its spaces
  std::optional<WrittenDate> date; ///< when it has a year; positions in the text
};

/// The dateline of an article's body (paragraphs parted by '\n'): one of the first paragraphs
/// begins with a place, perhaps a date, and a dash or colon. Nothing when none does. `order` is
/// that of dates in digits.
[[nodiscard]] std::optional<Dateline> find_dateline(std::string_view body,
                                                    DayOrder order = DayOrder::unknown);

/// Bytes of the place a date line begins with: "San José, Costa Rica, June 14, 2024" has 9,
/// "Monday, 3 May 2019" and "3 May 2019" have 0.
[[nodiscard]] std::size_t place_of_date_line(std::string_view line);

} // namespace tela::records
