#pragma once

#include <cstddef>

namespace CLI {
class App;
}

namespace tela::cli {

/// --timeout and --memory-limit; 0: no limit.
struct LimitOptions {
  double timeout_seconds = 0;
  std::size_t memory_mib = 0;
};

/// Adds the options to a command whose help calls its work `what`: "the query". Keeps a reference.
void add_limit_options(CLI::App& command, LimitOptions& options, const char* what);

/// Lets interruption() count as raised when the time is up, from now on.
void start_clock(const LimitOptions& options);
/// For a base::MemoryBudget.
[[nodiscard]] std::size_t memory_bytes(const LimitOptions& options);

} // namespace tela::cli
