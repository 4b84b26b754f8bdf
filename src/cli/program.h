#pragma once

#include "base/interruption.h"

/// The command line: one file a subcommand, each with its options, its set-up and its run.
namespace tela::cli {

/// Exit statuses, the same for every command. `unread` is what shells report of a program that a
/// closed pipe has ended.
enum class Exit { done = 0, input = 1, usage = 2, limit = 3, unread = 141 };

/// Runs the program: parses the command line, runs the subcommand, prints what went wrong to
/// standard error. Returns the exit status.
[[nodiscard]] int run(int argc, char** argv);

/// A run that ended in good order but with something wrong in the input: results are out, errors
/// were printed, the status is `exit`. Commands throw it as their last act.
struct Finished {
  Exit exit;
};

/// Raised by Ctrl-C and SIGTERM; every long command passes it on to the work it starts.
using base::interruption;

} // namespace tela::cli
