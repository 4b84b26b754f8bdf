#pragma once

#include "events/report.h"
#include "gazetteer/links.h"

#include <vector>

namespace tela::events {

/// What was read of an article's meetings, and how each candidate was judged.
struct Reading {
  std::vector<Event> events; ///< the main one first; empty when the article is about no meeting
  Judgements judgements;
};

/// The meetings an article reports, put together from what the readers of their parts find.
[[nodiscard]] Reading read_events(const Report& report);

} // namespace tela::events
