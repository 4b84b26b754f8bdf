#include "store/runs.h"

#include "store/merge_heap.h"

#include <algorithm>
#include <memory>

namespace tela::store {

namespace {

constexpr std::size_t row_columns = 4;

using Row = std::array<rdf::Id, row_columns>;

// A run in the spool, block by block.
class SpooledRun final : public RowSource {
 public:
  SpooledRun(const Spool& spool, Stretch run) : reader_(spool, run.begin, run.end) {}

  std::size_t read(BlockBuffer& rows) override {
    if (reader_.left() == 0) return 0;
    const auto length = load<std::uint32_t>(reader_.peek(sizeof(std::uint32_t)).data());
    reader_.skip(sizeof length);
    const std::string_view bytes = reader_.peek(length);
    const Block block(bytes, rows_of_block(bytes));
    for (std::size_t i = 0; i < row_columns; ++i)
      block.column(i).decode({0, block.rows()}, rows.column(i));
    reader_.skip(length);
    return block.rows();
  }

 private:
  SpoolReader reader_;
};

// A run while it is merged.
class RunReader {
 public:
  explicit RunReader(std::unique_ptr<RowSource> source) : source_(std::move(source)) { advance(0); }

  [[nodiscard]] bool at_end() const noexcept { return row_ == rows_; }
  [[nodiscard]] Row row() const noexcept { return row_at(row_); }

  void advance(std::size_t count) {
    row_ += count;
    if (row_ < rows_) return;
    rows_ = source_->read(columns_);
    row_ = 0;
  }

  // How many rows of the block at hand, from here on, are before `bound`; at most `limit`.
  [[nodiscard]] std::size_t rows_before(const Row& bound, std::size_t limit) const {
    const std::size_t end = std::min(rows_, row_ + limit);
    std::size_t low = row_;
    for (std::size_t step = 1; low + step <= end && row_at(low + step - 1) < bound; step *= 2)
      low += step;
    std::size_t high = end;
    while (low < high) {
      const std::size_t middle = low + (high - low) / 2;
      if (row_at(middle) < bound)
        low = middle + 1;
      else
        high = middle;
    }
    return low - row_;
  }

  [[nodiscard]] std::size_t rows_at_hand(std::size_t limit) const {
    return std::min(rows_ - row_, limit);
  }

  void copy(std::size_t count, BlockWriter& output) const {
    for (std::size_t i = 0; i < row_columns; ++i)
      std::copy_n(columns_.column(i) + row_, count, output.tail(i));
  }

 private:
  [[nodiscard]] Row row_at(std::size_t i) const noexcept {
    return {columns_.column(0)[i], columns_.column(1)[i], columns_.column(2)[i],
            columns_.column(3)[i]};
  }

  std::unique_ptr<RowSource> source_;
  BlockBuffer columns_;
  std::size_t row_ = 0, rows_ = 0;
};

} // namespace

Runs::Runs(SpoolSpace& space, unsigned lanes) {
  lanes_.reserve(lanes);
  for (unsigned i = 0; i < lanes; ++i) lanes_.emplace_back(space);
}

void Runs::Lane::append(std::string_view block) {
  const auto length = static_cast<std::uint32_t>(block.size());
  spool_.append({reinterpret_cast<const char*>(&length), sizeof length});
  spool_.append(block);
}

void Runs::Lane::end_run() {
  runs_.push_back({begin_, spool_.size()});
  begin_ = spool_.size();
}

void Runs::merge(BlockWriter& output) {
  const auto is_less = [](const auto& a, const auto& b) { return a->row() < b->row(); };
  MergeHeap<std::unique_ptr<RunReader>, decltype(is_less)> heap(is_less);
  const auto push = [&](std::unique_ptr<RowSource> source) {
    auto run = std::make_unique<RunReader>(std::move(source));
    if (!run->at_end()) heap.push(std::move(run));
  };
  for (Lane& lane : lanes_) {
    lane.spool_.seal();
    for (const Stretch& run : lane.runs_) push(std::make_unique<SpooledRun>(lane.spool_, run));
  }
  for (auto& run : others_) push(std::move(run));
  while (!heap.empty()) {
    RunReader& run = *heap.top();
    const auto* next = heap.runner_up();
    const std::size_t count = next == nullptr ? run.rows_at_hand(output.room())
                                              : run.rows_before((*next)->row(), output.room());
    if (count != 0) {
      run.copy(count, output);
      output.commit(count);
    }
    // No row before the next run's: both stand at the same one, and one of them is dropped.
    run.advance(std::max<std::size_t>(count, 1));
    if (run.at_end())
      heap.pop();
    else
      heap.settle();
  }
}

} // namespace tela::store
