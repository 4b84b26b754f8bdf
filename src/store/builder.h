#pragma once

#include "base/cancellation.h"
#include "base/file.h"
#include "rdf/quad.h"
#include "store/left_out.h"
#include "store/store.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace tela::store {

struct BuildOptions {
  /// What the build may hold in memory, in bytes, beside about 100 MiB that do not depend on the
  /// data; above that it spools to unnamed files beside the target.
  std::size_t memory_bytes = std::size_t{640} << 20U;
  unsigned threads = 2;                             ///< that work at once; 1 to 64
  const base::Cancellation* cancellation = nullptr; ///< not owned; may be null
};

/// What a finished build holds.
struct BuildSummary {
  std::uint64_t statements = 0; ///< pushed or adopted
  std::uint64_t quads = 0;      ///< distinct statements, with their graph
  std::uint64_t triples = 0;    ///< distinct statements, whatever the graph
  std::uint64_t terms = 0;      ///< in the dictionary
  std::uint64_t bytes = 0;      ///< of the store
};

/// Takes statements in any order, as often as they come, and writes a store of them: encode and
/// spool while they come, sort and merge at the end. Memory is bounded by the options, whatever the
/// number of statements; time is O(n log n) comparisons of 64-bit ids. Inputs that are equal up to
/// order and repetition give equal bytes. Language tags are kept in the case of BCP 47 ("es-HN"),
/// because RDF takes tags that differ in case for the same.
///
/// Not thread-safe, except for the sinks of new_lane(), of which each thread may use its own.
class Builder final : public rdf::QuadSink {
 public:
  /// Opens a temporary file beside `target`, so that a place that cannot be written is known at
  /// once; spools there, too. Throws base::Error(input), (usage) when a file there is no store.
  explicit Builder(std::filesystem::path target, BuildOptions options = {},
                   base::FileSystem& files = base::FileSystem::real());
  /// For finish_in_memory(): spools to the folder of temporary files when memory does not suffice.
  explicit Builder(BuildOptions options = {});
  ~Builder() override;
  Builder(const Builder&) = delete;
  Builder& operator=(const Builder&) = delete;

  /// From now on blank node labels belong to the source `name`: the same label in two sources is
  /// two nodes, the same label in one source, even when it is begun again, is one (BlankScope).
  /// What is pushed before any call, or for the source "", keeps its labels.
  void begin_source(std::string_view name);

  /// Throws base::Error(input) when a term is longer than 1 GiB, (limit) when cancelled.
  void quad(const rdf::QuadView& quad) override;
  /// The first IRI declared for a name is kept.
  void prefix(std::string_view name, std::string_view iri) override;

  /// One more way in, for another thread; its blank node labels belong to the source begun last.
  /// To be destroyed, on any thread, before the source is changed and before the build is finished.
  [[nodiscard]] std::unique_ptr<rdf::QuadSink> new_lane();

  /// Takes over the statements of `old` that are not `left_out`, with their blank node labels as
  /// they stand, but no metadata. The store is the same as if they were pushed, and is made in a
  /// fraction of the time: they are merged, not sorted. `old` must stand until the build is
  /// finished. At most one store.
  void adopt(const Store& old, LeftOut left_out);

  /// What the names of the resources start with: Store::base_iri().
  void set_base_iri(std::string_view iri);

  /// Stores `value` under `key`; the last one counts. Keys that start with "tela." are the store's.
  void set_metadata(std::string_view key, std::string_view value);

  /// Sorts, writes, syncs and puts the store at the target in one step. The old store stays as it
  /// was when anything fails before. To be called once.
  BuildSummary finish();
  /// The store as bytes for Store::from_memory. To be called once, instead of finish(). `takes`, if
  /// any, is told how many bytes the store is about to take, and may throw.
  [[nodiscard]] std::string
  finish_in_memory(const std::function<void(std::size_t)>& takes = nullptr);

 private:
  struct State;
  class Lane;

  std::unique_ptr<State> state_;
};

} // namespace tela::store
