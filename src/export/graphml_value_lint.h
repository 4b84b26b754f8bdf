#pragma once

#include "export/graphml_key_lint.h"

#include <cstdint>
#include <string>

namespace tela::export_ {

/// Looks at a value, with references resolved, that stands at `line`.
void lint_value(const GraphmlKey& key, const std::string& value, std::uint64_t line,
                LintFindings& findings);

} // namespace tela::export_
