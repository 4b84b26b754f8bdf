#pragma once

#include <string_view>

namespace tela::records {

/// The date of "2014-01-31", "2014-01-31T00:00:00Z", "2014-01-31+01:00", as a part of `text`; empty
/// for anything else, and for days that no calendar has.
[[nodiscard]] std::string_view iso_date_part(std::string_view text);

} // namespace tela::records
