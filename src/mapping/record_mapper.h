#pragma once

#include "gazetteer/links.h"
#include "mapping/names.h"
#include "rdf/quad.h"

#include <string_view>

/// Records, their links and the gazetteer as statements. One named graph for each record, one for
/// the gazetteer, one for what of it is only general knowledge, one for provenance.
namespace tela::mapping {

/// Pushes all statements of one record: its facts and their evidence into the graph
/// names.record(record), where that graph comes from into names.provenance_graph(). `file` is the
/// path that the record was read from; links were made from the same record. No blank nodes. Cost:
/// linear, a few microseconds a record. Any number of threads, each with a sink of its own.
void map_record(const records::Record& record, std::string_view file, const gazetteer::Links& links,
                const Names& names, rdf::QuadSink& sink);

} // namespace tela::mapping
