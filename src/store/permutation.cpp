#include "store/permutation.h"

#include <algorithm>

namespace tela::store {

int compare_prefix(std::span<const rdf::Id> a, std::span<const rdf::Id> b) noexcept {
  const std::size_t shared = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < shared; ++i)
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  return 0;
}

Permutation::Permutation(std::string_view section, const CheckedBytes* checks) : checks_(checks) {
  check(section.substr(0, sizeof(PermutationFront)));
  front_ = take<PermutationFront>(section);
  const std::uint64_t blocks = front_.rows / block_rows + (front_.rows % block_rows != 0 ? 1 : 0);
  if (front_.blocks != blocks || blocks > section.size() / sizeof(BlockEntry))
    fail_damaged("the directory of a permutation is cut short");
  entries_ = take_bytes(section, blocks * sizeof(BlockEntry)).data();
  if (section.size() < slack_bytes) fail_damaged("a permutation is cut short");
  blocks_ = section.substr(0, section.size() - slack_bytes);
}

Block Permutation::block(std::uint64_t index) const {
  const bool last = index + 1 == front_.blocks;
  const std::uint64_t begin = entry(index).offset;
  const std::uint64_t end = last ? blocks_.size() : entry(index + 1).offset;
  if (begin > end || end > blocks_.size()) fail_damaged("the directory of a permutation");
  const std::string_view bytes = blocks_.substr(begin, end - begin);
  check(bytes);
  return {bytes, last ? front_.rows - index * block_rows : std::uint64_t{block_rows}};
}

template<class IsBefore>
std::uint64_t Permutation::partition_point(std::uint64_t low, std::uint64_t high,
                                           IsBefore is_before) const {
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    if (is_before(first(middle)))
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

// The rows of one block that start with `prefix`; an empty range stands where they would be.
RowRange Permutation::within(std::uint64_t index, std::span<const rdf::Id> prefix) const {
  const Block found = block(index);
  BlockRange range{0, found.rows()};
  for (std::size_t i = 0; i < prefix.size() && range.size() != 0; ++i)
    range = found.column(i).equal_range(range, prefix[i]);
  return {index * block_rows + range.begin, index * block_rows + range.end};
}

RowRange Permutation::range(std::span<const rdf::Id> prefix) const {
  if (prefix.empty() || front_.blocks == 0) return {0, front_.rows};
  const std::uint64_t low = partition_point(
      0, front_.blocks, [&](const auto& first) { return compare_prefix(first, prefix) < 0; });
  const std::uint64_t high = partition_point(
      low, front_.blocks, [&](const auto& first) { return compare_prefix(first, prefix) <= 0; });
  if (high == 0) return {0, 0};
  const RowRange last = within(high - 1, prefix);
  if (low == high) return last;
  return {low == 0 ? 0 : within(low - 1, prefix).begin, last.end};
}

std::uint64_t Permutation::first_block_from(std::uint64_t from,
                                            std::span<const rdf::Id> key) const {
  const auto is_before = [&](const auto& first) { return compare_prefix(first, key) < 0; };
  std::uint64_t low = from;
  for (std::uint64_t step = 1; low + step <= front_.blocks; step *= 2) {
    if (!is_before(first(low + step - 1))) return partition_point(low, low + step, is_before);
    low += step;
  }
  return partition_point(low, front_.blocks, is_before);
}

std::vector<RowRange> Permutation::split(RowRange range, std::size_t parts) const {
  std::vector<RowRange> result;
  const std::uint64_t first_block = range.begin / block_rows;
  const std::uint64_t blocks = (range.end + block_rows - 1) / block_rows - first_block;
  std::uint64_t begin = range.begin;
  for (std::size_t i = 1; i < parts; ++i) {
    const std::uint64_t index = first_block + blocks * i / parts;
    if (index * block_rows <= begin || index * block_rows >= range.end) continue;
    // To the start of a triple, which may stand in several rows.
    const auto key = first(index);
    const std::uint64_t end = this->range(key).begin;
    if (end <= begin) continue;
    result.push_back({begin, end});
    begin = end;
  }
  if (begin < range.end) result.push_back({begin, range.end});
  return result;
}

} // namespace tela::store
