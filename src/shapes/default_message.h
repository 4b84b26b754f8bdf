#pragma once

#include "shapes/shape.h"

#include <string>

namespace tela::shapes {

/// What a constraint asks for, in English: "has fewer than 1 values".
[[nodiscard]] std::string default_message(const Constraint& constraint);

} // namespace tela::shapes
