#pragma once

#include "store/batch_spool.h"
#include "store/block_writer.h"
#include "store/row_source.h"
#include "store/spool.h"

#include <memory>
#include <vector>

namespace tela::store {

/// Sorted runs of one order to be merged into a permutation: each written by a batch, or read from
/// elsewhere. Within the spool a run is a sequence of blocks, each behind its length.
class Runs {
 public:
  /// `space` is not owned.
  explicit Runs(SpoolSpace& space) : spool_(space) {}

  /// Takes a block of the current run.
  void append(std::string_view block);
  /// The current run is whole; the next one begins.
  void end_run();

  /// One more run, from elsewhere.
  void add(std::unique_ptr<RowSource> run) { others_.push_back(std::move(run)); }

  /// Writes the rows of all runs to `output`, ascending, each once. To be called once, at the end.
  void merge(BlockWriter& output);

 private:
  Spool spool_;
  std::vector<Stretch> runs_;
  std::vector<std::unique_ptr<RowSource>> others_;
};

} // namespace tela::store
