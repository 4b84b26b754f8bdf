#pragma once

#include "base/cancellation.h"
#include "base/worker_team.h"

namespace tela::base {

/// How a long computation is carried out: on how many threads, and until when.
struct Execution {
  unsigned threads = hardware_threads();
  const Cancellation* cancellation = nullptr; ///< not owned, outlives the work; may be null

  /// Throws Error(limit) when the work is to end. To be called about every millisecond.
  void check() const {
    if (cancellation != nullptr) cancellation->check();
  }
};

} // namespace tela::base
