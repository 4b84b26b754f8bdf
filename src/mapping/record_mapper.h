#pragma once

#include "gazetteer/links.h"
#include "mapping/names.h"
#include "rdf/quad.h"

/// Records, their links and the gazetteer as statements. One named graph for each record, one for
/// the gazetteer, one for what of it is only general knowledge, one for provenance.
namespace tela::mapping {

/// Pushes all statements of one record: its facts and their evidence into the graph
/// names.record(record), where that graph comes from into names.provenance_graph(). Links were made
/// from the same record. Cost: linear, a few microseconds a record. Any number of threads, each
/// with a sink of its own.
void map_record(const records::Record& record, const gazetteer::Links& links, const Names& names,
                rdf::QuadSink& sink);

} // namespace tela::mapping
