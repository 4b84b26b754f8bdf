#pragma once

#include "gazetteer/gazetteer.h"
#include "mapping/names.h"
#include "rdf/quad.h"

namespace tela::mapping {

/// States, territories, regions, themes, funds, processes, organisations and memberships. What a
/// page was seen for goes into names.gazetteer_graph(), the rest into
/// names.general_knowledge_graph(). Demonyms and cities serve to read texts and are not mapped.
/// About 22,000 statements.
void map_gazetteer(const gazetteer::Gazetteer& gazetteer, const Names& names, rdf::QuadSink& sink);

} // namespace tela::mapping
