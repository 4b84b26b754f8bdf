#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace tela::server {

/// Threads that answer requests, and the queue before them, which is bounded: what does not fit is
/// refused at once rather than kept waiting.
class WorkerPool {
 public:
  WorkerPool(unsigned threads, std::size_t queue_limit);
  /// Finishes what runs and what waits.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// Queues `work`, which must not throw. False when the queue is full.
  [[nodiscard]] bool submit(std::function<void()> work);

  [[nodiscard]] std::size_t waiting() const;

 private:
  void run();
  void end();

  const std::size_t queue_limit_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> queue_;
  bool ending_ = false;
  std::vector<std::jthread> threads_;
};

} // namespace tela::server
