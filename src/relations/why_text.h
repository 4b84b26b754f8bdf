#pragma once

#include "relations/why.h"

#include <string>
#include <string_view>

namespace tela::relations {

/// The answer for a reader, in the words of `language`: a paragraph a relation, with count, names,
/// addresses, days, pages and the words of the sources. What the data say stays on its line. Cost:
/// linear in the reasons of all relations.
[[nodiscard]] std::string as_text(const Why& why, std::string_view language);

} // namespace tela::relations
