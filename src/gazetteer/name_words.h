#pragma once

#include "gazetteer/data_files.h"
#include "gazetteer/word_table.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace tela::gazetteer {

/// What a word does in or beside the name of a state, whichever the language.
enum class NameWord : std::uint8_t {
  article,     ///< the, le, los
  link,        ///< of, du, del: what stands before it belongs to the name behind it
  conjunction, ///< and, et, y
  polity,      ///< republic, royaume
  new_one,     ///< New Mexico is no part of Mexico
  compass,     ///< north, sud, oriental
  feature,     ///< river, golfe: a place beside the state, not the state
  mark,        ///< a comma, a bracket
  money,       ///< dollars, $: what a state's name says of it is the currency
};
constexpr std::size_t name_word_count = 9;

/// The tables name_words.csv and abbreviations.csv by word. Immutable once built.
class NameWords {
 public:
  /// Adds the words of the tables to `words`. Throws Error(input) on a kind that is none.
  NameWords(const DataFiles& files, WordTable& words);

  [[nodiscard]] bool is(WordId word, NameWord kind) const noexcept {
    return word < kinds_.size() && (kinds_[word] & bit(kind)) != 0;
  }
  /// Articles, links and conjunctions, which tell no name from another.
  [[nodiscard]] bool is_small(WordId word) const noexcept {
    return is(word, NameWord::article) || is_joint(word);
  }
  /// Links and conjunctions: words between two names.
  [[nodiscard]] bool is_joint(WordId word) const noexcept {
    return is(word, NameWord::link) || is(word, NameWord::conjunction);
  }

  /// Brackets, commas and other marks that tokens are.
  [[nodiscard]] bool is_mark(WordId word) const noexcept { return is(word, NameWord::mark); }

  using Phrase = std::vector<WordId>;
  /// What an abbreviation can stand for; empty when `word` is none, or needs the full stop that
  /// `shortened` says it has.
  [[nodiscard]] std::span<const Phrase> expansions(WordId word, bool shortened) const noexcept;

 private:
  struct Expansion {
    bool needs_full_stop = false;
    std::vector<Phrase> phrases;
  };
  static constexpr std::uint16_t bit(NameWord kind) noexcept {
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(kind));
  }
  void read_kinds(const DataFiles& files, WordTable& words);
  void read_abbreviations(const DataFiles& files, WordTable& words);

  std::vector<std::uint16_t> kinds_;       ///< by word
  std::vector<std::uint16_t> abbreviated_; ///< by word: 1 + index into expansions_, or 0
  std::vector<Expansion> expansions_;
};

} // namespace tela::gazetteer
