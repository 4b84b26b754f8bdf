#pragma once

#include "events/rule_table.h"
#include "events/weigher.h"
#include "gazetteer/links.h"
#include "records/record.h"

#include <string>
#include <string_view>
#include <vector>

namespace tela::events {

/// Links one record: what gazetteer::link_entities finds, and the meetings that an article reports
/// unless it states some itself, read by `rules`, which must outlive the links. Never fails: what
/// is not understood is a warning. Thread-safe. Cost: linear in the length of the record's texts,
/// about 10 µs a kilobyte, 30 µs for an article; an article of more than 20,000 words and marks is
/// not read for its meetings, and that is said.
[[nodiscard]] gazetteer::Links link(const records::Record& record,
                                    const gazetteer::Gazetteer& gazetteer,
                                    const RuleTable& rules = RuleTable::built_in());

/// A candidate that the reader weighed, in words.
struct ExplainedJudgement {
  Question question{};
  std::string text;      ///< the candidate as written; empty: known from outside the running text
  std::string entity;    ///< ISO code of a state, id of a body, number of an edition, ISO dates
  bool kept_out = false; ///< absent or an observer, whatever its weight
  double probability = 0;
  std::vector<std::string_view> rules; ///< ids of those that applied
};

/// How the meetings of an article are found: each candidate for each question, with the rules that
/// applied. Empty for other records. Cost: that of link().
[[nodiscard]] std::vector<ExplainedJudgement>
explain(const records::Record& record, const gazetteer::Gazetteer& gazetteer,
        const RuleTable& rules = RuleTable::built_in());

} // namespace tela::events
