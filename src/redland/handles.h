#pragma once

#include <raptor2.h>

#include <memory>

/// Owners of Raptor's handles. Private to this room.
namespace tela::redland {

template<auto Free>
struct Release {
  template<typename T>
  void operator()(T* handle) const noexcept {
    Free(handle);
  }
};

using RaptorParser = std::unique_ptr<raptor_parser, Release<raptor_free_parser>>;
using RaptorUri = std::unique_ptr<raptor_uri, Release<raptor_free_uri>>;

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

  [[nodiscard]] raptor_world* get() const noexcept { return world_; }

 private:
  raptor_world* world_;
};

} // namespace tela::redland
