#pragma once

#include "rdf/id.h"
#include "store/store.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Things found by their names. See README.md.
namespace tela::search {

/// How a name fits what was asked for.
enum class Fit : std::uint8_t {
  whole,   ///< all words of both, in their order
  words,   ///< some words of both
  mistaken ///< some of them only when slips are forgiven
};

/// A thing that was found.
struct Hit {
  rdf::Id thing;
  rdf::Id name;     ///< the literal that fits best
  double score = 0; ///< 0 to 100; 100 is Fit::whole
  Fit fit = Fit::words;
};

/// The names of the things of a store (rdfs:label, skos:prefLabel, skos:altLabel, skos:notation,
/// dcterms:title, dcterms:identifier, tela:acronym), by their words. Immutable; any number of
/// threads may read it. Keeps a reference to the store. About 100 bytes a name.
class LabelIndex {
 public:
  /// Cost: a scan of those predicates, and a folding of each name.
  explicit LabelIndex(const store::Store& store);

  /// The best hits for `text`, each thing once, by score, then by the shorter name, then by id;
  /// `accepts` chooses the things. Cost: a walk over the different words for each word of `text`
  /// that no name holds, some milliseconds for 100,000; and the names that share a word.
  template<class Accepts>
  [[nodiscard]] std::vector<Hit> find(std::string_view text, std::size_t most,
                                      const Accepts& accepts) const {
    std::vector<Hit> hits;
    for (const Hit& hit : candidates(text)) {
      if (hits.size() == most) break;
      if (accepts(hit.thing)) hits.push_back(hit);
    }
    return hits;
  }

  /// Things one of whose names begins so, the shorter names first.
  [[nodiscard]] std::vector<Hit> begin_with(std::string_view prefix, std::size_t most) const;

 private:
  using Word = std::uint32_t;
  struct Name {
    rdf::Id thing, literal;
    std::uint32_t first_word = 0, words = 0; // in word_list_
  };
  struct WordFit {
    Word word;
    double weight; // 1: the word itself; less for slips
  };

  void add_names(rdf::Id predicate, const store::Store& store);
  void add_name(rdf::Id thing, rdf::Id literal, std::string_view text);
  void finish();
  [[nodiscard]] std::vector<Hit> candidates(std::string_view text) const;
  [[nodiscard]] std::vector<WordFit> fitting_words(const std::string& word) const;
  [[nodiscard]] double rarity(Word word) const;
  [[nodiscard]] std::span<const Word> words_of(const Name& name) const;

  std::map<std::string, Word, std::less<>> numbers_;
  std::vector<const std::string*> texts_; // of the words, by number
  std::vector<Name> names_;
  std::vector<Word> word_list_;
  std::vector<std::vector<std::uint32_t>> postings_; // names that hold each word
};

/// The least number of letters inserted, left out, changed, or swapped with their neighbour that
/// makes one word the other (Damerau–Levenshtein, optimal string alignment), or `most` + 1 when it
/// is more. Bytes count as letters: words are folded. Cost: the product of the lengths.
[[nodiscard]] std::size_t edit_distance(std::string_view one, std::string_view other,
                                        std::size_t most);

} // namespace tela::search
