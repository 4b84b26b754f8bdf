#include "cli/limit_options.h"

#include "cli/finite_number.h"
#include "cli/program.h"

#include <CLI/CLI.hpp>

#include <chrono>
#include <string>

namespace tela::cli {

void add_limit_options(CLI::App& command, LimitOptions& options, const char* what) {
  const std::string ends = std::string(", then ") + what + " ends with status 3";
  command.add_option("--timeout", options.timeout_seconds, "Seconds, also to load -d" + ends)
      ->check(finite_number() & CLI::NonNegativeNumber);
  command.add_option("--memory-limit", options.memory_mib, "MiB, with what -d loads" + ends);
}

void start_clock(const LimitOptions& options) {
  if (options.timeout_seconds <= 0) return;
  const auto time =
      std::chrono::microseconds(static_cast<std::int64_t>(options.timeout_seconds * 1e6));
  interruption().set_deadline(std::chrono::steady_clock::now() + time);
}

std::size_t memory_bytes(const LimitOptions& options) {
  return options.memory_mib == 0 ? base::MemoryBudget::unlimited : options.memory_mib << 20U;
}

} // namespace tela::cli
