#include "redland/librdf_handles.h"

#include "base/error.h"
#include "redland/storage.h"
#include "redland/world_pool.h"

#include <utility>

namespace tela::redland {

namespace {

using OwnedWorld = std::unique_ptr<librdf_world, Release<librdf_free_world>>;

OwnedWorld make_world() {
  OwnedWorld world(librdf_new_world());
  if (!world) throw base::Error(base::Failure::limit, "librdf cannot start");
  librdf_world_open(world.get());
  register_storage(world.get());
  return world;
}

} // namespace

LibrdfWorld::LibrdfWorld() : world_(WorldPool<OwnedWorld>::instance().take(make_world)) {}

LibrdfWorld::~LibrdfWorld() {
  librdf_world_set_logger(world_.get(), nullptr, nullptr);
  WorldPool<OwnedWorld>::instance().give_back(std::move(world_));
}

} // namespace tela::redland
