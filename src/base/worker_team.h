#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

namespace tela::base {

/// Threads that stay, for work that comes in many short spells: a spell is cut into pieces, and
/// whoever is free takes the next one, the caller too. A helper that the machine lets wait costs
/// nothing, for the caller then does all pieces itself. The threads start with the first spell.
class WorkerTeam {
 public:
  /// `size` workers in all, the caller among them; at least 1.
  explicit WorkerTeam(unsigned size);
  ~WorkerTeam();
  WorkerTeam(const WorkerTeam&) = delete;
  WorkerTeam& operator=(const WorkerTeam&) = delete;

  [[nodiscard]] unsigned size() const;

  /// Calls `piece(worker, i)` for each i below `pieces`, and returns when all have been done. No
  /// two calls with the same worker, 0 to size() - 1, run at once; the caller is worker 0. Rethrows
  /// the first exception; pieces not yet begun are then left out. One caller at a time.
  void run(std::size_t pieces, const std::function<void(unsigned worker, std::size_t i)>& piece);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// How many threads the computer has, at least 1.
[[nodiscard]] unsigned hardware_threads() noexcept;

/// One spell of a team of at most `threads` workers that is there for it alone.
void share_work(unsigned threads, std::size_t pieces,
                const std::function<void(unsigned worker, std::size_t i)>& piece);
/// Likewise, every task a piece.
void run_tasks(unsigned threads, const std::vector<std::function<void()>>& tasks);

} // namespace tela::base
