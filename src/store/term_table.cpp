#include "store/term_table.h"

#include "base/require.h"
#include "rdf/id.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <random>

namespace tela::store {

namespace {

constexpr std::size_t first_slots = 64;
constexpr std::size_t first_chunk = 4096;
constexpr std::size_t largest_chunk = std::size_t{1} << 20U;

// Different in each process, so that no input can be made whose terms all collide.
std::uint64_t seed() {
  static const std::uint64_t value = [] {
    std::random_device random;
    return std::uint64_t{random()} << 32U | random();
  }();
  return value;
}

std::uint32_t hash_of(std::string_view text, std::uint32_t kind) {
  return static_cast<std::uint32_t>(XXH3_64bits_withSeed(text.data(), text.size(), seed() + kind));
}

} // namespace

TermTable::TermTable() : slots_(first_slots) {}

std::uint32_t TermTable::intern(std::string_view text, std::uint32_t kind) {
  base::require(text.size() <= std::numeric_limits<std::uint32_t>::max(), "text below 4 GiB");
  const std::uint32_t hash = hash_of(text, kind);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].number_plus_one != 0; at = (at + 1) & mask) {
    if (slots_[at].hash != hash) continue;
    const BatchTerm& term = terms_[slots_[at].number_plus_one - 1];
    if (term.kind == kind && term.text() == text) return slots_[at].number_plus_one - 1;
  }
  terms_.push_back({keep(text), static_cast<std::uint32_t>(text.size()), kind});
  const auto count = static_cast<std::uint32_t>(terms_.size());
  slots_[at] = {hash, count};
  if (terms_.size() * 2 > slots_.size()) grow();
  return count - 1;
}

void TermTable::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.number_plus_one == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].number_plus_one != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

const char* TermTable::keep(std::string_view text) {
  if (chunk_bytes_ - chunk_used_ < text.size()) {
    chunk_bytes_ = std::max({first_chunk, text.size(), std::min(2 * chunk_bytes_, largest_chunk)});
    chunks_.push_back(std::make_unique_for_overwrite<char[]>(chunk_bytes_)); // NOLINT(*-c-arrays)
    chunk_used_ = 0;
    text_bytes_ += chunk_bytes_;
  }
  char* place = chunks_.empty() ? nullptr : chunks_.back().get() + chunk_used_;
  if (!text.empty()) std::memcpy(place, text.data(), text.size());
  chunk_used_ += text.size();
  return place;
}

std::size_t TermTable::memory() const noexcept {
  return text_bytes_ + terms_.capacity() * sizeof(BatchTerm) + slots_.size() * sizeof(Slot);
}

WordTable::WordTable() : seed_(seed()), slots_(first_slots) {}

std::size_t WordTable::home(std::uint64_t word) const noexcept {
  return std::hash<rdf::Id>{}(rdf::Id::from_bits(word ^ seed_)) & (slots_.size() - 1);
}

std::uint32_t WordTable::intern(std::uint64_t word) {
  std::size_t at = home(word);
  for (; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1))
    if (words_[slots_[at] - 1] == word) return slots_[at] - 1;
  words_.push_back(word);
  const auto count = static_cast<std::uint32_t>(words_.size());
  slots_[at] = count;
  if (words_.size() * 2 > slots_.size()) grow();
  return count - 1;
}

void WordTable::grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (std::uint32_t number = 1; number <= words_.size(); ++number) {
    std::size_t at = home(words_[number - 1]);
    while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = number;
  }
}

std::size_t WordTable::memory() const noexcept {
  return words_.capacity() * sizeof(std::uint64_t) + slots_.size() * sizeof(std::uint32_t);
}

} // namespace tela::store
