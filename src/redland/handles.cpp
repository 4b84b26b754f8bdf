#include "redland/handles.h"

#include "base/error.h"

#include <mutex>
#include <vector>

namespace tela::redland {

namespace {

using OwnedWorld = std::unique_ptr<raptor_world, Release<raptor_free_world>>;

class WorldPool {
 public:
  static WorldPool& instance() {
    static WorldPool pool;
    return pool;
  }

  raptor_world* take() {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) return make();
    raptor_world* world = idle_.back().release();
    idle_.pop_back();
    return world;
  }

  void give_back(raptor_world* world) {
    const std::lock_guard lock(mutex_);
    idle_.emplace_back(world);
  }

 private:
  static raptor_world* make() {
    OwnedWorld world(raptor_new_world());
    // Raptor must not start libcurl: nothing here uses the network.
    if (world) raptor_world_set_flag(world.get(), RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH, 1);
    if (!world || raptor_world_open(world.get()) != 0)
      throw base::Error(base::Failure::limit, "Raptor cannot start");
    return world.release();
  }

  std::mutex mutex_;
  std::vector<OwnedWorld> idle_;
};

} // namespace

RaptorWorld::RaptorWorld() : world_(WorldPool::instance().take()) {}

RaptorWorld::~RaptorWorld() {
  raptor_world_set_log_handler(world_, nullptr, nullptr);
  raptor_world_set_generate_bnodeid_handler(world_, nullptr, nullptr);
  WorldPool::instance().give_back(world_);
}

} // namespace tela::redland
