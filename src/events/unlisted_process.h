#pragma once

#include "events/report.h"

#include <optional>

namespace tela::events {

/// The name, as the first sentences write it, of a process that the gazetteer does not list:
/// "Abidjan-Lagos Corridor Mobility Dialogue". Words in capitals, with small ones between, that
/// hold a word for a process and at least two words that are neither one nor of a meeting, an
/// office, a state or a listed body. Titles are not looked at: there all words may be in capitals.
/// Nothing where there is none. Cost: linear in the sentences.
[[nodiscard]] std::optional<Range> unlisted_process(const Report& report);

} // namespace tela::events
