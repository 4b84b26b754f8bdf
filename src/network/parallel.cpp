#include "network/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace tela::network {

unsigned hardware_threads() noexcept {
  return std::max(1U, std::thread::hardware_concurrency());
}

void for_each_block(std::uint64_t blocks, unsigned threads,
                    const std::function<void(std::uint64_t, unsigned)>& work) {
  std::atomic<std::uint64_t> next = 0;
  std::exception_ptr failure;
  std::mutex failure_lock;
  const auto run = [&](unsigned worker) {
    try {
      for (std::uint64_t block = next++; block < blocks; block = next++) work(block, worker);
    } catch (...) {
      const std::lock_guard guard(failure_lock);
      if (!failure) failure = std::current_exception();
      next = blocks;
    }
  };
  const auto useful = static_cast<unsigned>(std::min<std::uint64_t>(std::max(1U, threads), blocks));
  std::vector<std::jthread> helpers;
  for (unsigned worker = 1; worker < useful; ++worker) helpers.emplace_back(run, worker);
  run(0);
  helpers.clear(); // joins
  if (failure) std::rethrow_exception(failure);
}

} // namespace tela::network
