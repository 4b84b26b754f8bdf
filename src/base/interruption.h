#pragma once

#include "base/cancellation.h"

namespace tela::base {

/// The user's wish that the process ends, as Ctrl-C and SIGTERM say it (cli/program.cpp). A call to
/// the system that waits, for a terminal or for the other end of a pipe, returns when a signal
/// comes: whoever would call it again checks this first.
[[nodiscard]] Cancellation& interruption();

} // namespace tela::base
