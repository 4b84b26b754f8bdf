#pragma once

#include "store/block_writer.h"
#include "store/permutation.h"
#include "store/spool.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>

namespace tela::store {

/// What a permutation tells about each id in its first column.
struct FirstStatistics {
  rdf::Id first;
  std::uint64_t triples = 0;         ///< distinct
  std::uint64_t distinct_second = 0; ///< different ids in the second column
};

/// Writes the section of a Permutation from ascending rows, and counts on the way.
class PermutationWriter {
 public:
  /// Who wants to see what is written; both may be empty.
  struct Observers {
    std::function<void(const FirstStatistics&)> firsts;          ///< each first id, ascending
    std::function<void(std::span<const rdf::Id>)> graph_columns; ///< of each block
  };

  /// `space` is not owned.
  explicit PermutationWriter(SpoolSpace& space, Observers observers = {});
  PermutationWriter(const PermutationWriter&) = delete;
  PermutationWriter& operator=(const PermutationWriter&) = delete;

  /// Where the rows go.
  [[nodiscard]] BlockWriter& rows() noexcept { return rows_; }
  /// To be called at the end, before the following.
  void finish();

  [[nodiscard]] const PermutationFront& front() const noexcept { return front_; }
  [[nodiscard]] std::uint64_t triples() const noexcept { return triples_; }
  /// What the section holds behind front(), in this order.
  [[nodiscard]] const Spool& directory() const noexcept { return directory_; }
  [[nodiscard]] const Spool& blocks() const noexcept { return blocks_; }

 private:
  void take_block(const BlockBuffer& rows, std::size_t count, std::string_view bytes);
  void count_row(rdf::Id first, rdf::Id second, bool repeat);

  Observers observers_;
  Spool directory_, blocks_;
  PermutationFront front_;
  std::uint64_t triples_ = 0;
  FirstStatistics current_;
  rdf::Id second_;
  BlockWriter rows_;
};

} // namespace tela::store
