#include "gazetteer/ambiguity.h"

#include <algorithm>
#include <array>

namespace tela::gazetteer {

namespace {

using Kind = Reading::Kind;
using What = Meaning::What;

/// States whose names people also bear.
constexpr std::array<std::string_view, 15> personal = {
    "Dominique", "Salvador", "Jordan",   "Chad",    "Georgia", "Israel",  "Maurice", "Grenade",
    "Granada",   "France",   "Hollande", "Holland", "Kenya",   "Jamaica", "Palau"};

/// Names that are more often something else than the state or territory.
constexpr std::array<std::string_view, 15> listed_only = {
    "San Martín",    "Saint-Martin", "St. Martin",    "Saint Martin", "San Vicente",
    "Saint-Vincent", "St. Vincent",  "Saint Vincent", "Antigua",      "Salomon",
    "Montserrat",    "Jersey",       "Saint-Pierre",  "Dominicana",   "Marshalls"};

/// Names that are everyday words of these texts: "la Réunion" is a meeting, "île de la Réunion" is
/// not.
constexpr std::array<std::string_view, 4> never_alone = {"Réunion", "Reunión", "Reunion",
                                                         "RÉUNION"};

/// Organisations whose offices are named by the place alone: "OIM Panama".
constexpr std::array<std::string_view, 12> offices = {
    "OIM", "IOM", "HCR", "UNHCR", "ACNUR", "OIT", "ILO", "UNICEF", "BIT", "PNUD", "UNDP", "ONU"};

/// French capitals that bear the name of a state which takes an article: "à Panama" is the city,
/// "au Panama" the state. Mexico is never the state in French.
constexpr std::array<std::string_view, 5> french_cities = {"Panama", "Guatemala", "Luxembourg",
                                                           "Koweït", "Mexico"};

template<std::size_t Size>
bool any_of(const std::array<std::string_view, Size>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

/// Reads one phrase; holds what all rules look at.
class Reader {
 public:
  Reader(const Passage& passage, Range range, std::span<const Meaning> meanings,
         const Gazetteer& gazetteer)
      : passage_(passage), tokens_(passage.tokens()), range_(range), meanings_(meanings),
        states_(gazetteer.states()), text_(passage.text(range)) {}

  Reading read() {
    if (meanings_.front().what == What::nothing) return {};
    const Meaning* state = best(What::state);
    const Meaning* demonym = best(What::demonym);
    if (demonym != nullptr && (state == nullptr || !state_by_capital(*state, *demonym)))
      return {Kind::demonym, demonym->entity, Reading::none, "demonym", 0.5};
    if (!capitalised() || office()) return {};
    const Meaning* city = best(What::city);
    if (state != nullptr && french_city())
      return {Kind::city, state->entity, Reading::none, "french-city", 0.9};
    if (state == nullptr)
      return city == nullptr ? Reading{}
                             : Reading{Kind::city, city->entity, Reading::none, "city", 0.9};
    return read_state(*state);
  }

 private:
  [[nodiscard]] const Meaning* best(What what) const {
    const Meaning* found = nullptr;
    for (const Meaning& meaning : meanings_)
      if (meaning.what == what && (found == nullptr || (native(meaning) && !native(*found))))
        found = &meaning;
    return found;
  }

  /// A name in the language of the page.
  [[nodiscard]] bool native(const Meaning& meaning) const {
    const Language language = passage_.language();
    return language == Language::other || meaning.languages.has(language);
  }

  [[nodiscard]] bool state_by_capital(const Meaning& state, const Meaning& demonym) const {
    return tokens_[range_.first].initial_upper && (native(state) || !native(demonym));
  }

  [[nodiscard]] bool capitalised() const {
    for (auto token = range_.first; token < range_.last; ++token)
      if (tokens_[token].initial_upper) return true;
    return false;
  }

  [[nodiscard]] const Token* word_before() const {
    if (range_.first == 0) return nullptr;
    const Token& token = tokens_[range_.first - 1];
    return token.is_word() ? &token : nullptr;
  }

  [[nodiscard]] const Token* word_after() const {
    if (range_.last >= tokens_.size()) return nullptr;
    const Token& token = tokens_[range_.last];
    return token.is_word() ? &token : nullptr;
  }

  [[nodiscard]] bool office() const {
    const Token* before = word_before();
    return before != nullptr && any_of(offices, passage_.text(*before));
  }

  [[nodiscard]] bool french_city() const {
    if (passage_.language() != Language::french || !any_of(french_cities, text_)) return false;
    if (text_ == "Mexico") return true;
    const Token* before = word_before();
    return before != nullptr && (passage_.text(*before) == "à" || passage_.text(*before) == "À");
  }

  /// Every letter upper-case; marks do not matter.
  [[nodiscard]] bool all_capitals() const {
    for (auto token = range_.first; token < range_.last; ++token) {
      const auto length = tokens_[token].end - tokens_[token].start;
      if (!tokens_[token].all_upper && !(length == 1 && tokens_[token].initial_upper)) return false;
    }
    return true;
  }

  /// Both neighbours are longer words in capitals: capitals mean nothing here.
  [[nodiscard]] bool amid_capitals() const {
    const Token* before = word_before();
    const Token* after = word_after();
    const auto loud = [](const Token* token) {
      return token == nullptr || (token->all_upper && token->end - token->start > 3);
    };
    return (before != nullptr || after != nullptr) && loud(before) && loud(after);
  }

  /// An unknown capitalised word stands next to it: "Dominique Martin".
  [[nodiscard]] bool person() const {
    const auto stranger = [&](const Token* token) {
      return token != nullptr && token->initial_upper && !token->all_upper && token->word == 0 &&
             token->gap == Gap::space;
    };
    // A capital at the beginning of a sentence tells nothing.
    const bool inside = range_.first > 1 && tokens_[range_.first - 2].is_word();
    return stranger(word_after()) || (inside && stranger(word_before()));
  }

  /// The territory that shares the name with a state, or none.
  [[nodiscard]] const Meaning* territory() const {
    const auto found = std::find_if(meanings_.begin(), meanings_.end(), [&](const Meaning& one) {
      return one.what == What::state && states_[one.entity].territory();
    });
    return found == meanings_.end() ? nullptr : &*found;
  }

  [[nodiscard]] const Meaning* sovereign() const {
    const auto found = std::find_if(meanings_.begin(), meanings_.end(), [&](const Meaning& one) {
      return one.what == What::state && !states_[one.entity].territory();
    });
    return found == meanings_.end() ? nullptr : &*found;
  }

  [[nodiscard]] Reading read_state(const Meaning& state) const {
    const auto reading = [&](std::string_view rule, double score) {
      return Reading{Kind::state, state.entity, Reading::none, rule, score};
    };
    if (const auto* one = sovereign(), *other = territory(); one != nullptr && other != nullptr)
      return {Kind::state_in_list, one->entity, other->entity, "shared-name", 0.6};
    if (state.kind == NameKind::acronym) {
      if (!all_capitals() || (range_.last - range_.first == 1 && amid_capitals())) return {};
      return reading("state-acronym", 0.9);
    }
    if (any_of(personal, text_) && person()) return {};
    if (any_of(never_alone, text_)) return {};
    if (any_of(listed_only, text_))
      return {Kind::state_in_list, state.entity, Reading::none, "state-name-in-list", 0.7};
    if (!native(state)) return reading("state-name-other-language", 0.85);
    if (state.kind == NameKind::former) return reading("former-name", 0.9);
    return reading("state-name", 1);
  }

  const Passage& passage_;
  std::span<const Token> tokens_;
  Range range_;
  std::span<const Meaning> meanings_;
  std::span<const State> states_;
  std::string_view text_;
};

} // namespace

Reading read_name(const Passage& passage, Range range, std::span<const Meaning> meanings,
                  const Gazetteer& gazetteer) {
  return Reader(passage, range, meanings, gazetteer).read();
}

} // namespace tela::gazetteer
