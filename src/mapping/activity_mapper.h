#pragma once

#include "mapping/names.h"
#include "rdf/graph_writer.h"
#include "records/record.h"

#include <string_view>

namespace tela::mapping {

/// What an IATI activity states beyond the fields of a project, about `project`, the IRI of the
/// record's topic, into the record's graph: titles and descriptions, organisations by
/// role, regions, sectors, shares, dates, planned budgets, transactions, related activities and
/// results. Amounts and shares have their value in their IRI: sources that agree share a node,
/// others stand beside each other. REQUIRES: record.project()->activity.
void map_activity(const records::Record& record, std::string_view project, const Names& names,
                  rdf::GraphWriter& out);

} // namespace tela::mapping
