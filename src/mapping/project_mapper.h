#pragma once

#include "gazetteer/links.h"
#include "mapping/names.h"
#include "rdf/graph_writer.h"

namespace tela::mapping {

/// What a project's record states, into the record's graph: names and identifiers, status,
/// coverage, theme, region, budget, years, beneficiaries, mentions. A type or region that no link
/// stands for is kept as text. REQUIRES: record.project(); links were made from `record`.
void map_project(const records::Record& record, const gazetteer::Links& links, const Names& names,
                 rdf::GraphWriter& out);

} // namespace tela::mapping
