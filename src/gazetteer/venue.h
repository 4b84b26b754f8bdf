#pragma once

#include "gazetteer/report.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tela::gazetteer {

/// Where a meeting is held.
struct Venue {
  std::string place;                  ///< as written, without article; may be empty
  Range place_range;                  ///< empty: no place, or only in the dateline
  std::optional<std::uint16_t> state; ///< index into Gazetteer::states()
  Range state_range;                  ///< empty: known through the place alone
  std::string_view rule;
  double score = 0;
};

/// Every city, and every capitalised word with a state behind it ("Nyanga, au Zimbabwe"), is a
/// candidate. Words for holding a meeting near by speak for it, as do the title and the lead; words
/// for founding, former and coming meetings, and the names of processes other than `process`,
/// against it. The dateline's city counts where the text
/// has no better, and no meeting is online. Without a city, states are weighed the same way, then
/// the dateline's state. Nothing when no candidate is good enough.
[[nodiscard]] std::optional<Venue> find_venue(const Report& report,
                                              std::optional<std::uint16_t> process);

} // namespace tela::gazetteer
