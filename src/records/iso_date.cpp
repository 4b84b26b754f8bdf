#include "records/iso_date.h"

#include "base/calendar.h"

namespace tela::records {

std::string_view iso_date_part(std::string_view text) {
  constexpr std::size_t size = 10;
  const std::string_view date = text.substr(0, size);
  const std::string_view rest = text.substr(date.size());
  const bool ends =
      rest.empty() || std::string_view("TZ+-").find(rest.front()) != std::string_view::npos;
  return ends && base::parse_iso_day(date) ? date : std::string_view();
}

} // namespace tela::records
