#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <optional>

namespace tela::base {

/// A wish to stop: raised by a signal, another thread or a deadline, noticed by the worker at its
/// own points of rest. All members may be called from any thread; cancel() also from a signal
/// handler.
class Cancellation {
 public:
  void cancel() noexcept { cancelled_.store(true, std::memory_order_relaxed); }
  /// From `time` on the work counts as cancelled. Set before the work starts.
  void set_deadline(std::chrono::steady_clock::time_point time) noexcept { deadline_ = time; }

  /// Cheap (one load): has somebody called cancel()? Ignores the deadline.
  [[nodiscard]] bool cancelled() const noexcept {
    return cancelled_.load(std::memory_order_relaxed);
  }

  /// Throws Error(limit) when cancelled or past the deadline. Reads the clock: call it per block of
  /// work (about every millisecond), not per row.
  void check() const;

 private:
  std::atomic<bool> cancelled_ = false;
  std::optional<std::chrono::steady_clock::time_point> deadline_;
};

/// A shared account of bytes held. Thread-safe.
class MemoryBudget {
 public:
  static constexpr std::size_t unlimited = static_cast<std::size_t>(-1);
  explicit MemoryBudget(std::size_t limit_bytes = unlimited) noexcept : limit_(limit_bytes) {}

  /// Takes `bytes`; throws Error(limit) and takes nothing when the budget would be exceeded.
  void charge(std::size_t bytes);
  void release(std::size_t bytes) noexcept { used_.fetch_sub(bytes, std::memory_order_relaxed); }
  [[nodiscard]] std::size_t used() const noexcept { return used_.load(std::memory_order_relaxed); }

 private:
  std::size_t limit_;
  std::atomic<std::size_t> used_ = 0;
};

} // namespace tela::base
