#pragma once

#include "sparql/evaluator/operator.h"
#include "sparql/evaluator/solution_sink.h"

#include <span>
#include <string>

namespace tela::sparql::evaluator {

/// The plan as an indented tree, an operator a line: what it does, the rows that were expected,
/// and, when `figures` is not empty, the rows it gave and the milliseconds it took, inputs not
/// counted.
[[nodiscard]] std::string explain_text(const optimiser::Plan& plan, const TermSource& terms,
                                       std::span<const Figures> figures);

/// The same as nested JSON objects: operator, detail, columns, sorted_by, estimate, cost_ms, rows,
/// time_ms (inputs not counted), inputs.
[[nodiscard]] std::string explain_json(const optimiser::Plan& plan, const TermSource& terms,
                                       std::span<const Figures> figures);

} // namespace tela::sparql::evaluator
