#pragma once

#include "store/dictionary.h"

#include <cstdint>

namespace tela::store {

/// Terms of one class on their way into the vocabulary, ascending, each once.
class TermSource {
 public:
  TermSource() = default;
  virtual ~TermSource() = default;
  TermSource(const TermSource&) = delete;
  TermSource& operator=(const TermSource&) = delete;

  /// Moves to the next term; false when there is none.
  virtual bool next() = 0;
  /// Of the term, until next(); its kind as in the vocabulary.
  [[nodiscard]] const DictionaryKey& key() const noexcept { return key_; }
  /// The term has become string `index` of the new dictionary.
  virtual void take_index(std::uint64_t index) = 0;

 protected:
  DictionaryKey key_;
};

} // namespace tela::store
