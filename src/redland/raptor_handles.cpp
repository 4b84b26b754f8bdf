#include "redland/raptor_handles.h"

#include "base/error.h"
#include "redland/world_pool.h"

#include <utility>

namespace tela::redland {

namespace {

using OwnedWorld = std::unique_ptr<raptor_world, Release<free_world>>;

OwnedWorld make_world() {
  OwnedWorld world(raptor().new_world_internal(RAPTOR_VERSION));
  // Raptor must not start libcurl: nothing here uses the network.
  if (world) raptor().world_set_flag(world.get(), RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH, 1);
  if (!world || raptor().world_open(world.get()) != 0)
    throw base::Error(base::Failure::limit, "Raptor cannot start");
  return world;
}

} // namespace

RaptorWorld::RaptorWorld() : world_(WorldPool<OwnedWorld>::instance().take(make_world)) {}

RaptorWorld::~RaptorWorld() {
  raptor().world_set_log_handler(world_.get(), nullptr, nullptr);
  raptor().world_set_generate_bnodeid_handler(world_.get(), nullptr, nullptr);
  WorldPool<OwnedWorld>::instance().give_back(std::move(world_));
}

} // namespace tela::redland
