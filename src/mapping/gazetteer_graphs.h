#pragma once

#include "gazetteer/entities.h"
#include "rdf/graph_writer.h"

#include <string_view>
#include <vector>

namespace tela::mapping {

/// The two graphs of the gazetteer: what a page was seen for, and what is only general knowledge.
struct GazetteerGraphs {
  rdf::GraphWriter sourced;
  rdf::GraphWriter general_knowledge;

  [[nodiscard]] rdf::GraphWriter& of(bool is_sourced) noexcept {
    return is_sourced ? sourced : general_knowledge;
  }
};

/// Label, other and former names, acronyms of `subject`. Demonyms and cities are left out.
void map_names(const std::vector<gazetteer::Name>& names, std::string_view subject,
               GazetteerGraphs& out);

} // namespace tela::mapping
