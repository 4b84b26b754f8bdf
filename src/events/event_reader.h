#pragma once

#include "events/gazetteer_terms.h"
#include "events/report.h"

#include <vector>

namespace tela::events {

/// The meeting an article reports, put together from what the readers of its parts find. Empty when
/// the article is about no meeting.
[[nodiscard]] std::vector<Event> read_events(const Report& report);

} // namespace tela::events
