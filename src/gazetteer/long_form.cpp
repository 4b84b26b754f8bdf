#include "gazetteer/long_form.h"

#include <algorithm>
#include <vector>

namespace tela::gazetteer {

namespace {

constexpr std::size_t longest_form = 16;
constexpr std::size_t most_readings = 81; ///< of four abbreviations with three meanings each

/// What parts a name from the words put behind it; a dash counts as a comma.
enum class Separator : std::uint8_t { none, comma, bracket };

bool opens_bracket(const Token& token) {
  return token.mark == '(' || token.mark == '[';
}
bool closes_bracket(const Token& token) {
  return token.mark == ')' || token.mark == ']';
}

class Reader {
 public:
  Reader(std::span<const Token> tokens, std::size_t at, const Lexicon& lexicon)
      : tokens_(tokens.first(std::min(tokens.size(), at + longest_form))), all_(tokens), at_(at),
        lexicon_(lexicon), kinds_(lexicon.name_words()) {}

  LongForm read() {
    if (!tokens_[at_].initial_upper || !telling(at_)) return {};
    for (std::size_t next = at_; next < tokens_.size() && take(next); ++next)
      if (ends_form(next + 1)) consider(next + 1);
    return best_;
  }

 private:
  /// False when the form cannot go on with the token.
  bool take(std::size_t next) {
    const Token& token = tokens_[next];
    if (token.mark == ',' || token.mark == '-' || opens_bracket(token)) {
      if (separator_ != Separator::none || !telling(next - 1) || is_polity(tokens_[at_]))
        return false;
      separator_ = opens_bracket(token) ? Separator::bracket : Separator::comma;
      separated_at_ = next;
      return true;
    }
    if (closes_bracket(token)) return close_bracket(next);
    if (closed_) return false;
    if (!token.is_word() && token.mark != '&') return false;
    if (next > at_ && is_joining(token) && is_link(next - 1))
      return false; // "Republic of and Iraq"
    if (next > at_ && is_joining(token) && is_polity(tokens_[next - 1]))
      return false; // "Dominican Republic and Haiti"
    return kinds_.is_small(token.word) || telling(next);
  }

  bool close_bracket(std::size_t next) {
    if (separator_ != Separator::bracket || closed_) return false;
    closed_ = true;
    // Brackets around an article alone, "Falkland Islands (the)", part nothing.
    const auto inside = tokens_.subspan(separated_at_ + 1, next - separated_at_ - 1);
    if (std::all_of(inside.begin(), inside.end(),
                    [&](const Token& token) { return kinds_.is_small(token.word); })) {
      separator_ = Separator::none;
      closed_ = false;
    }
    return true;
  }

  [[nodiscard]] bool telling(std::size_t at) const {
    const Token& token = tokens_[at];
    return token.word != 0 && !kinds_.is_small(token.word) &&
           (lexicon_.bags().has(token.word) ||
            !kinds_.expansions(token.word, token.shortened).empty());
  }

  /// Whether a form may end before tokens[end].
  [[nodiscard]] bool ends_form(std::size_t end) const {
    switch (separator_) {
    case Separator::none:
      return tokens_[end - 1].is_word();
    case Separator::comma:
      return tells_more(end);
    case Separator::bracket:
      return closed_;
    }
    return false;
  }

  /// Behind the comma stands a word that tells names apart, and no conjunction behind the last.
  [[nodiscard]] bool tells_more(std::size_t end) const {
    while (end > separated_at_ + 1 && is_link(end - 1)) --end;
    return end > separated_at_ + 1 && telling(end - 1);
  }

  void consider(std::size_t end) {
    const auto value = find(end);
    if (value && fits(end, *value)) {
      const bool broken = separator_ == Separator::comma && broken_off(end);
      best_ = {end - at_, broken ? std::nullopt : value};
    } else if (value ? shares_words(end) : unknown_whole(end)) {
      best_ = {end - at_, std::nullopt};
    }
  }

  [[nodiscard]] std::optional<std::uint32_t> find(std::size_t end) const {
    std::vector<Words> readings(1);
    for (std::size_t next = at_; next < end && readings.size() <= most_readings; ++next)
      add_token(readings, tokens_[next]);
    for (const Words& words : readings) {
      if (words.telling.size() < 2) continue;
      const auto value = separator_ == Separator::none
                             ? lexicon_.bags().find_in_order(words.telling, words.linked)
                             : lexicon_.bags().find(words.telling);
      if (value) return value;
    }
    return {};
  }

  /// One way to read the abbreviations of a form.
  struct Words {
    NameWords::Phrase telling;
    std::uint32_t linked = 0; ///< bit i: a link or conjunction before telling[i]

    void add(std::span<const WordId> words) {
      telling.insert(telling.end(), words.begin(), words.end());
    }
  };

  void add_token(std::vector<Words>& readings, const Token& token) const {
    if (kinds_.is_joint(token.word))
      for (Words& words : readings)
        words.linked |= 1U << std::min<std::size_t>(words.telling.size(), 31);
    if (!token.is_word() || kinds_.is_small(token.word)) return;
    std::vector<Words> longer;
    const auto add = [&](std::span<const WordId> more) {
      for (Words words : readings) {
        words.add(more);
        longer.push_back(std::move(words));
      }
    };
    if (lexicon_.bags().has(token.word)) add(std::span(&token.word, 1));
    for (const auto& phrase : kinds_.expansions(token.word, token.shortened)) add(phrase);
    readings = std::move(longer);
  }

  /// Whether the words behind the comma belong to no other name.
  [[nodiscard]] bool fits(std::size_t end, std::uint32_t value) const {
    if (separator_ != Separator::comma) return true;
    for (std::size_t tail = separated_at_ + 1; tail < end; ++tail) {
      if (goes_beyond(tail, end)) return false;
      const auto name = lexicon_.plain_name(all_, tail);
      // Two whole names are two states, unless the tables have the pair.
      const bool whole = only_small({separated_at_ + 1, tail}) && tail + name.length == end;
      if (whole && names_state(name.meanings) && (head_is_name() || names(name.meanings, value)))
        return false;
    }
    return true;
  }

  /// A name that begins within the words behind the comma goes beyond them: "Congo, Democratic
  /// Republic of the Fiji". Whose they are nobody can tell, but the head alone is none of it.
  [[nodiscard]] bool shares_words(std::size_t end) const {
    if (separator_ != Separator::comma) return false;
    std::size_t first = separated_at_ + 1;
    while (first < end && !telling(first)) ++first;
    if (goes_beyond(first, end)) return false; // all of them are the other name's
    for (std::size_t tail = first + 1; tail < end; ++tail)
      if (goes_beyond(tail, end)) return true;
    return false;
  }

  /// A name that begins at tokens[tail] ends behind tokens[end).
  [[nodiscard]] bool goes_beyond(std::size_t tail, std::size_t end) const {
    const auto name = lexicon_.plain_name(all_, tail);
    return tail + std::max(name.length, unparted_length(tail)) > end;
  }

  /// Nothing but articles and prepositions: "Congo, la RDC".
  [[nodiscard]] bool only_small(std::pair<std::size_t, std::size_t> stretch) const {
    return std::all_of(tokens_.begin() + static_cast<std::ptrdiff_t>(stretch.first),
                       tokens_.begin() + static_cast<std::ptrdiff_t>(stretch.second),
                       [&](const Token& token) { return kinds_.is_small(token.word); });
  }

  /// Tokens of the form without comma or bracket that begins there.
  [[nodiscard]] std::size_t unparted_length(std::size_t at) const {
    std::size_t end = at;
    while (end < all_.size() && (all_[end].is_word() || all_[end].mark == '&')) ++end;
    const auto words = all_.first(end);
    return Reader(words, at, lexicon_).read().length;
  }

  /// What stands before the separator is a name of a state by itself.
  [[nodiscard]] bool head_is_name() const {
    const auto head = lexicon_.plain_name(all_, at_);
    return head.length == separated_at_ - at_ && names_state(head.meanings);
  }

  /// The name means the same state as the form: "Islands, Fiji" is no more than Fiji.
  [[nodiscard]] bool names(std::span<const Meaning> meanings, std::uint32_t value) const {
    const auto form = lexicon_.meanings(value);
    return std::any_of(meanings.begin(), meanings.end(), [&](const Meaning& meaning) {
      return meaning.entity == form.front().entity;
    });
  }

  static bool names_state(std::span<const Meaning> meanings) {
    return std::any_of(meanings.begin(), meanings.end(),
                       [](const Meaning& meaning) { return meaning.what == Meaning::What::state; });
  }

  [[nodiscard]] bool is_joining(const Token& token) const {
    return kinds_.is(token.word, NameWord::conjunction);
  }

  [[nodiscard]] bool is_link(std::size_t at) const {
    return kinds_.is(tokens_[at].word, NameWord::link) ||
           kinds_.is(tokens_[at].word, NameWord::article);
  }

  /// The text goes on behind words that should have been the last of the name.
  [[nodiscard]] bool broken_off(std::size_t end) const {
    const bool goes_on = end < all_.size() && all_[end].is_word();
    return goes_on && !(is_link(end - 1) && !has_compass(end));
  }

  /// Whether the words behind the separator make the name another one that is not known.
  [[nodiscard]] bool unknown_whole(std::size_t end) const {
    if (separator_ == Separator::none || !head_is_name()) return false;
    if (separator_ == Separator::comma)
      return has_polity(end) && is_link(end - 1) && (end == all_.size() || !all_[end].is_word());
    return lexicon_.bags().shared(tokens_[at_].word) && !holds_name(end);
  }

  [[nodiscard]] bool has_polity(std::size_t end) const {
    const auto tail = tokens_.subspan(separated_at_ + 1, end - separated_at_ - 1);
    return std::any_of(tail.begin(), tail.end(),
                       [&](const Token& token) { return is_polity(token); });
  }

  /// "Sudan, South of Khartoum" goes on, "Iran, Islamic Republic of and Iraq" does not.
  [[nodiscard]] bool has_compass(std::size_t end) const {
    const auto tail = tokens_.subspan(separated_at_ + 1, end - separated_at_ - 1);
    return std::any_of(tail.begin(), tail.end(), [&](const Token& token) {
      return kinds_.is(token.word, NameWord::compass);
    });
  }

  [[nodiscard]] bool is_polity(const Token& token) const {
    if (kinds_.is(token.word, NameWord::polity)) return true;
    const auto phrases = kinds_.expansions(token.word, token.shortened);
    return std::any_of(phrases.begin(), phrases.end(), [&](const NameWords::Phrase& phrase) {
      return kinds_.is(phrase.front(), NameWord::polity);
    });
  }

  [[nodiscard]] bool holds_name(std::size_t end) const {
    for (std::size_t inside = separated_at_ + 1; inside < end; ++inside)
      if (names_state(lexicon_.plain_name(all_, inside).meanings)) return true;
    return false;
  }

  std::span<const Token> tokens_; ///< as far as a form may reach
  std::span<const Token> all_;
  std::size_t at_;
  const Lexicon& lexicon_;
  const NameWords& kinds_;
  Separator separator_ = Separator::none;
  std::size_t separated_at_ = 0; ///< the comma or the opening bracket
  bool closed_ = false;          ///< the bracket
  LongForm best_;
};

} // namespace

LongForm read_long_form(std::span<const Token> tokens, std::size_t at, const Lexicon& lexicon) {
  return Reader(tokens, at, lexicon).read();
}

} // namespace tela::gazetteer
