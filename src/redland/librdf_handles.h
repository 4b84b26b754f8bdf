#pragma once

#include "redland/release.h"

#include <redland.h>

#include <memory>

/// Owners of librdf's handles. Private to this room.
namespace tela::redland {

using LibrdfUri = std::unique_ptr<librdf_uri, Release<librdf_free_uri>>;
using LibrdfNode = std::unique_ptr<librdf_node, Release<librdf_free_node>>;
using LibrdfStatement = std::unique_ptr<librdf_statement, Release<librdf_free_statement>>;
using LibrdfStorage = std::unique_ptr<librdf_storage, Release<librdf_free_storage>>;
using LibrdfModel = std::unique_ptr<librdf_model, Release<librdf_free_model>>;
using LibrdfStream = std::unique_ptr<librdf_stream, Release<librdf_free_stream>>;
using LibrdfIterator = std::unique_ptr<librdf_iterator, Release<librdf_free_iterator>>;
using LibrdfHash = std::unique_ptr<librdf_hash, Release<librdf_free_hash>>;
using LibrdfQuery = std::unique_ptr<librdf_query, Release<librdf_free_query>>;
using LibrdfQueryResults =
    std::unique_ptr<librdf_query_results, Release<librdf_free_query_results>>;

/// A librdf world on loan from a pool, with the storage `tela` registered; see RaptorWorld.
class LibrdfWorld {
 public:
  /// Throws base::Error(limit) when there is no memory for one.
  LibrdfWorld();
  ~LibrdfWorld();
  LibrdfWorld(const LibrdfWorld&) = delete;
  LibrdfWorld& operator=(const LibrdfWorld&) = delete;

  [[nodiscard]] librdf_world* get() const noexcept { return world_.get(); }

 private:
  std::unique_ptr<librdf_world, Release<librdf_free_world>> world_;
};

} // namespace tela::redland
