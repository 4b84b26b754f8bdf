#include "events/venue.h"

#include <algorithm>

namespace tela::events {

namespace {

constexpr std::uint32_t longest_dateline = 8; // tokens

class VenueFinder {
 public:
  VenueFinder(const Report& report, const VenueHints& hints, Judgements& judgements)
      : report_(report), passage_(report.passage()), tokens_(passage_.tokens()), hints_(hints),
        judgements_(judgements), weigher_(report.weigher(Question::place)) {}

  std::optional<Venue> run() {
    dateline_ = dateline_city();
    weigh_cities();
    weigh_unknown_places();
    weigh_territories();
    weigh_dateline();
    if (!best_) weigh_states();
    complete_name();
    return best_;
  }

 private:
  /// Judges a candidate by its surroundings and `facts`, and keeps it if it is the best so far.
  void consider(Range candidate, Venue venue, Facts facts) {
    venue.verdict = verdict(candidate, facts);
    judgements_.push_back(
        {Question::place, candidate, venue.state.value_or(0), 0, venue.verdict, {}});
    if (venue.verdict.likely() && (!best_ || venue.verdict.odds > best_->verdict.odds))
      best_ = std::move(venue);
  }

  void weigh_cities() {
    for (const HintName& named_city : report_.names().cities) {
      if (!hints_.scope.contains(named_city)) continue;
      const HintName city = without_common_noun(named_city);
      Venue venue;
      venue.place_range = proper_name(city);
      venue.place = spelling(written(venue.place_range), city.meanings.front().entity);
      venue.rule = "city";
      const StateName* behind = state_behind(city.last);
      const StateName* chosen =
          behind != nullptr && fits(city, behind->state) ? behind : named(city);
      venue.state = chosen != nullptr ? chosen->state : city.meanings.front().entity;
      if (chosen != nullptr) venue.state_range = *chosen;
      Facts facts;
      facts.add_if(chosen != nullptr && chosen == behind, Fact::state_behind);
      facts.add_if(opens_page(city), Fact::opens_page);
      facts.add_if(in_dateline(city), Fact::dateline);
      add_repetition(facts, city);
      consider(city, std::move(venue), facts);
    }
  }

  /// "la ciudad de La Paz" is no Ciudad de la Paz.
  [[nodiscard]] HintName without_common_noun(const HintName& city) const {
    if (tokens_[city.first].initial_upper || city.last - city.first < 3) return city;
    for (auto token = city.first + 1; token < city.last; ++token) {
      if (!tokens_[token].initial_upper) continue;
      const auto hit = report_.gazetteer().lexicon().longest_name(tokens_, token);
      if (hit.length == 0 || token + hit.length != city.last) return city;
      return {{token, city.last}, hit.meanings};
    }
    return city;
  }

  [[nodiscard]] bool in_dateline(const HintName& city) const {
    const auto& dateline = dateline_;
    return dateline && fits(city, dateline->state) &&
           gazetteer::folded_words(dateline->name).back() ==
               gazetteer::folded_words(passage_.text(city)).back();
  }

  /// Whether the page names the city again, and whether it names another.
  void add_repetition(Facts& facts, const HintName& city) const {
    bool again = false, other = false;
    for (const HintName& name : report_.names().cities) {
      if (name.first == city.first) continue;
      const bool same = name.meanings.front().entity == city.meanings.front().entity;
      (same ? again : other) = true;
    }
    facts.add_if(again, Fact::repeated);
    facts.add_if(!other, Fact::only_one);
  }

  /// "Ciudad de Panamá. La XXIII Conferencia …": a dateline with a full stop.
  [[nodiscard]] bool opens_page(Range city) const {
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

  /// "Washington, D.C.": the full stop of an abbreviation belongs to it.
  [[nodiscard]] std::string written(Range name) const {
    std::string text(passage_.text(name));
    const Token& last = tokens_[name.last - 1];
    const auto word = passage_.text(last);
    const bool dotted = word.size() == 1 || word.find('.') != std::string_view::npos;
    const auto whole = passage_.whole_text();
    if (dotted && last.end < whole.size() && whole[last.end] == '.') text += '.';
    return text;
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
      if (place.last == place.first || !hints_.scope.contains(place)) continue;
      Venue venue;
      venue.place_range = place;
      venue.place = passage_.text(place);
      venue.state = state.state;
      venue.state_range = state;
      venue.rule = "place-before-state";
      consider(place, std::move(venue), {Fact::state_behind});
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
    const Field* field = report_.field({first, last});
    const bool placed = report_.cues().any(Cue::place, {first - 1, first}) ||
                        (field != nullptr && field->kind == FieldKind::place);
    return placed ? Range{first, last} : Range{};
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
      if (!report_.gazetteer().states()[name.state].territory() || !in_place(name) ||
          !hints_.scope.contains(name))
        continue;
      consider(name, {std::string(passage_.text(name)), name, name.state, name, "territory", {}},
               {});
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
    const auto& city = dateline_;
    if (!city) return;
    Venue venue{city->name, {}, city->state, {}, "dateline-city", {}};
    Facts facts{Fact::dateline};
    facts.add_if(report_.names().cities.empty(), Fact::only_one);
    facts.add_if(opens_with_meeting(), Fact::at_meeting);
    venue.verdict = weigher_.weigh({}, {}, facts);
    judgements_.push_back({Question::place, {}, city->state, 0, venue.verdict, {}});
    if (venue.verdict.likely() && (!best_ || venue.verdict.odds > best_->verdict.odds))
      best_ = std::move(venue);
  }

  /// One of the first sentences behind the dateline tells of a meeting.
  [[nodiscard]] bool opens_with_meeting() const {
    const auto sentences = passage_.sentences();
    return std::any_of(sentences.begin(), sentences.end(), [&](const Sentence& sentence) {
      const auto rank = report_.rank(passage_.sentence_of(sentence.first));
      return !sentence.title && rank < 2 && passage_.in_report(sentence.first) &&
             report_.tells_of_meeting(sentence);
    });
  }

  /// The dateline has the name in full where the text says "au Caire".
  void complete_name() {
    const auto& city = dateline_;
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
      const bool host = in_place(name) || receives(name) || seated(name);
      if (host && hints_.scope.contains(name))
        consider(name, {city_state(name), {}, name.state, name, "host-state", {}}, {});
    }
    for (const HintName& name : report_.names().demonyms)
      if (hints_.scope.contains(name) && (seated(name) || seat_behind(name)))
        consider(name, {{}, {}, name.meanings.front().entity, name, "host-adjective", {}}, {});
  }

  /// "the Ecuadorian capital"
  [[nodiscard]] bool seat_behind(Range name) const {
    return report_.cues().any(Cue::seat, {name.last, name.last + 1});
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

  /// "Le gouvernement du Swaziland recevait", "Ghana hosts": a word for holding right behind, and
  /// none for attending: who takes part is no host.
  [[nodiscard]] bool receives(Range name) const {
    const Sentence& sentence = report_.sentence(name.first);
    const Range behind{name.last, std::min(name.last + 3, sentence.last)};
    return report_.cues().any(Cue::held, behind) && !report_.cues().any(Cue::partake, behind);
  }

  /// "en la Cancillería de Colombia", "in the capital of Ghana"
  [[nodiscard]] bool seated(Range name) const {
    constexpr std::uint32_t reach = 2;
    const auto* seat =
        report_.cues().last(Cue::seat, {report_.sentence(name.first).first, name.first});
    return seat != nullptr && name.first - std::min(seat->last, name.first) <= reach;
  }

  [[nodiscard]] Verdict verdict(Range name, Facts facts) const {
    const Sentence& sentence = report_.sentence(name.first);
    report_.add_position(facts, name.first);
    report_.add_field(facts, name, FieldKind::place);
    report_.add_processes(facts, sentence, hints_.process);
    if (near(Cue::to_be_held, name, 15, 15)) {
      const auto rank = report_.rank(passage_.sentence_of(name.first));
      facts.add(announced(sentence, rank) ? Fact::announced : Fact::mentioned);
    }
    facts.add_if(of_other_edition(name, sentence), Fact::other_edition);
    facts.add_if(meeting_of(name), Fact::meeting_of);
    facts.add_if(explained_away(name), Fact::office_before);
    facts.add_if(in_longer_name(name), Fact::in_name);
    facts.add_if(report_.tells_of_other_meeting(sentence, hints_.process), Fact::other_body);
    return weigher_.weigh(name, report_.around(name), facts);
  }

  /// What will be held is the meeting reported, unless far down the page or beside what was held.
  [[nodiscard]] bool announced(const Sentence& sentence, std::size_t rank) const {
    return sentence.title || (rank < 3 && !report_.cues().any(Cue::held, sentence));
  }

  [[nodiscard]] bool of_other_edition(Range name, const Sentence& sentence) const {
    return counts_other_edition(hints_, sentence, name);
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

  /// "le bureau de Buenos Aires", "l'accord de Paris".
  [[nodiscard]] bool explained_away(Range name) const {
    constexpr std::uint32_t reach = 3;
    const Range before{name.first > reach ? name.first - reach : 0, name.first};
    return report_.cues().any(Cue::name_head, before);
  }

  /// "Los Angeles Declaration", "Abidjan-Lagos": what is named after the city stands behind it, or
  /// a hyphen ties it to another name.
  [[nodiscard]] bool in_longer_name(Range name) const {
    constexpr std::uint32_t reach = 3;
    const Range behind{name.last, std::min(name.last + reach, report_.sentence(name.first).last)};
    const auto* head = report_.cues().first(Cue::name_head, behind);
    const bool named_after =
        head != nullptr && std::all_of(tokens_.begin() + name.last, tokens_.begin() + head->last,
                                       [](const Token& token) { return token.initial_upper; });
    return named_after || tied(name.first) || (name.last < tokens_.size() && tied(name.last)) ||
           given_name(name);
  }

  /// "Adama Barro", "Sofia Petrova": a word in capitals that nobody knows stands behind it.
  [[nodiscard]] bool given_name(Range name) const {
    if (name.last >= tokens_.size()) return false;
    const Token& next = tokens_[name.last];
    return next.is_word() && next.initial_upper && !next.all_upper && next.word == 0 &&
           next.gap == gazetteer::Gap::space;
  }

  /// A hyphen joins the token to the capitalised one before it.
  [[nodiscard]] bool tied(std::uint32_t token) const {
    return token > 0 && tokens_[token].gap == gazetteer::Gap::hyphen &&
           tokens_[token].initial_upper && tokens_[token - 1].initial_upper;
  }

  const Report& report_;
  const Passage& passage_;
  std::span<const Token> tokens_;
  const VenueHints& hints_;
  Judgements& judgements_;
  Weigher weigher_;
  std::optional<DatelineCity> dateline_;
  std::optional<Venue> best_;
};

} // namespace

bool counts_other_edition(const VenueHints& hints, Range sentence, Range candidate) {
  const EditionClaim* nearest = nullptr;
  for (const EditionClaim& claim : hints.claims)
    if (sentence.contains(claim) && claim.last <= candidate.first) nearest = &claim;
  return nearest != nullptr && hints.edition && nearest->value != *hints.edition;
}

std::optional<Venue> find_venue(const Report& report, const VenueHints& hints,
                                Judgements& judgements) {
  return VenueFinder(report, hints, judgements).run();
}

} // namespace tela::events
