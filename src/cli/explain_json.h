#pragma once

#include "events/link.h"
#include "records/record.h"

#include <string>
#include <vector>

namespace tela::cli {

/// Appends one JSON object: how the meetings of a record were found. Each candidate has the
/// question it was judged for, its words, its code, its probability and the ids of the rules that
/// applied.
void append_explanation(std::string& out, const records::Record& record,
                        const std::vector<events::ExplainedJudgement>& judgements);

} // namespace tela::cli
