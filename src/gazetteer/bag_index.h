#pragma once

#include "gazetteer/name_words.h"
#include "gazetteer/word_table.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace tela::gazetteer {

/// Names of states by the words that tell them apart, whatever the order: "Korea, Republic of" and
/// "the Republic of Korea" are one bag of {korea, republic}. Immutable once filled.
class BagIndex {
 public:
  /// Of names that no state bears: "New Mexico".
  static constexpr auto no_entity = static_cast<std::uint16_t>(-1);

  /// Enters a name of the state `entity`. Names of one telling word are kept to know which words
  /// are shared, but are no bags. `value` is what find() answers; two states under one bag answer
  /// nothing.
  void add(std::span<const WordId> phrase, const NameWords& kinds, std::uint32_t value,
           std::uint16_t entity);

  /// The value of the bag of `words`.
  [[nodiscard]] std::optional<std::uint32_t> find(std::span<const WordId> words) const;

  /// The value of a name that has `words` in this order. Bit i of `linked` says that a link or
  /// conjunction stands before words[i]; the name must have one there too ("Rep. Congo" is
  /// "Republic of the Congo", "South of Sudan" is not "South Sudan").
  [[nodiscard]] std::optional<std::uint32_t> find_in_order(std::span<const WordId> words,
                                                           std::uint32_t linked) const;

  /// Whether `word` tells names apart.
  [[nodiscard]] bool has(WordId word) const noexcept {
    return word < owners_.size() && owners_[word] != nobody;
  }
  /// Whether `word` stands in names of several states: Korea, Guinea, Congo.
  [[nodiscard]] bool shared(WordId word) const noexcept {
    return word < owners_.size() && owners_[word] == several;
  }

 private:
  using Key = std::u32string;
  struct Entry {
    Key ordered;
    std::uint32_t linked;
    std::uint32_t value;
    std::uint16_t entity;
  };
  static constexpr std::int32_t nobody = -1;
  static constexpr std::int32_t several = -2;

  void own(WordId word, std::uint16_t entity);
  /// The names of the bag; nullptr when there are none, or of several states.
  [[nodiscard]] const std::vector<Entry>* entries_of(const Key& words) const;

  std::unordered_map<Key, std::vector<Entry>> entries_; ///< by the words in order of their number
  std::vector<std::int32_t> owners_;                    ///< by word: a state, nobody or several
};

} // namespace tela::gazetteer
