#pragma once

#include <string_view>

namespace tela::shapes {

/// What a property of SHACL's namespace is to a validator when a shape has it.
enum class TermUse {
  checked, ///< read here: a constraint, a target, a part of one, or a remark for people
  rule,    ///< of SHACL Advanced Features: adds statements, constrains nothing
  unknown, ///< of an extension that is not supported, of a later version, or misspelt
};

/// By the local name: "minCount".
[[nodiscard]] TermUse use_of(std::string_view local);

} // namespace tela::shapes
