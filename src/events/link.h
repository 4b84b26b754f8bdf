#pragma once

#include "gazetteer/links.h"
#include "records/record.h"

namespace tela::events {

/// Links one record: what gazetteer::link_entities finds, and the meetings that an article reports
/// unless it states some itself. Never fails: what is not understood is a warning. Thread-safe.
/// Cost: linear in the length of the record's texts, about 10 µs a kilobyte, 30 µs for an article;
/// an article of more than 20,000 words and marks is not read for its meetings, and that is said.
[[nodiscard]] gazetteer::Links link(const records::Record& record,
                                    const gazetteer::Gazetteer& gazetteer);

} // namespace tela::events
