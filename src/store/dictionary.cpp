#include "store/dictionary.h"

#include "store/bit_packing.h"
#include "store/front_coding.h"

#include <algorithm>

namespace tela::store {

Dictionary::Dictionary(std::string_view section, Kinds kinds, const CheckedBytes* checks)
    : checks_(checks), kinds_(kinds) {
  check(section.substr(0, sizeof size_));
  size_ = take<std::uint64_t>(section);
  blocks_ = size_ / block_strings + (size_ % block_strings != 0 ? 1 : 0);
  if (blocks_ > section.size() / sizeof(std::uint64_t)) fail_damaged("the dictionary is cut short");
  offsets_ = take_bytes(section, blocks_ * sizeof(std::uint64_t)).data();
  if (section.size() < slack_bytes) fail_damaged("the dictionary is cut short");
  data_ = section.substr(0, section.size() - slack_bytes);
  good_ = std::make_unique<std::atomic<bool>[]>(blocks_ / group_blocks + 1); // NOLINT(*-c-arrays)
}

std::uint64_t Dictionary::strings_in(std::uint64_t block) const noexcept {
  return std::min(block_strings, size_ - block * block_strings);
}

// Where a block begins; behind the last one, where that ends.
std::uint64_t Dictionary::begin_of(std::uint64_t block) const noexcept {
  return block == blocks_ ? data_.size()
                          : load<std::uint64_t>(offsets_ + block * sizeof(std::uint64_t));
}

// Checks the group that `block` is of, once; where its strings are long, the block alone, each
// time.
void Dictionary::check_group(std::uint64_t block) const {
  constexpr std::uint64_t most_bytes = std::uint64_t{1} << 17U;
  const std::uint64_t first = block / group_blocks * group_blocks;
  const std::uint64_t last = std::min(first + group_blocks, blocks_);
  check({offsets_ + first * sizeof(std::uint64_t),
         (std::min(last + 1, blocks_) - first) * sizeof(std::uint64_t)});
  for (std::uint64_t i = first; i < last; ++i)
    if (begin_of(i) > begin_of(i + 1) || begin_of(i + 1) > data_.size())
      fail_damaged("the dictionary");
  const bool is_small = begin_of(last) - begin_of(first) <= most_bytes;
  const std::uint64_t begin = begin_of(is_small ? first : block);
  check(data_.substr(begin, begin_of(is_small ? last : block + 1) - begin));
  if (is_small) good_[block / group_blocks].store(true, std::memory_order_relaxed);
}

Dictionary::BlockParts Dictionary::block(std::uint64_t index) const {
  if (!good_[index / group_blocks].load(std::memory_order_relaxed)) [[unlikely]]
    check_group(index);
  // Whoever writes into the file behind our back changes what was checked: no offset is trusted.
  const std::uint64_t begin = begin_of(index);
  const std::uint64_t end = begin_of(index + 1);
  if (begin > end || end > data_.size()) [[unlikely]]
    fail_damaged("the dictionary");
  std::string_view bytes = data_.substr(begin, end - begin);
  if (kinds_ == Kinds::none) return {0, {}, bytes};
  const unsigned width = take<std::uint8_t>(bytes);
  if (width > 32) fail_damaged("the dictionary");
  const std::string_view kinds = take_bytes(bytes, packed_bytes(strings_in(index), width));
  return {width, kinds, bytes};
}

DictionaryKey Dictionary::head(std::uint64_t index) const {
  const BlockParts parts = block(index);
  std::string_view rest = parts.strings;
  if (take_varint(rest) != 0) fail_damaged("a string of the dictionary");
  const std::string_view text = take_bytes(rest, take_varint(rest));
  return {text, parts.kind(0)};
}

std::uint32_t Dictionary::kind(std::uint64_t index) const {
  if (index >= size_) fail_damaged("an id is not in the dictionary");
  return block(index / block_strings).kind(index % block_strings);
}

std::optional<std::uint64_t> Dictionary::find(const DictionaryKey& key) const {
  std::uint64_t low = 0;
  std::uint64_t high = blocks_;
  while (low < high) { // first block whose head is behind the key
    const std::uint64_t middle = low + (high - low) / 2;
    if (head(middle) <= key)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == 0) return std::nullopt;
  const BlockParts parts = block(low - 1);
  std::string_view rest = parts.strings;
  std::string text;
  for (std::uint64_t i = 0; i < strings_in(low - 1); ++i) {
    take_front_coded(rest, text);
    if (text != key.text) continue;
    if (parts.kind(i) == key.kind) return (low - 1) * block_strings + i;
  }
  return std::nullopt;
}

std::uint32_t Dictionary::BlockParts::kind(std::uint64_t i) const noexcept {
  return kinds.empty() ? 0 : static_cast<std::uint32_t>(packed_at(kinds.data(), kind_width, i));
}

std::uint32_t Dictionary::string(std::uint64_t index, std::string& text) const {
  if (index >= size_) fail_damaged("an id is not in the dictionary");
  const BlockParts parts = block(index / block_strings);
  std::string_view strings = parts.strings;
  text.clear();
  for (std::uint64_t i = 0; i <= index % block_strings; ++i) take_front_coded(strings, text);
  return parts.kind(index % block_strings);
}

void Dictionary::Walker::enter(std::uint64_t block) {
  parts_ = dictionary_->block(block);
  text_.clear();
  next_ = block * block_strings;
}

void Dictionary::Walker::step() {
  take_front_coded(parts_.strings, text_);
  ++next_;
}

std::string_view Dictionary::Walker::string(std::uint64_t index) {
  if (index >= dictionary_->size_) fail_damaged("an id is not in the dictionary");
  const bool at_hand = next_ <= index + 1 && (next_ - 1) / block_strings == index / block_strings;
  if (!at_hand) enter(index / block_strings);
  while (next_ <= index) step();
  return text_;
}

std::uint32_t Dictionary::Walker::kind() const noexcept {
  return parts_.kind((next_ - 1) % block_strings);
}

} // namespace tela::store
