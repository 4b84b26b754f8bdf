#pragma once

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace tela::redland {

/// Keeps the worlds of a library that nobody uses at the moment. All pools share one lock, because
/// Raptor's, Rasqal's and librdf's worlds start and stop the same libraries below them. Any thread.
template<typename World>
class WorldPool {
 public:
  /// The only pool of these worlds; it frees them when the program ends.
  static WorldPool& instance() {
    static WorldPool pool;
    return pool;
  }

  /// An idle world, or what `make` gives.
  template<typename Make>
  World take(Make make) {
    const std::lock_guard lock(mutex());
    if (idle_.empty()) return make();
    World world = std::move(idle_.back());
    idle_.pop_back();
    return world;
  }

  void give_back(World world) {
    const std::lock_guard lock(mutex());
    idle_.push_back(std::move(world));
  }

 private:
  WorldPool() { mutex(); } // so that it outlives the pool

  static std::mutex& mutex() {
    static std::mutex mutex;
    return mutex;
  }

  std::vector<World> idle_;
};

} // namespace tela::redland
