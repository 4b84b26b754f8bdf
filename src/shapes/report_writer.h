#pragma once

#include "rdf/prefix_map.h"
#include "rdf/quad.h"
#include "shapes/validator.h"

#include <string>

namespace tela::shapes {

/// The report as statements (SHACL section 3): one sh:ValidationReport with its results. Blank
/// nodes are named report, result1, path1, …; data-X and shape-X are those labelled X there.
void push_report(const Report& report, rdf::QuadSink& sink);

/// {"conforms":…,"focus_nodes":…,"results":[{"focus":…,"path":…,"value":…,"component":…,"places":…,…}]},
/// terms in N-Triples syntax, paths in SPARQL's. Throws Error(limit) when the limits, which the
/// text is charged to while it is made, are reached.
[[nodiscard]] std::string to_json(const Report& report, Limits limits = {});

/// For people: a line a result, grouped by focus node, and a last line that sums up. Throws as
/// to_json() does.
[[nodiscard]] std::string to_text(const Report& report, const rdf::PrefixMap& prefixes,
                                  Limits limits = {});

} // namespace tela::shapes
