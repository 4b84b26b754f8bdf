#include "records/iso_date.h"

#include "records/xml_fields.h"

#include <algorithm>
#include <chrono>

namespace tela::records {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_day(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  return date.ok();
}

} // namespace

std::string_view iso_date_part(std::string_view text) {
  constexpr std::string_view shape = "0000-00-00";
  const std::string_view date = text.substr(0, shape.size());
  const std::string_view rest = text.substr(date.size());
  const bool fits = date.size() == shape.size() &&
                    std::equal(date.begin(), date.end(), shape.begin(), [](char c, char wanted) {
                      return wanted == '0' ? is_digit(c) : c == wanted;
                    });
  const bool is_date = fits && (rest.empty() || std::string_view("TZ+-").find(rest.front()) !=
                                                    std::string_view::npos);
  const auto number = [date](std::size_t at, std::size_t size) {
    return *number_of<int>(date.substr(at, size));
  };
  return is_date && is_day(number(0, 4), number(5, 2), number(8, 2)) ? date : std::string_view();
}

} // namespace tela::records
