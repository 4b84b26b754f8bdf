#include "base/worker_team.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace tela::base {

using Piece = std::function<void(unsigned worker, std::size_t i)>;

struct WorkerTeam::State {
  unsigned size = 1;

  std::mutex mutex; ///< of what follows, but the atomics
  std::condition_variable spell_begins, helper_leaves;
  std::uint64_t spell = 0; ///< number of the last one
  bool open = false;       ///< helpers may still join it
  bool ending = false;
  unsigned helping = 0;
  std::exception_ptr error;

  const Piece* piece = nullptr;
  std::size_t pieces = 0;
  std::atomic<std::size_t> next = 0;
  std::vector<std::jthread> helpers; ///< last: they use what stands above

  /// Takes pieces until there are none.
  void work(unsigned worker) {
    try {
      for (std::size_t i = next++; i < pieces; i = next++) (*piece)(worker, i);
    } catch (...) {
      next = pieces;
      const std::scoped_lock lock(mutex);
      if (!error) error = std::current_exception();
    }
  }

  void help(unsigned worker) {
    std::unique_lock lock(mutex);
    for (std::uint64_t seen = 0; true;) {
      spell_begins.wait(lock, [&] { return ending || (open && spell != seen); });
      if (ending) return;
      seen = spell;
      ++helping;
      lock.unlock();
      work(worker);
      lock.lock();
      if (--helping == 0) helper_leaves.notify_one();
    }
  }

  void begin(std::size_t count, const Piece& what) {
    const std::scoped_lock lock(mutex);
    piece = &what;
    pieces = count;
    next = 0;
    error = nullptr;
    ++spell;
    open = true;
  }

  void finish() {
    std::unique_lock lock(mutex);
    open = false;
    helper_leaves.wait(lock, [&] { return helping == 0; });
    if (error) std::rethrow_exception(std::exchange(error, nullptr));
  }
};

WorkerTeam::WorkerTeam(unsigned size) : state_(std::make_unique<State>()) {
  state_->size = std::max(1U, size);
}

WorkerTeam::~WorkerTeam() {
  {
    const std::scoped_lock lock(state_->mutex);
    state_->ending = true;
  }
  state_->spell_begins.notify_all();
}

unsigned WorkerTeam::size() const {
  return state_->size;
}

void WorkerTeam::run(std::size_t pieces, const Piece& piece) {
  State& state = *state_;
  // Before the spell begins: a thread that cannot start leaves no other one at work.
  while (pieces > 1 && state.helpers.size() + 1 < state.size)
    state.helpers.emplace_back(&State::help, &state,
                               static_cast<unsigned>(state.helpers.size() + 1));
  state.begin(pieces, piece);
  if (pieces > 1) state.spell_begins.notify_all();
  state.work(0);
  state.finish();
}

unsigned hardware_threads() noexcept {
  return std::max(1U, std::thread::hardware_concurrency());
}

void share_work(unsigned threads, std::size_t pieces, const Piece& piece) {
  WorkerTeam team(static_cast<unsigned>(std::min<std::size_t>(threads, pieces)));
  team.run(pieces, piece);
}

void run_tasks(unsigned threads, const std::vector<std::function<void()>>& tasks) {
  share_work(threads, tasks.size(), [&](unsigned, std::size_t i) { tasks[i](); });
}

} // namespace tela::base
