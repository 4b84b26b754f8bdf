#pragma once

#include "store/batch_spool.h"
#include "store/block_writer.h"
#include "store/spool.h"

#include <vector>

namespace tela::store {

/// Sorted runs of one order, each written by a batch, to be merged into a permutation. Within the
/// spool a run is a sequence of blocks, each behind its length.
class Runs {
 public:
  /// `space` is not owned.
  explicit Runs(SpoolSpace& space) : spool_(space) {}

  /// Takes a block of the current run.
  void append(std::string_view block);
  /// The current run is whole; the next one begins.
  void end_run();

  /// Writes the rows of all runs to `output`, ascending, each once. To be called once, at the end.
  void merge(BlockWriter& output);

 private:
  Spool spool_;
  std::vector<Stretch> runs_;
};

} // namespace tela::store
