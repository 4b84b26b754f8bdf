#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tela::gazetteer {

/// A folded word, as a number. 0: a word that the gazetteer does not know.
using WordId = std::uint32_t;

/// When a full stop belongs to the word before it.
struct Abbreviation {
  bool known = false;
  bool lower = false; ///< in lower case too: no word of that spelling ends a sentence
};

/// The folded words that occur in names and cues, numbered from 1. An open-addressing hash table
/// over one arena of bytes. Reading is thread-safe once nothing is added any more.
class WordTable {
 public:
  WordTable();

  /// The number of `folded`, given to it now if it is new.
  WordId add(std::string_view folded);
  /// The number of `folded`, or 0.
  [[nodiscard]] WordId find(std::string_view folded) const noexcept;
  /// The number of the singular of `folded` ("migrations" → "migration"; a word that is none is its
  /// own), or 0 when the gazetteer knows neither. `known` is what find(folded) says.
  [[nodiscard]] WordId find_stem(std::string_view folded, WordId known) const noexcept;
  [[nodiscard]] WordId find_stem(std::string_view folded) const noexcept {
    return find_stem(folded, find(folded));
  }

  /// From now on the full stop behind `word` is read as a part of it. REQUIRES: a word of the
  /// table.
  void set_abbreviation(WordId word, Abbreviation abbreviation);
  [[nodiscard]] Abbreviation abbreviation(std::string_view folded) const noexcept;

  [[nodiscard]] std::size_t size() const noexcept { return words_.size(); }

 private:
  struct Word {
    std::uint32_t start;
    std::uint32_t length;
    Abbreviation abbreviation{};
  };
  [[nodiscard]] std::string_view text(WordId id) const noexcept {
    return std::string_view(arena_).substr(words_[id].start, words_[id].length);
  }
  [[nodiscard]] std::size_t slot(std::string_view folded) const noexcept;
  void grow();

  std::string arena_;
  std::vector<Word> words_;
  std::vector<WordId> slots_; ///< size is a power of two, at most half full
};

/// `folded` without the s of a plural; short words and those in -ss stay.
[[nodiscard]] std::string_view singular(std::string_view folded);

} // namespace tela::gazetteer
