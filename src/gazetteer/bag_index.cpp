#include "gazetteer/bag_index.h"

#include <algorithm>

namespace tela::gazetteer {

namespace {

std::u32string key_of(std::span<const WordId> words) {
  return {words.begin(), words.end()};
}

std::u32string sorted(std::u32string key) {
  std::sort(key.begin(), key.end());
  return key;
}

} // namespace

void BagIndex::own(WordId word, std::uint16_t entity) {
  if (word >= owners_.size()) owners_.resize(word + 1, nobody);
  std::int32_t& owner = owners_[word];
  const bool free = owner == nobody || owner == no_entity;
  if (free) owner = entity;
  if (owner != entity && entity != no_entity) owner = several;
}

void BagIndex::add(std::span<const WordId> phrase, const NameWords& kinds, std::uint32_t value,
                   std::uint16_t entity) {
  Key telling;
  std::uint32_t linked = 0;
  for (const WordId word : phrase) {
    if (kinds.is_joint(word) && telling.size() < 32) linked |= 1U << telling.size();
    if (kinds.is_small(word) || kinds.is_mark(word)) continue;
    telling.push_back(word);
    own(word, entity);
  }
  if (telling.size() > 1) entries_[sorted(telling)].push_back({telling, linked, value, entity});
}

const std::vector<BagIndex::Entry>* BagIndex::entries_of(const Key& words) const {
  const auto found = entries_.find(sorted(words));
  if (found == entries_.end()) return nullptr;
  const auto& entries = found->second;
  const bool one_state = std::all_of(entries.begin(), entries.end(), [&](const Entry& entry) {
    return entry.entity == entries.front().entity;
  });
  return one_state ? &entries : nullptr;
}

std::optional<std::uint32_t> BagIndex::find(std::span<const WordId> words) const {
  const auto* entries = entries_of(key_of(words));
  return entries == nullptr ? std::nullopt : std::optional(entries->front().value);
}

std::optional<std::uint32_t> BagIndex::find_in_order(std::span<const WordId> words,
                                                     std::uint32_t linked) const {
  const Key ordered = key_of(words);
  const auto* entries = entries_of(ordered);
  if (entries == nullptr) return {};
  const auto same = std::find_if(entries->begin(), entries->end(), [&](const Entry& entry) {
    return entry.ordered == ordered && (linked & ~entry.linked) == 0;
  });
  return same == entries->end() ? std::nullopt : std::optional(same->value);
}

} // namespace tela::gazetteer
