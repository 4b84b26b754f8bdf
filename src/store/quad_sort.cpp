#include "store/quad_sort.h"

#include "base/worker_team.h"
#include "rdf/order.h"

#include <algorithm>
#include <utility>

namespace tela::store {

namespace {

constexpr std::size_t subject = 0, predicate = 1, object = 2, graph = 3;

constexpr unsigned digit_bits = 11;
constexpr std::size_t digit_values = std::size_t{1} << digit_bits;
constexpr unsigned digits = 3; // of 32 bits

using Histogram = std::array<std::uint32_t, digit_values>;

std::size_t digit_of(std::uint32_t number, unsigned digit) {
  return number >> (digit * digit_bits) & (digit_values - 1);
}

std::array<Histogram, digits> histograms(const std::vector<NumberQuad>& quads, std::size_t column) {
  std::array<Histogram, digits> counts{};
  for (const NumberQuad& quad : quads)
    for (unsigned digit = 0; digit < digits; ++digit)
      ++counts[digit][digit_of(quad[column], digit)];
  return counts;
}

// Statements and room for as many, for sorts that do not work in place.
class Sorter {
 public:
  explicit Sorter(std::vector<NumberQuad> quads) : quads_(std::move(quads)) {}

  // Radix sort by one column; rows with equal numbers keep their order.
  Sorter& by(std::size_t column) {
    constexpr std::size_t small = 512; // below that the histograms cost more than comparisons
    if (quads_.size() < small) {
      std::ranges::stable_sort(quads_, {}, [&](const NumberQuad& quad) { return quad[column]; });
      return *this;
    }
    auto counts = histograms(quads_, column);
    for (unsigned digit = 0; digit < digits; ++digit) {
      Histogram& starts = counts[digit];
      if (starts[digit_of(quads_.front()[column], digit)] == quads_.size()) continue;
      std::uint32_t start = 0;
      for (std::uint32_t& count : starts) start += std::exchange(count, start);
      scratch_.resize(quads_.size());
      for (const NumberQuad& quad : quads_)
        scratch_[starts[digit_of(quad[column], digit)]++] = quad;
      quads_.swap(scratch_);
    }
    return *this;
  }

  [[nodiscard]] std::vector<NumberQuad>& quads() noexcept { return quads_; }

  const Sorter& write(rdf::Order order, std::span<const rdf::Id> ids,
                      const std::array<BlockWriter*, 6>& outputs) const {
    BlockWriter& output = *outputs[static_cast<std::size_t>(order)];
    const auto [first, second, third] = rdf::positions(order);
    for (std::size_t row = 0; row < quads_.size();) {
      const std::size_t count = std::min(output.room(), quads_.size() - row);
      const NumberQuad* from = quads_.data() + row;
      const auto copy = [&](std::size_t column, std::size_t position) {
        rdf::Id* to = output.tail(column);
        for (std::size_t i = 0; i < count; ++i) to[i] = ids[from[i][position]];
      };
      copy(0, first);
      copy(1, second);
      copy(2, third);
      copy(graph_column, graph);
      output.commit(count);
      row += count;
    }
    return *this;
  }

 private:
  std::vector<NumberQuad> quads_, scratch_;
};

// Sorts by graph, object, predicate, subject, and drops what is there twice.
void sort_whole(Sorter& quads) {
  quads.by(graph).by(object).by(predicate).by(subject);
  quads.quads().erase(std::unique(quads.quads().begin(), quads.quads().end()), quads.quads().end());
}

} // namespace

// A stable sort by one more column makes each order out of another.
void write_sorted(std::vector<NumberQuad> quads, std::span<const rdf::Id> ids,
                  const std::array<BlockWriter*, 6>& outputs) {
  using rdf::Order;
  Sorter sorter(std::move(quads));
  sort_whole(sorter);
  sorter.write(Order::spo, ids, outputs);
  sorter.by(object).write(Order::osp, ids, outputs);
  sorter.by(predicate).write(Order::pos, ids, outputs);
  sorter.by(object).write(Order::ops, ids, outputs);
  sorter.by(subject).write(Order::sop, ids, outputs);
  sorter.by(predicate).write(Order::pso, ids, outputs);
}

void write_sorted(std::vector<NumberQuad> quads, std::span<const rdf::Id> ids,
                  const std::array<BlockWriter*, 6>& outputs, unsigned threads) {
  using rdf::Order;
  if (threads == 1) return write_sorted(std::move(quads), ids, outputs);
  Sorter spo(std::move(quads));
  sort_whole(spo);
  Sorter copy(spo.quads());
  base::run_tasks(threads, {[&] {
                              spo.write(Order::spo, ids, outputs);
                              spo.by(object).write(Order::osp, ids, outputs);
                              spo.by(predicate).write(Order::pos, ids, outputs);
                            },
                            [&] {
                              copy.by(predicate).write(Order::pso, ids, outputs);
                              copy.by(object).write(Order::ops, ids, outputs);
                              copy.by(subject).write(Order::sop, ids, outputs);
                            }});
}

} // namespace tela::store
