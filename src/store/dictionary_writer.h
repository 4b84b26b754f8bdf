#pragma once

#include "store/dictionary.h"
#include "store/spool.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tela::store {

/// Writes the section of a Dictionary: takes strings in ascending order, each once.
class DictionaryWriter {
 public:
  /// `space` is not owned.
  DictionaryWriter(SpoolSpace& space, Kinds kinds)
      : kinds_(kinds), offsets_(space), blocks_(space) {}

  /// REQUIRES: `key` is behind the one before. Returns its number.
  std::uint64_t add(const DictionaryKey& key);
  /// To be called at the end, before the following.
  void finish();

  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }
  /// What the section holds behind size(), in this order.
  [[nodiscard]] const Spool& offsets() const noexcept { return offsets_; }
  [[nodiscard]] const Spool& blocks() const noexcept { return blocks_; }

 private:
  void end_block();

  Kinds kinds_;
  Spool offsets_, blocks_;
  std::uint64_t size_ = 0;
  std::string last_;
  std::vector<std::uint32_t> block_kinds_;
  std::string strings_, block_;
};

} // namespace tela::store
