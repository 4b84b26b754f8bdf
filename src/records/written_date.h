#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tela::records {

/// Which of two numbers in front of a year is the day.
enum class DayOrder : std::uint8_t {
  unknown,     ///< nothing tells
  day_first,   ///< "31/12/2020"
  month_first, ///< "12/31/2020"
  disputed,    ///< some values say the one, some the other
};

/// What both together show of the order.
[[nodiscard]] DayOrder common_order(DayOrder a, DayOrder b);

/// The order that people write in who write this language (BCP 47): the day comes first in French
/// and Spanish; in English nobody can tell.
[[nodiscard]] DayOrder order_in(std::string_view language);

/// A date in running text and where it stands.
struct WrittenDate {
  std::string iso; ///< "2019-07-23"; the year alone where `is_doubtful`
  std::size_t start = 0;
  std::size_t end = 0;
  bool is_doubtful = false; ///< nobody can tell which is the day and which the month
};

/// The first full date (day, month, year) of `text` in French, English or Spanish words
/// ("2 mai 2024", "November 14, 2018", "23 de julio de 2019", "3-Dec-2020") or digits
/// ("19/02/2012", "2012-02-19"). `order` is asked only for what "02/03/2012" leaves open; with
/// points
/// ("2.3.2012") the day comes first everywhere. Days that the calendar does not have, years of two
/// digits and dates without a year are no dates.
[[nodiscard]] std::optional<WrittenDate> find_date(std::string_view text,
                                                   DayOrder order = DayOrder::unknown);

/// What the first date of `text` itself shows: "19/02/2012" that the day comes first, "02/03/2012"
/// nothing.
[[nodiscard]] DayOrder shown_order(std::string_view text);

/// A value that is to be a year or a date: a year as it is, a date as find_date() reads it, a time
/// of day behind it left out.
[[nodiscard]] std::optional<WrittenDate> read_year_or_date(std::string_view value,
                                                           DayOrder order = DayOrder::unknown);

/// Whether `line` is a date and little else: weekday, "le", time of day, "Media release".
[[nodiscard]] bool is_date_line(std::string_view line);

/// Whether the first date of `line` is the last of several days: "28-31 August 2018", "8 and 9
/// October 2020". Then it is no day of publication.
[[nodiscard]] bool tells_several_days(std::string_view line);

/// Whether `word` (as label_key() makes it) names a month in full, in one of the three languages.
[[nodiscard]] bool is_month(std::string_view word);

/// Whether a year stands in `value`.
[[nodiscard]] bool holds_year(std::string_view value);

} // namespace tela::records
