#include "base/cancellation.h"

#include "base/error.h"

namespace tela::base {

void Cancellation::check() const {
  if (cancelled()) throw Error(Failure::limit, "stopped before the end");
  if (deadline_ && std::chrono::steady_clock::now() >= *deadline_)
    throw Error(Failure::limit, "the time limit was reached", "raise it with --timeout SECONDS");
}

void MemoryBudget::charge(std::size_t bytes) {
  const std::size_t before = used_.fetch_add(bytes, std::memory_order_relaxed);
  if (bytes <= limit_ && before <= limit_ - bytes) return;
  used_.fetch_sub(bytes, std::memory_order_relaxed);
  throw Error(Failure::limit,
              "the memory limit of " + std::to_string(limit_ >> 20U) + " MiB was reached",
              "raise it with --memory-limit MIB, or ask for less");
}

} // namespace tela::base
