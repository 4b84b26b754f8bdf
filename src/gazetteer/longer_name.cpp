#include "gazetteer/longer_name.h"

#include <algorithm>

namespace tela::gazetteer {

namespace {

class Neighbourhood {
 public:
  Neighbourhood(std::span<const Token> tokens, Range name, std::uint32_t free,
                const Lexicon& lexicon)
      : tokens_(tokens), name_(name), free_(free), lexicon_(lexicon), kinds_(lexicon.name_words()) {
  }

  [[nodiscard]] bool lengthens() const {
    return new_before() || compass_before() || nationality_before() || polity_before() ||
           other_polity() || feature_before() || feature_behind() || nationality_behind() ||
           compass_behind() || currency() || half_of_union();
  }

 private:
  [[nodiscard]] bool readable(std::uint32_t at) const { return at >= free_ && at < name_.first; }

  /// The word `count` before the name has that kind, and no mark parts it from the name.
  [[nodiscard]] bool before(std::uint32_t count, NameWord kind) const {
    return name_.first >= count && readable(name_.first - count) &&
           kinds_.is(tokens_[name_.first - count].word, kind);
  }
  [[nodiscard]] bool behind(std::uint32_t count, NameWord kind) const {
    return name_.last + count < tokens_.size() && kinds_.is(tokens_[name_.last + count].word, kind);
  }
  [[nodiscard]] bool capital_before() const { return tokens_[name_.first - 1].initial_upper; }

  /// A name of one word that other states bear too, with more words.
  [[nodiscard]] bool shared() const {
    return name_.last - name_.first == 1 && lexicon_.bags().shared(tokens_[name_.first].word);
  }

  [[nodiscard]] bool new_before() const { return before(1, NameWord::new_one) && capital_before(); }

  [[nodiscard]] bool compass_before() const {
    return shared() && before(1, NameWord::compass) && capital_before();
  }

  /// "Congo du Nord"; known names of that form are longer hits themselves.
  [[nodiscard]] bool compass_behind() const {
    return shared() && behind(0, NameWord::link) && behind(1, NameWord::compass) &&
           tokens_[name_.last + 1].initial_upper;
  }

  /// Articles and links before the name, at most two.
  [[nodiscard]] std::uint32_t small_words_before() const {
    std::uint32_t count = 0;
    while (count < 2 && (before(count + 1, NameWord::link) || before(count + 1, NameWord::article)))
      ++count;
    return count;
  }

  [[nodiscard]] bool polity_before() const {
    const std::uint32_t small = small_words_before();
    return shared() && small > 0 && before(small + 1, NameWord::polity);
  }

  /// "People's Republic of Korea": a known name with a word before it that tells states apart.
  [[nodiscard]] bool other_polity() const {
    if (name_.first == 0 || !readable(name_.first - 1)) return false;
    const Token& word = tokens_[name_.first - 1];
    const bool adjective = word.initial_upper || word.gap == Gap::apostrophe;
    return kinds_.is(tokens_[name_.first].word, NameWord::polity) && adjective &&
           lexicon_.bags().shared(tokens_[name_.last - 1].word) && lexicon_.bags().has(word.word) &&
           !kinds_.is_small(word.word);
  }

  [[nodiscard]] bool feature_before() const {
    return before(small_words_before() + 1, NameWord::feature);
  }
  [[nodiscard]] bool feature_behind() const {
    return behind(0, NameWord::feature) && tokens_[name_.last].gap == Gap::space;
  }

  /// "US dollars", "US$", "$US", "dólares de EE. UU.", "dollars des États-Unis"; a full stop may
  /// belong to the name ("U.S. $").
  [[nodiscard]] bool currency() const {
    const std::uint32_t stop = name_.last < tokens_.size() && tokens_[name_.last].mark == '.';
    return before(small_words_before() + 1, NameWord::money) || behind(stop, NameWord::money);
  }

  /// "Serbie-et-Monténégro", which is one state, and of the past: hyphens tie it to another name by
  /// a word in small letters.
  [[nodiscard]] bool half_of_union() const {
    const auto tied = [&](std::uint32_t at) { return tokens_[at].gap == Gap::hyphen; };
    const auto joint = [&](std::uint32_t at) { return !tokens_[at].initial_upper && tied(at); };
    const bool behind = name_.last + 1 < tokens_.size() && joint(name_.last) &&
                        tied(name_.last + 1) && tokens_[name_.last + 1].initial_upper;
    const bool before = name_.first > 1 && tied(name_.first) && joint(name_.first - 1) &&
                        tokens_[name_.first - 2].initial_upper;
    return behind || before;
  }

  [[nodiscard]] bool nationality_before() const {
    if (name_.first == 0 || !readable(name_.first - 1)) return false;
    const Token& word = tokens_[name_.first - 1];
    return word.initial_upper && !word.all_upper && tokens_[name_.first].gap == Gap::space &&
           nationality(name_.first - 1) != nullptr;
  }

  /// In English a capital opens the next phrase: "In Mexico Honduran families …".
  [[nodiscard]] bool nationality_behind() const {
    if (name_.last >= tokens_.size() || tokens_[name_.last].gap != Gap::space) return false;
    const Meaning* found = nationality(name_.last);
    return found != nullptr &&
           !(tokens_[name_.last].initial_upper && found->languages.has(Language::english));
  }

  /// What tokens[at] means when it is an adjective and no name.
  [[nodiscard]] const Meaning* nationality(std::uint32_t at) const {
    const auto hit = lexicon_.plain_name(tokens_, at);
    const bool only = hit.length > 0 && std::all_of(hit.meanings.begin(), hit.meanings.end(),
                                                    [](const Meaning& meaning) {
                                                      return meaning.what == Meaning::What::demonym;
                                                    });
    return only ? &hit.meanings.front() : nullptr;
  }

  std::span<const Token> tokens_;
  Range name_;
  std::uint32_t free_;
  const Lexicon& lexicon_;
  const NameWords& kinds_;
};

} // namespace

bool part_of_longer_name(std::span<const Token> tokens, Range name, std::uint32_t free,
                         const Lexicon& lexicon) {
  return Neighbourhood(tokens, name, free, lexicon).lengthens();
}

} // namespace tela::gazetteer
