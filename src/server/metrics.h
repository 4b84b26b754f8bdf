#pragma once

#include "server/exchange.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <string>

namespace tela::server {

/// Counters since the start, in the text format of Prometheus 0.0.4. Thread-safe.
class Metrics {
 public:
  void add(const Exchange& exchange, Outcome outcome);
  void add_cache_hit() noexcept { cache_hits_.fetch_add(1, std::memory_order_relaxed); }

  /// What is true at this moment and is known to the caller.
  struct Now {
    std::size_t connections = 0, waiting = 0;
    std::uint64_t statements = 0;
  };
  [[nodiscard]] std::string text(const Now& now) const;

 private:
  static constexpr std::array<double, 9> bounds{0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30};

  std::array<std::atomic<std::uint64_t>, 6> by_class_{}; // status / 100
  std::array<std::atomic<std::uint64_t>, bounds.size() + 1> by_time_{};
  std::array<std::atomic<std::uint64_t>, 3> by_outcome_{};
  std::atomic<std::uint64_t> bytes_ = 0, rows_ = 0, microseconds_ = 0, cache_hits_ = 0;
};

} // namespace tela::server
