#pragma once

#include "relations/why.h"

#include <string>

namespace tela::relations {

/// The answer as one JSON object, with a line break at the end: first, second, reasons, each with
/// kind, iri, label, start, end, page, quotes as far as they are known.
[[nodiscard]] std::string as_json(const Why& why);

} // namespace tela::relations
