#pragma once

#include "redland/raptor_api.h"
#include "redland/release.h"

#include <memory>

/// Owners of Raptor's handles. Private to this room.
namespace tela::redland {

inline void free_world(raptor_world* world) noexcept {
  raptor().free_world(world);
}
inline void free_parser(raptor_parser* parser) noexcept {
  raptor().free_parser(parser);
}
inline void free_uri(raptor_uri* uri) noexcept {
  raptor().free_uri(uri);
}

using RaptorParser = std::unique_ptr<raptor_parser, Release<free_parser>>;
using RaptorUri = std::unique_ptr<raptor_uri, Release<free_uri>>;

/// A Raptor world on loan from a pool. A world must not be used by two threads at once, and making
/// or freeing one while another thread works with Raptor corrupts libxml2's globals; so worlds are
/// made one at a time, and freed only when the program ends. Any thread.
class RaptorWorld {
 public:
  /// Throws base::Error(limit) when there is no memory for one.
  RaptorWorld();
  ~RaptorWorld();
  RaptorWorld(const RaptorWorld&) = delete;
  RaptorWorld& operator=(const RaptorWorld&) = delete;

  [[nodiscard]] raptor_world* get() const noexcept { return world_.get(); }

 private:
  std::unique_ptr<raptor_world, Release<free_world>> world_;
};

} // namespace tela::redland
