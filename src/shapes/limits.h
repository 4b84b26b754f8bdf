#pragma once

#include "base/cancellation.h"

namespace tela::shapes {

/// What ends a validation early. Nothing is owned; null: no such limit.
struct Limits {
  const base::Cancellation* cancellation = nullptr;
  base::MemoryBudget* memory = nullptr;
};

} // namespace tela::shapes
