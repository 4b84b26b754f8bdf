#pragma once

#include "store/batch_spool.h"
#include "store/block_writer.h"
#include "store/row_source.h"
#include "store/spool.h"

#include <memory>
#include <vector>

namespace tela::store {

/// Sorted runs of one order to be merged into a permutation: each written by a batch, or read from
/// elsewhere. Within a spool a run is a sequence of blocks, each behind its length.
class Runs {
 public:
  /// A way in: takes one run after the other. One thread at a time.
  class Lane {
   public:
    explicit Lane(SpoolSpace& space) : spool_(space) {}

    /// Takes a block of the current run.
    void append(std::string_view block);
    /// The current run is whole; the next one begins.
    void end_run();

   private:
    friend class Runs;
    Spool spool_;
    std::vector<Stretch> runs_;
    std::uint64_t begin_ = 0; // of the current run
  };

  /// `space` is not owned. Lanes are numbered from 0.
  Runs(SpoolSpace& space, unsigned lanes);

  [[nodiscard]] Lane& lane(unsigned i) noexcept { return lanes_[i]; }
  /// One more run, from elsewhere.
  void add(std::unique_ptr<RowSource> run) { others_.push_back(std::move(run)); }

  /// Writes the rows of all runs to `output`, ascending, each once. To be called once, at the end.
  void merge(BlockWriter& output);

 private:
  std::vector<Lane> lanes_;
  std::vector<std::unique_ptr<RowSource>> others_;
};

} // namespace tela::store
