#pragma once

#include <string_view>

namespace tela::vocabulary {

// Turtle documents of ontology/, compiled into the program. Valid as long as it runs.

[[nodiscard]] std::string_view ontology_document();     ///< the own terms
[[nodiscard]] std::string_view reused_terms_document(); ///< what borrowed terms are for
[[nodiscard]] std::string_view shapes_document();       ///< a SHACL shape for each class

} // namespace tela::vocabulary
