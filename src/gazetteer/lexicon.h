#pragma once

#include "gazetteer/bag_index.h"
#include "gazetteer/body_file.h"
#include "gazetteer/cue.h"
#include "gazetteer/data_files.h"
#include "gazetteer/entities.h"
#include "gazetteer/language.h"
#include "gazetteer/name_words.h"
#include "gazetteer/phrase_trie.h"
#include "gazetteer/tokens.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace tela::gazetteer {

/// What a phrase of the text can mean.
struct Meaning {
  enum class What : std::uint8_t {
    state,   ///< a name of states()[entity]
    demonym, ///< an adjective of it
    city,    ///< a city in it
    nothing, ///< looks like a name and is none: "golfe de Guinée"
  };
  What what = What::nothing;
  NameKind kind = NameKind::label;
  std::uint16_t entity = 0;
  LanguageSet languages; ///< it is a name in
};

/// The words, phrases and labels of a gazetteer in the form that matching wants. Immutable once
/// built.
class Lexicon {
 public:
  Lexicon(std::span<const State> states, const BodyFile& bodies, std::span<const Region> regions,
          std::span<const Theme> themes, const DataFiles& files);

  [[nodiscard]] const WordTable& words() const noexcept { return words_; }
  [[nodiscard]] const NameWords& name_words() const noexcept { return name_words_; }
  [[nodiscard]] const BagIndex& bags() const noexcept { return bags_; }
  /// Of a value that bags() answers.
  [[nodiscard]] std::span<const Meaning> meanings(std::uint32_t value) const noexcept {
    return meanings_[value];
  }

  struct NameHit {
    std::size_t length = 0; ///< tokens; 0: none
    std::span<const Meaning> meanings;
    bool unclear = false; ///< a longer form of a name, which the tables do not know
  };
  /// The longest name of a state, city or nationality that begins at tokens[at], as lists write it
  /// too: abbreviated, turned round, in brackets.
  [[nodiscard]] NameHit longest_name(std::span<const Token> tokens, std::size_t at) const;
  /// The same for names as they stand in the tables, abbreviated or not.
  [[nodiscard]] NameHit plain_name(std::span<const Token> tokens, std::size_t at) const;
  /// Appends every name that begins there, the one of longest_name() last.
  void names(std::span<const Token> tokens, std::size_t at, std::vector<NameHit>& out) const;

  struct BodyHit {
    std::size_t length = 0;
    std::uint32_t body = 0;
    bool acronym = false;
    bool doubtful = false; ///< an acronym that needs support from the text
  };
  /// The longest name of a body: articles, prepositions, plurals, commas and an acronym in brackets
  /// inside it do not matter.
  [[nodiscard]] BodyHit longest_body(std::span<const Token> tokens, std::size_t at) const;

  /// The body whose name has exactly these stems, for "Processus de Rabat et de Khartoum"; length 0
  /// when there is none.
  [[nodiscard]] BodyHit body_named(std::span<const WordId> stems) const;

  struct CueHit {
    std::size_t length = 0;
    Cue cue{};
  };
  /// Appends the longest phrase of each cue that begins at tokens[at], of those that belong to
  /// `language`; of any when that is other.
  void cues(std::span<const Token> tokens, std::size_t at, Language language,
            std::vector<CueHit>& out) const;

  enum class Numeral : std::uint8_t { none, ordinal, cardinal, month };
  struct NumeralHit {
    std::size_t length = 0;
    Numeral kind = Numeral::none;
    int value = 0;
  };
  /// The longest number word or month name that begins at tokens[at].
  [[nodiscard]] NumeralHit numeral(std::span<const Token> tokens, std::size_t at) const;

  /// The themes, regions whose label is `text` but for case, accents and marks. Empty: none.
  [[nodiscard]] std::span<const std::uint16_t> themes_labelled(std::string_view text) const;
  [[nodiscard]] std::span<const std::uint16_t> regions_labelled(std::string_view text) const;

 private:
  using Labels = std::unordered_map<std::string, std::vector<std::uint16_t>>;

  void add_states(std::span<const State> states);
  [[nodiscard]] std::size_t owner_in_brackets(std::span<const Token> tokens, std::size_t at,
                                              const NameHit& hit) const;
  void mark_abbreviations();
  void add_name(std::string_view name, const Meaning& meaning);
  [[nodiscard]] std::vector<WordId> words_of(std::string_view phrase);
  [[nodiscard]] std::vector<WordId> stems_of(std::string_view phrase);
  [[nodiscard]] bool stop_word(WordId word) const noexcept {
    return word < stop_words_.size() && stop_words_[word];
  }
  void add_not_states(const DataFiles& files);
  void add_bodies(const BodyFile& file);
  void add_body_name(std::string_view name, BodyHit hit);
  void add_cues(const DataFiles& files);
  void add_numerals(const DataFiles& files);
  template<class Take>
  void walk_names(std::span<const Token> tokens, std::size_t at, std::size_t next,
                  PhraseTrie::Node node, Take& take) const;
  void mark_beginning(WordId word, std::uint8_t trie);
  [[nodiscard]] bool may_begin(WordId word, std::uint8_t trie) const noexcept {
    return word < beginnings_.size() && (beginnings_[word] & trie) != 0;
  }

  WordTable words_;
  NameWords name_words_;
  BagIndex bags_;
  std::vector<std::uint16_t> owners_;    ///< by state: the one it is a territory of, or itself
  std::vector<bool> stop_words_;         ///< by word
  std::vector<std::uint8_t> beginnings_; ///< by word: which tries have it as a first word
  PhraseTrie name_trie_{8192};
  PhraseTrie body_trie_{4096};
  PhraseTrie cue_trie_{4096};
  PhraseTrie numeral_trie_{512};
  std::vector<std::vector<Meaning>> meanings_;
  std::vector<BodyHit> body_names_;
  /// Which cues a phrase is: bits of Cue, one set for each language, first the union.
  using CueSets = std::array<std::vector<Cue>, language_count>;
  std::vector<CueSets> cue_sets_;
  std::vector<NumeralHit> numerals_;
  Labels theme_labels_, region_labels_;
};

} // namespace tela::gazetteer
