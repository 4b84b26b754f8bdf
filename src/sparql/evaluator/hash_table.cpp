#include "sparql/evaluator/hash_table.h"

#include "base/error.h"

#include <algorithm>

namespace tela::sparql::evaluator {

using rdf::Id;

RowNumbers::RowNumbers(std::size_t width, Context& context)
    : context_(context), memory_(context), width_(width), slots_(64, empty) {}

std::uint64_t RowNumbers::hash(std::span<const Id> row) const {
  std::uint64_t result = 0;
  for (const Id id : row) result = hash_ids(result, id);
  return result;
}

bool RowNumbers::equal(std::uint32_t number, std::span<const Id> row) const {
  return std::equal(row.begin(), row.end(),
                    rows_.begin() + static_cast<std::ptrdiff_t>(std::size_t{number} * width_));
}

std::pair<std::uint32_t, bool> RowNumbers::insert(std::span<const Id> row) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash(row) & mask;
  while (slots_[at] != empty) {
    if (equal(slots_[at], row)) return {slots_[at], false};
    at = (at + 1) & mask;
  }
  if (size_ == empty - 1)
    throw base::Error(base::Failure::limit, "more than four billion rows to keep apart",
                      "ask for less");
  slots_[at] = size_;
  rows_.insert(rows_.end(), row.begin(), row.end());
  ++size_;
  if (std::size_t{size_} * 2 > slots_.size()) grow();
  return {size_ - 1, true};
}

std::optional<std::uint32_t> RowNumbers::find(std::span<const Id> row) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash(row) & mask; slots_[at] != empty; at = (at + 1) & mask)
    if (equal(slots_[at], row)) return slots_[at];
  return std::nullopt;
}

void RowNumbers::grow() {
  const std::size_t slots = slots_.size() * 4;
  memory_.hold(slots * sizeof(std::uint32_t) + slots * width_ * sizeof(Id));
  rows_.reserve(slots / 2 * width_);
  slots_.assign(slots, empty);
  Pacer pacer(context_);
  for (std::uint32_t number = 0; number < size_; ++number) {
    std::size_t at = hash(row(number)) & (slots - 1);
    while (slots_[at] != empty) at = (at + 1) & (slots - 1);
    slots_[at] = number;
    pacer.step();
  }
}

} // namespace tela::sparql::evaluator
