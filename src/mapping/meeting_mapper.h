#pragma once

#include "gazetteer/links.h"
#include "mapping/evidence_mapper.h"
#include "mapping/graph_writer.h"
#include "mapping/names.h"

#include <string_view>

namespace tela::mapping {

/// One meeting as an article reports it, under the IRI `meeting`, with the evidence of each
/// statement. Who presides afterwards also gets a tela:Membership in the process, role chair.
void map_meeting(const gazetteer::Event& event, std::string_view meeting,
                 const records::Record& article, const Names& names, GraphWriter& out,
                 EvidenceMapper& evidence);

} // namespace tela::mapping
