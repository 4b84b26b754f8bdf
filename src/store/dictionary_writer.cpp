#include "store/dictionary_writer.h"

#include "store/bit_packing.h"
#include "store/front_coding.h"

#include <algorithm>
#include <bit>

namespace tela::store {

std::uint64_t DictionaryWriter::add(const DictionaryKey& key) {
  if (size_ % Dictionary::block_strings == 0) {
    end_block();
    last_.clear();
  }
  append_front_coded(strings_, last_, key.text);
  block_kinds_.push_back(key.kind);
  last_ = key.text;
  return size_++;
}

void DictionaryWriter::end_block() {
  if (block_kinds_.empty()) return;
  const std::uint64_t offset = blocks_.size();
  offsets_.append({reinterpret_cast<const char*>(&offset), sizeof offset});
  block_.clear();
  if (kinds_ == Kinds::one_each) {
    const auto width =
        static_cast<unsigned>(std::bit_width(*std::ranges::max_element(block_kinds_)));
    block_ += static_cast<char>(width);
    append_packed(block_, block_kinds_.size(), width,
                  [&](std::size_t i) { return block_kinds_[i]; });
  }
  block_ += strings_;
  blocks_.append(block_);
  strings_.clear();
  block_kinds_.clear();
}

void DictionaryWriter::finish() {
  end_block();
  blocks_.append(std::string(slack_bytes, '\0'));
  offsets_.seal();
  blocks_.seal();
}

} // namespace tela::store
