#pragma once

#include "gazetteer/links.h"
#include "mapping/names.h"
#include "rdf/graph_writer.h"

namespace tela::mapping {

/// What an article's record states, into the record's graph: title, date, dateline, mentions, and
/// the meetings it reports on with process, edition, place, host, dates, participants and chair.
/// REQUIRES: record.article(); links were made from `record`.
void map_article(const records::Record& record, const gazetteer::Links& links, const Names& names,
                 rdf::GraphWriter& out);

} // namespace tela::mapping
