#pragma once

#include "gazetteer/links.h"
#include "mapping/names.h"
#include "rdf/graph_writer.h"

namespace tela::mapping {

/// The body of a list of members: the process or organisation that its record names, or nullptr
/// when the gazetteer does not know it.
[[nodiscard]] const gazetteer::Body* body_of_list(const gazetteer::Links& links);

/// A tela:Membership for each term of the list, with role, years, page and basis, and beside those
/// that hold the direct property. A world-wide organisation has no direct properties: that nearly
/// all states belong to it ties nobody. REQUIRES: record.membership_list(); links were made from
/// `record`.
void map_membership_list(const records::Record& record, const gazetteer::Links& links,
                         const Names& names, rdf::GraphWriter& out);

} // namespace tela::mapping
