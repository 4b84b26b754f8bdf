#pragma once

#include "mapping/names.h"
#include "rdf/graph_writer.h"

#include <string_view>

namespace tela::mapping {

/// Whether map_funds() has names for the fund with this id.
[[nodiscard]] bool is_known_fund(std::string_view id);

/// The funds whose projects are known: so far records::development_fund.
void map_funds(const Names& names, rdf::GraphWriter& out);

} // namespace tela::mapping
