#include "sparql/evaluator/merge_group.h"

#include <algorithm>
#include <numeric>

namespace tela::sparql::evaluator {

using rdf::Id;

namespace {

/// Below this, to compare every row is as fast as to search.
constexpr std::size_t small_group = 8;

} // namespace

void MergeGroup::set(const Batch& source, std::size_t begin, std::size_t size,
                     std::optional<std::size_t> second) {
  source_ = &source;
  begin_ = begin;
  size_ = size;
  second_ = second;
  state_ = State::unknown;
  order_.clear();
}

std::pair<std::size_t, std::size_t> MergeGroup::candidates(Id key) {
  if (!second_ || size_ <= small_group) return all();
  if (state_ == State::unknown) {
    state_ = State::asked; // one left row alone does not pay for an order
    return all();
  }
  if (state_ == State::asked) make_searchable();
  std::size_t low = 0;
  std::size_t high = size_;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (second_key(middle) < key)
      low = middle + 1;
    else
      high = middle;
  }
  while (high < size_ && second_key(high) == key) ++high;
  return {low, high};
}

void MergeGroup::make_searchable() {
  state_ = State::searchable;
  const Id* keys = source_->columns[*second_];
  if (std::is_sorted(keys + begin_, keys + begin_ + size_)) return;
  order_.resize(size_);
  std::iota(order_.begin(), order_.end(), static_cast<std::uint32_t>(begin_));
  std::stable_sort(order_.begin(), order_.end(),
                   [keys](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
}

} // namespace tela::sparql::evaluator
