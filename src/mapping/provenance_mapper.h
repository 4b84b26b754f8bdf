#pragma once

#include "gazetteer/links.h"
#include "mapping/names.h"
#include "rdf/graph_writer.h"

#include <string_view>

namespace tela::mapping {

/// Where a record's graph comes from, into the graph of provenance: its topic (an IRI, or empty),
/// page, the file it was read from (`file`), language, the activity that made it, how sure it is
/// unless a page was seen, and what reader and gazetteer warned of. Every statement is about the
/// graph.
void map_record_provenance(const records::Record& record, std::string_view file,
                           std::string_view topic, const gazetteer::Links& links,
                           const Names& names, rdf::GraphWriter& out);

/// The activity that made the graphs, the program that did it ("0.1.0"), and what the two graphs of
/// the gazetteer rest on. Once a build; says nothing of time or machine, so that the same sources
/// give the same statements.
void map_build_provenance(std::string_view version, const Names& names, rdf::QuadSink& sink);

} // namespace tela::mapping
