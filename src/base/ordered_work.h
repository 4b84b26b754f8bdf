#pragma once

#include "base/require.h"

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace tela::base {

/// Does worker(i) for i in [0, count) on `threads` threads, each with a worker of its own from
/// make_worker() and taking ascending i, and calls accept(result) in the order of i on the calling
/// thread. At most four results a thread wait. The first exception of any of them ends the rest and
/// comes out. REQUIRES: threads > 0.
template<class Result, class MakeWorker, class Accept>
void work_in_order(std::size_t count, unsigned threads, const MakeWorker& make_worker,
                   const Accept& accept) {
  require(threads > 0, "threads > 0");
  std::mutex mutex;
  std::condition_variable changed;
  std::map<std::size_t, Result> ready;
  std::size_t next = 0, accepted = 0;
  std::exception_ptr failure;
  const std::size_t most_waiting = std::size_t{4} * threads;

  const auto stop = [&](std::exception_ptr reason) {
    const std::scoped_lock lock(mutex);
    if (!failure) failure = std::move(reason);
    changed.notify_all();
  };
  const auto run = [&] {
    try {
      auto worker = make_worker();
      for (;;) {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return failure || next < accepted + most_waiting; });
        if (failure || next == count) return;
        const std::size_t mine = next++;
        lock.unlock();
        Result result = worker(mine);
        lock.lock();
        ready.emplace(mine, std::move(result));
        changed.notify_all();
      }
    } catch (...) {
      stop(std::current_exception());
    }
  };

  std::vector<std::jthread> pool;
  try {
    for (unsigned i = 0; i < threads; ++i) pool.emplace_back(run); // may find none to be had
    while (accepted < count) {
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return failure || ready.contains(accepted); });
      if (failure) break;
      auto result = ready.extract(accepted);
      lock.unlock();
      accept(std::move(result.mapped()));
      lock.lock();
      ++accepted;
      changed.notify_all();
    }
  } catch (...) {
    stop(std::current_exception());
  }
  pool.clear(); // joins
  if (failure) std::rethrow_exception(failure);
}

} // namespace tela::base
