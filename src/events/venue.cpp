#include "events/venue.h"

#include <algorithm>
#include <array>

namespace tela::events {

namespace {

constexpr double least_score = 1.5;
constexpr double dateline_score = 2;

/// Words before the name of a city that make it something else than the place of a meeting.
constexpr std::array<std::string_view, 22> not_before = {
    "bureau",      "office",      "oficina",     "déclaration", "declaration", "declaración",
    "Déclaration", "Declaration", "Declaración", "accord",      "accords",     "acuerdo",
    "université",  "University",  "Universidad", "convention",  "Convention",  "protocole",
    "Protocole",   "groupe",      "Plan",        "aéroport"};

class VenueFinder {
 public:
  VenueFinder(const Report& report, const VenueHints& hints)
      : report_(report), passage_(report.passage()), tokens_(passage_.tokens()), hints_(hints) {}

  std::optional<Venue> run() {
    weigh_cities();
    weigh_unknown_places();
    weigh_territories();
    if (!best_ || best_->score < dateline_score) weigh_dateline();
    if (!best_) weigh_states();
    complete_name();
    return best_;
  }

 private:
  void keep(Venue venue) {
    if (venue.score >= least_score && (!best_ || venue.score > best_->score))
      best_ = std::move(venue);
  }

  void weigh_cities() {
    for (const HintName& city : report_.names().cities) {
      Venue venue;
      venue.place_range = proper_name(city);
      venue.place =
          spelling(std::string(passage_.text(venue.place_range)), city.meanings.front().entity);
      venue.rule = "city";
      const StateName* behind = state_behind(city.last);
      const StateName* chosen =
          behind != nullptr && fits(city, behind->state) ? behind : named(city);
      venue.state = chosen != nullptr ? chosen->state : city.meanings.front().entity;
      if (chosen != nullptr) venue.state_range = *chosen;
      venue.score = score(city) + (chosen != nullptr && chosen == behind ? 0.5 : 0) +
                    (opens_page(city) ? dateline_score : 0);
      keep(std::move(venue));
    }
  }

  /// "Ciudad de Panamá. La XXIII Conferencia …": a dateline with a full stop.
  [[nodiscard]] bool opens_page(Range city) const {
    constexpr std::uint32_t longest_dateline = 8;
    const auto number = passage_.sentence_of(city.first);
    const Sentence& sentence = passage_.sentences()[number];
    return !sentence.title && report_.rank(number) == 0 && city.first == sentence.first &&
           sentence.last - sentence.first <= longest_dateline;
  }

  /// "ville de Panama" is the city Panama; "Ciudad de Panamá" is called so.
  [[nodiscard]] Range proper_name(Range city) const {
    const auto first = passage_.text(tokens_[city.first]);
    const bool common_noun = first == "ville" || first == "ciudad" || first == "city";
    return common_noun && city.last - city.first > 2 ? Range{city.first + 2, city.last} : city;
  }

  static bool fits(const HintName& city, std::uint16_t state) {
    return std::any_of(city.meanings.begin(), city.meanings.end(),
                       [&](const Meaning& meaning) { return meaning.entity == state; });
  }

  /// A state of the page that the city can be in.
  [[nodiscard]] const StateName* named(const HintName& city) const {
    for (const StateName& name : report_.names().states)
      if (fits(city, name.state)) return &name;
    return nullptr;
  }

  /// The state right behind a place: ", au Honduras", " (Zambia)", ", in Indonesia", "Puebla
  /// Mexico".
  [[nodiscard]] const StateName* state_behind(std::uint32_t token) const {
    constexpr std::uint32_t reach = 4;
    for (const StateName& name : report_.names().states) {
      if (name.first < token || name.first - token > reach) continue;
      const bool joined = std::all_of(
          tokens_.begin() + token, tokens_.begin() + name.first, [&](const Token& between) {
            return between.mark == ',' || between.mark == '(' || small_word(between);
          });
      if (joined) return &name;
    }
    return nullptr;
  }

  [[nodiscard]] bool small_word(const Token& token) const {
    return token.is_word() && !token.initial_upper && token.end - token.start <= 4;
  }

  /// "Nyanga, au Zimbabwe": capitalised words the gazetteer does not know, then a state.
  void weigh_unknown_places() {
    for (const StateName& state : report_.names().states) {
      const auto place = capitalised_before(state.first);
      if (place.last == place.first) continue;
      Venue venue;
      venue.place_range = place;
      venue.place = passage_.text(place);
      venue.state = state.state;
      venue.state_range = state;
      venue.rule = "place-before-state";
      venue.score = score(place) + 0.5;
      keep(std::move(venue));
    }
  }

  /// The capitalised words before ", au " + state, with a preposition before them.
  [[nodiscard]] Range capitalised_before(std::uint32_t state) const {
    std::uint32_t last = state;
    while (last > 0 && small_word(tokens_[last - 1])) --last;
    if (last == 0 || (tokens_[last - 1].mark != ',' && tokens_[last - 1].mark != '(')) return {};
    --last;
    std::uint32_t first = last;
    while (first > 0 && part_of_place(first - 1)) --first;
    while (first < last && !tokens_[first].initial_upper) ++first;
    if (first == last || first == 0 || known(first, last)) return {};
    return report_.cues().any(Cue::place, {first - 1, first}) ? Range{first, last} : Range{};
  }

  [[nodiscard]] bool part_of_place(std::uint32_t token) const {
    const Token& word = tokens_[token];
    return word.is_word() && (word.initial_upper ||
                              (small_word(word) && token > 0 && tokens_[token - 1].initial_upper));
  }

  [[nodiscard]] bool known(std::uint32_t first, std::uint32_t last) const {
    const Range range{first, last};
    const auto inside = [&](const Range& name) {
      return name.first < range.last && range.first < name.last;
    };
    const auto& names = report_.names();
    return std::any_of(names.states.begin(), names.states.end(), inside) ||
           std::any_of(names.cities.begin(), names.cities.end(), inside) ||
           std::any_of(names.bodies.begin(), names.bodies.end(), inside);
  }

  /// A territory where a meeting is held is both place and country.
  void weigh_territories() {
    for (const StateName& name : report_.names().states) {
      if (!report_.gazetteer().states()[name.state].territory() || !in_place(name)) continue;
      keep({std::string(passage_.text(name)), name, name.state, name, "territory", score(name)});
    }
  }

  struct DatelineCity {
    std::string name;
    std::uint16_t state = 0;
  };

  /// The city the dateline begins with.
  [[nodiscard]] std::optional<DatelineCity> dateline_city() const {
    const auto& dateline = report_.article().dateline.value;
    const auto& lexicon = report_.gazetteer().lexicon();
    const auto words = tokenise(dateline, lexicon.words());
    if (words.empty()) return {};
    const auto hit = lexicon.longest_name(words, 0);
    for (const Meaning& meaning : hit.meanings) {
      if (meaning.what != Meaning::What::city) continue;
      const auto start = words.front().start, end = words[hit.length - 1].end;
      return DatelineCity{spelling(dateline.substr(start, end - start), meaning.entity),
                          meaning.entity};
    }
    return {};
  }

  /// "BRAZZAVILLE" as the gazetteer writes it; other text as it is.
  [[nodiscard]] std::string spelling(std::string name, std::uint16_t state) const {
    const bool capitals = std::none_of(name.begin(), name.end(),
                                       [](char byte) { return byte >= 'a' && byte <= 'z'; });
    if (!capitals) return name;
    const auto folded = gazetteer::folded_words(name);
    for (const Name& known : report_.gazetteer().states()[state].names)
      if (known.kind == NameKind::city && gazetteer::folded_words(known.text) == folded)
        return known.text;
    return name;
  }

  void weigh_dateline() {
    if (online()) return;
    if (auto city = dateline_city())
      keep({std::move(city->name), {}, city->state, {}, "dateline-city", dateline_score});
  }

  /// The dateline has the name in full where the text says "au Caire".
  void complete_name() {
    const auto city = dateline_city();
    if (!best_ || best_->place.empty() || !city || city->state != best_->state) return;
    const auto whole = gazetteer::folded_words(city->name),
               part = gazetteer::folded_words(best_->place);
    if (part.size() < whole.size() && std::equal(part.rbegin(), part.rend(), whole.rbegin()))
      best_->place = city->name;
  }

  [[nodiscard]] bool online() const {
    return std::any_of(
        passage_.sentences().begin(), passage_.sentences().end(),
        [&](const Sentence& sentence) { return report_.cues().any(Cue::online, sentence); });
  }

  void weigh_states() {
    for (const StateName& name : report_.names().states) {
      const bool host = in_place(name) || receives(name);
      if (host) keep({city_state(name), {}, name.state, name, "host-state", score(name)});
    }
  }

  /// Djibouti, Singapore: the name of the state is that of its capital too.
  [[nodiscard]] std::string city_state(const StateName& name) const {
    const State& state = report_.gazetteer().states()[name.state];
    const bool same = in_place(name) && state.capital == label(state.names, "en");
    return same ? std::string(passage_.text(name)) : std::string();
  }

  [[nodiscard]] bool in_place(Range name) const {
    const Range before{name.first > 2 ? name.first - 2 : 0, name.first};
    return report_.cues().any(Cue::place, before);
  }

  /// "Le gouvernement du Swaziland recevait", "Ghana hosts": a word for holding right behind.
  [[nodiscard]] bool receives(Range name) const {
    const Sentence& sentence = report_.sentence(name.first);
    return report_.cues().any(Cue::held, {name.last, std::min(name.last + 3, sentence.last)});
  }

  [[nodiscard]] double score(Range name) const {
    const Sentence& sentence = report_.sentence(name.first);
    const auto rank = report_.rank(passage_.sentence_of(name.first));
    double score = sentence.title ? 1.5 : rank < 2 ? 1 : 0;
    if (near(Cue::held, name, 15, 15)) score += 3;
    if (near(Cue::to_be_held, name, 15, 15)) score += announced(sentence, rank) ? 3 : -3;
    if (of_other_edition(name, sentence)) score -= 3;
    if (near(Cue::meeting_noun, name, 10, 10)) score += 1;
    if (meeting_of(name)) score += 2;
    for (const Cue cue : {Cue::founding, Cue::earlier, Cue::later, Cue::other_meeting})
      if (near(cue, name, 15, 6)) return score - 4;
    if (explained_away(name)) score -= 4;
    return score + process_score(sentence);
  }

  /// What will be held is the meeting reported, unless far down the page or beside what was held.
  [[nodiscard]] bool announced(const Sentence& sentence, std::size_t rank) const {
    return sentence.title || (rank < 3 && !report_.cues().any(Cue::held, sentence));
  }

  /// The nearest edition named before it in the sentence is another one: "la XII Conferencia en …".
  [[nodiscard]] bool of_other_edition(Range name, const Sentence& sentence) const {
    const EditionClaim* nearest = nullptr;
    for (const EditionClaim& claim : hints_.claims)
      if (sentence.contains(claim) && claim.last <= name.first) nearest = &claim;
    return nearest != nullptr && hints_.edition && nearest->value != *hints_.edition;
  }

  /// Such a cue of the same sentence ends at most `before` tokens before the name, or begins at
  /// most `behind` tokens behind it.
  [[nodiscard]] bool near(Cue cue, Range name, std::uint32_t before, std::uint32_t behind) const {
    const Sentence& sentence = report_.sentence(name.first);
    const auto marks = report_.cues().in(sentence);
    return std::any_of(marks.begin(), marks.end(), [&](const CueMark& mark) {
      return mark.cue == cue && ((mark.last <= name.first && name.first - mark.last <= before) ||
                                 (mark.first >= name.last && mark.first - name.last <= behind));
    });
  }

  /// "la rencontre de Windhoek", "the Accra meeting"
  [[nodiscard]] bool meeting_of(Range name) const { return near(Cue::meeting_noun, name, 1, 0); }

  /// The meeting's own process in the sentence speaks for the place, another one against it.
  [[nodiscard]] double process_score(Range sentence) const {
    double score = 0;
    for (const BodyName& name : report_.names().bodies) {
      if (!sentence.contains(name) || !report_.body(name).process()) continue;
      if (!hints_.process || name.body == *hints_.process) return 0.5;
      score = -3;
    }
    return score;
  }

  /// "le bureau de Buenos Aires", "l'accord de Paris".
  [[nodiscard]] bool explained_away(Range name) const {
    for (std::uint32_t back = 1; back <= 3 && back <= name.first; ++back)
      if (std::find(not_before.begin(), not_before.end(),
                    passage_.text(tokens_[name.first - back])) != not_before.end())
        return true;
    return false;
  }

  const Report& report_;
  const Passage& passage_;
  std::span<const Token> tokens_;
  const VenueHints& hints_;
  std::optional<Venue> best_;
};

} // namespace

std::optional<Venue> find_venue(const Report& report, const VenueHints& hints) {
  return VenueFinder(report, hints).run();
}

} // namespace tela::events
