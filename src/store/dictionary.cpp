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
}

std::uint64_t Dictionary::strings_in(std::uint64_t block) const noexcept {
  return std::min(block_strings, size_ - block * block_strings);
}

Dictionary::BlockParts Dictionary::block(std::uint64_t index) const {
  const auto offset_of = [&](std::uint64_t at) {
    return load<std::uint64_t>(offsets_ + at * sizeof(std::uint64_t));
  };
  check({offsets_ + index * sizeof(std::uint64_t),
         (index + 1 == blocks_ ? 1 : 2) * sizeof(std::uint64_t)});
  const std::uint64_t begin = offset_of(index);
  const std::uint64_t end = index + 1 == blocks_ ? data_.size() : offset_of(index + 1);
  if (begin > end || end > data_.size()) fail_damaged("the dictionary");
  std::string_view bytes = data_.substr(begin, end - begin);
  check(bytes);
  if (kinds_ == Kinds::none) return {0, {}, bytes};
  const unsigned width = take<std::uint8_t>(bytes);
  if (width > 32) fail_damaged("the dictionary");
  const std::string_view kinds = take_bytes(bytes, packed_bytes(strings_in(index), width));
  return {width, kinds, bytes};
}

DictionaryKey Dictionary::head(std::uint64_t index) const {
  const auto [width, kinds, strings] = block(index);
  std::string_view rest = strings;
  if (take_varint(rest) != 0) fail_damaged("a string of the dictionary");
  const std::string_view text = take_bytes(rest, take_varint(rest));
  return {text, kinds_ == Kinds::none
                    ? 0
                    : static_cast<std::uint32_t>(packed_at(kinds.data(), width, 0))};
}

std::uint32_t Dictionary::kind(std::uint64_t index) const {
  if (index >= size_) fail_damaged("an id is not in the dictionary");
  const auto [width, kinds, strings] = block(index / block_strings);
  return static_cast<std::uint32_t>(packed_at(kinds.data(), width, index % block_strings));
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
  const auto [width, kinds, strings] = block(low - 1);
  std::string_view rest = strings;
  std::string text;
  for (std::uint64_t i = 0; i < strings_in(low - 1); ++i) {
    take_front_coded(rest, text);
    if (text != key.text) continue;
    const std::uint64_t kind = kinds_ == Kinds::none ? 0 : packed_at(kinds.data(), width, i);
    if (kind == key.kind) return (low - 1) * block_strings + i;
  }
  return std::nullopt;
}

void Dictionary::string(std::uint64_t index, std::string& text) const {
  if (index >= size_) fail_damaged("an id is not in the dictionary");
  std::string_view strings = block(index / block_strings).strings;
  text.clear();
  for (std::uint64_t i = 0; i <= index % block_strings; ++i) take_front_coded(strings, text);
}

void Dictionary::Walker::enter(std::uint64_t block) {
  rest_ = dictionary_->block(block).strings;
  text_.clear();
  next_ = block * block_strings;
}

void Dictionary::Walker::step() {
  take_front_coded(rest_, text_);
  ++next_;
}

std::string_view Dictionary::Walker::string(std::uint64_t index) {
  if (index >= dictionary_->size_) fail_damaged("an id is not in the dictionary");
  const bool at_hand = next_ <= index + 1 && (next_ - 1) / block_strings == index / block_strings;
  if (!at_hand) enter(index / block_strings);
  while (next_ <= index) step();
  return text_;
}

} // namespace tela::store
