#pragma once

#include "gazetteer/links.h"
#include "mapping/evidence_mapper.h"
#include "mapping/names.h"
#include "rdf/graph_writer.h"

#include <string_view>

namespace tela::mapping {

/// One meeting as a record reports it, an article or one of its own, under the IRI `meeting`, with
/// the evidence of each statement. Who presides afterwards also gets a tela:Membership in the
/// process, role chair.
void map_meeting(const gazetteer::Event& event, std::string_view meeting,
                 const records::Record& record, const Names& names, rdf::GraphWriter& out,
                 EvidenceMapper& evidence);

/// What the record of a meeting states, into its graph: the meeting, its name as written, theme,
/// notes and page. REQUIRES: record.meeting(); links were made from `record`.
void map_meeting_record(const records::Record& record, const gazetteer::Links& links,
                        std::string_view meeting, const Names& names, rdf::GraphWriter& out);

} // namespace tela::mapping
