#include "events/chair.h"

#include "events/chair_holder.h"

#include <algorithm>
#include <array>

namespace tela::events {

namespace {

/// How far, in tokens, the parts of a pattern may stand from each other.
constexpr std::uint32_t verb_reach = 10;
constexpr std::uint32_t object_reach = 20;
constexpr std::uint32_t close = 4;

class ChairFinder {
 public:
  ChairFinder(const Report& report, std::optional<std::uint16_t> process,
              std::optional<std::uint16_t> host, const Scope& scope, Judgements& judgements)
      : report_(report), passage_(report.passage()), tokens_(passage_.tokens()),
        cues_(report.cues()), process_(process), scope_(scope), judgements_(judgements),
        weigher_(report.weigher(Question::chair)), holders_(report, host) {}

  Chairs run() {
    for (const CueMark& mark : cues_.in(scope_)) read(mark);
    read_fields();
    return choose();
  }

 private:
  void read(const CueMark& mark) {
    switch (mark.cue) {
    case Cue::preside:
      by(mark) != nullptr ? passive(mark) : active(mark);
      break;
    case Cue::presided:
      passive(mark);
      break;
    case Cue::under:
      if (cues_.any(Cue::chair_noun, {mark.first, mark.last + close * 2}))
        claim(mark, holders_.after(mark.last, close * 2), Fact::presided);
      break;
    case Cue::chair_noun:
      noun(mark);
      break;
    case Cue::succeed:
      succeed(mark);
      break;
    case Cue::hold_chair:
      held_it(mark);
      break;
    case Cue::take_chair:
      if (chair_spoken_of(mark)) relate(holders_.before(mark.first), "next-chair");
      break;
    case Cue::took_chair:
      if (chair_spoken_of(mark)) relate(holders_.after(mark.last, close), "former-chair");
      break;
    default:
      break;
    }
  }

  [[nodiscard]] const CueMark* by(const CueMark& mark) const {
    const Range clause = report_.clause(mark.first);
    return cues_.first(Cue::by_agent, {mark.last, std::min(mark.last + close + 2, clause.last)});
  }

  /// "présidée par X"
  void passive(const CueMark& mark) {
    if (const auto* agent = by(mark))
      claim(mark, holders_.after(agent->last, verb_reach), Fact::presided);
  }

  /// "X préside", "que coprésident X et Y"
  void active(const CueMark& mark) {
    const bool inverted = mark.first > 0 && is_word(mark.first - 1, {"que", "qu"});
    claim(mark, inverted ? holders_.after(mark.last, close) : holders_.subject(mark.first),
          Fact::presides);
  }

  void noun(const CueMark& mark) {
    if (report_.field(mark) != nullptr) return; // its label says whose chair it is
    if (in_capacity(mark) || hand_over(mark) || taken(mark) || coming(mark) || held(mark) ||
        elected(mark))
      return;
    if (const Holder* holder = in_apposition(mark)) {
      claim(mark, holder, Fact::apposition);
    } else if (const Holder* thanked = praised(mark)) {
      claim(mark, thanked, Fact::presides);
    } else if (institution(mark)) {
      claim(mark, beside(mark), Fact::chair_of);
    }
  }

  /// "As the new Chair of the Process, Peru wants", "En su calidad de Presidencia, Chile recibirá"
  bool in_capacity(const CueMark& mark) {
    const Sentence& sentence = report_.sentence(mark.first);
    const auto* as = cues_.last(Cue::hold_chair, {sentence.first, mark.first + 1});
    if (as == nullptr || as->first > sentence.first + 1 || mark.first > as->last + 2) return false;
    auto comma = mark.last;
    while (comma < sentence.last && tokens_[comma].mark != ',') ++comma;
    if (comma - mark.last > verb_reach) return false;
    const Holder* holder = holders_.after(comma, 3);
    if (holder == nullptr) return false;
    claim(mark, holder, Fact::presides);
    return true;
  }

  /// The verb around the noun, the one before it first.
  [[nodiscard]] const CueMark* verb(Cue cue, const CueMark& noun, std::uint32_t behind) const {
    const Range clause = report_.clause(noun.first);
    const std::uint32_t from =
        noun.first > clause.first + verb_reach ? noun.first - verb_reach : clause.first;
    if (const auto* before = cues_.last(cue, {from, noun.first})) return before;
    return cues_.first(cue, {noun.last, std::min(noun.last + behind, clause.last)});
  }

  bool hand_over(const CueMark& mark) {
    const auto* hands = verb(Cue::hand_over, mark, close * 2);
    if (hands == nullptr) return false;
    const Holder* receiver = receiver_after(hands->last);
    if (receiver == nullptr) return false;
    const Holder* giver = holders_.before(std::min(hands->first, mark.first));
    if (still_to_come(*hands)) {
      relate(receiver, "next-chair");
      claim(mark, giver != nullptr ? giver : beside(mark), Fact::presides);
    } else {
      relate(giver, "former-chair");
      claim({{hands->first, hands->last}, mark.cue}, receiver, Fact::handover);
    }
    return true;
  }

  /// "is about to hand over"
  [[nodiscard]] bool still_to_come(const CueMark& verb) const {
    const auto reach = std::min(verb.first, close);
    return cues_.any(Cue::about_to, {verb.first - reach, verb.first});
  }

  /// The first holder with "to" before it, else the first that is not the giver.
  [[nodiscard]] const Holder* receiver_after(std::uint32_t token) const {
    const Holder* first = nullptr;
    for (const Holder& holder : holders_.all()) {
      if (holder.first < token) continue;
      if (holder.first - token > object_reach || holder.first >= report_.clause(token).last) break;
      const Range before{holder.first > 2 ? holder.first - 2 : 0, holder.first};
      if (has_word(before, {"à", "au", "aux", "to", "a", "al"})) return &holder;
      if (first == nullptr && !has_word(before, {"par", "by", "por", "from"})) first = &holder;
    }
    return first;
  }

  bool taken(const CueMark& mark) {
    const auto* takes = verb(Cue::took_chair, mark, 1);
    if (takes == nullptr || takes->first > mark.first || still_to_take(*takes)) return false;
    const Holder* holder = holders_.subject(takes->first);
    if (holder == nullptr) return false;
    claim(mark, holder, Fact::takes);
    return true;
  }

  /// "will take over": a part of words for what is to come.
  [[nodiscard]] bool still_to_take(const CueMark& verb) const {
    constexpr std::uint32_t before = 2;
    for (const CueMark& mark : cues_.in({verb.first - std::min(verb.first, before), verb.last}))
      if (mark.cue == Cue::take_chair && mark.last > verb.first) return true;
    return false;
  }

  bool coming(const CueMark& mark) {
    const auto* takes = verb(Cue::take_chair, mark, close * 2);
    if (takes == nullptr || (takes->first > mark.first && holds_before(mark))) return false;
    relate(holders_.before(std::min(takes->first, mark.first)), "next-chair");
    relate(holders_.after(std::max(takes->last, mark.last), close), "next-chair");
    return true;
  }

  /// "Peru, which holds the presidency, will hand it over": a verb of holding stands right before
  /// the noun.
  [[nodiscard]] bool holds_before(const CueMark& mark) const {
    const Range clause = report_.clause(mark.first);
    const auto from = mark.first > clause.first + close ? mark.first - close : clause.first;
    return cues_.any(Cue::hold_chair, {from, mark.first});
  }

  bool held(const CueMark& mark) {
    const auto* holds = verb(Cue::hold_chair, mark, close);
    if (holds == nullptr) return false;
    const Holder* holder = holders_.subject(std::min(holds->first, mark.first));
    if (holder == nullptr) holder = holders_.after(std::max(holds->last, mark.last), close);
    if (holder == nullptr) return false;
    claim(mark, holder, Fact::presides);
    return true;
  }

  bool elected(const CueMark& mark) {
    const auto* elects = verb(Cue::elected, mark, 1);
    if (elects == nullptr || elects->first > mark.first) return false;
    claim(mark, holders_.subject(elects->first), Fact::presides);
    return true;
  }

  /// "La Belgique tenait cette présidence ; le Mali l'assurait jusqu'alors": of an office that was
  /// spoken of, without its name.
  void held_it(const CueMark& mark) {
    const bool pronoun = mark.first > 0 && is_word(mark.first - 1, {"l", "la", "lo", "it"});
    if (pronoun && chair_spoken_of(mark)) relate(holders_.before(mark.first), "former-chair");
  }

  /// "congratulated Peru on its chairmanship", "felicita a Chile por el ejercicio de la
  /// presidencia"
  [[nodiscard]] const Holder* praised(const CueMark& mark) const {
    const Holder* holder = holders_.before(mark.first);
    if (holder == nullptr || mark.first - holder->last > close * 2) return nullptr;
    const Range before{report_.clause(mark.first).first, holder->first};
    const auto* thanks = cues_.last(Cue::thank, before);
    return thanks != nullptr && holder->first - thanks->last <= close ? holder : nullptr;
  }

  /// "Current Chair: Angola (2024)", "Algeria (Chair)"
  void read_fields() {
    for (const Holder& holder : holders_.all()) {
      if (!scope_.contains(holder)) continue;
      const Field* field = report_.field(holder);
      if (field != nullptr && field->kind == FieldKind::other_chairs)
        relate(&holder, "former-chair");
      if (field != nullptr && field->kind == FieldKind::chair)
        claim({{field->first, field->first}, Cue::label_chair}, &holder, Fact::own_field);
      const auto behind = holder.last + 1;
      if (behind < tokens_.size() && tokens_[holder.last].mark == '(' &&
          cues_.any(Cue::chair_noun, {behind, behind + 2}))
        claim({{behind, behind}, Cue::chair_noun}, &holder, Fact::own_field);
    }
  }

  /// "Malawi, chair of the dialogue"
  [[nodiscard]] const Holder* in_apposition(const CueMark& mark) const {
    const Holder* holder = holders_.before(mark.first);
    if (holder == nullptr || mark.first - holder->last > close + 1 ||
        tokens_[holder->last].mark != ',')
      return nullptr;
    return holder;
  }

  /// The office, not the person: a person's country is not what chairs.
  [[nodiscard]] bool institution(const CueMark& mark) const {
    return cues_.any(Cue::chair_office, {mark.first, mark.first + 1});
  }

  /// "Presidencia Pro Témpore de México", "la présidence chilienne"
  [[nodiscard]] const Holder* beside(const CueMark& mark) const {
    const Holder* after = holders_.after(mark.last, 3);
    const bool adjective =
        after != nullptr && after->adjective &&
        !cues_.any(Cue::conjunction, {mark.last, after->first}); // "EU Presidency and the Croatian"
    if (after != nullptr && (adjective || preposition_before(after->first))) return after;
    const Holder* before = holders_.before(mark.first);
    if (before == nullptr || mark.first - before->last > 1) return nullptr;
    if (before->last < mark.first && tokens_[before->last].all_upper) return nullptr; // "EU"
    return before->adjective || is_word(before->last, {"s"}) ? before : nullptr;
  }

  [[nodiscard]] bool preposition_before(std::uint32_t token) const {
    return has_word({token > 2 ? token - 2 : 0, token}, {"de", "du", "d", "del", "of", "des"});
  }

  void succeed(const CueMark& mark) {
    if (!chair_spoken_of(mark)) return;
    claim(mark, holders_.subject(mark.first), Fact::succeeds);
    relate(holders_.after(mark.last, close + 2), "former-chair");
  }

  /// The sentence, or the one before, is about presiding.
  [[nodiscard]] bool chair_spoken_of(const CueMark& mark) const {
    const auto sentence = passage_.sentence_of(mark.first);
    for (auto number = sentence > 0 ? sentence - 1 : 0; number <= sentence; ++number)
      for (const CueMark& other : cues_.in(passage_.sentences()[number]))
        if (other.cue == Cue::chair_noun || other.cue == Cue::preside ||
            other.cue == Cue::presided || other.cue == Cue::under)
          return true;
    return false;
  }

  void claim(const CueMark& mark, const Holder* holder, Fact pattern) {
    if (holder == nullptr || !scope_.contains(*holder)) return;
    const Range near{std::min(mark.first, holder->first),
                     std::max(mark.last, holder->last) + close + 2};
    const bool former = pattern != Fact::own_field && cues_.any(Cue::earlier, near);
    Facts facts{pattern};
    facts.add_if(holder->adjective, Fact::adjective);
    facts.add_if(other_body(mark, *holder), Fact::other_body);
    facts.add_if(of_committee(mark), Fact::committee);
    if (said_of_several(mark))
      facts.add(holders_.partners(*holder).empty() ? Fact::unshared : Fact::jointly);
    facts.add_if(former, Fact::former);
    report_.add_processes(facts, report_.sentence(holder->first), process_);
    const Verdict verdict = weigher_.weigh(*holder, report_.around(*holder), facts);
    judgements_.push_back({Question::chair, *holder, holder->state, 0, verdict, {}});
    if (former) relate(holder, "former-chair");
    if (!verdict.likely()) return;
    claims_.push_back({mark.first, *holder, verdict});
    for (const Holder& partner : holders_.partners(*holder))
      claims_.push_back({mark.first, partner, verdict});
  }

  /// "chaired the working group", "working groups were chaired by"
  [[nodiscard]] bool of_committee(const CueMark& mark) const {
    const auto clause = report_.clause(mark.first);
    const auto from = std::max(clause.first, mark.first > close ? mark.first - close : 0);
    return cues_.any(Cue::committee, {mark.last, mark.last + close + 2}) ||
           cues_.any(Cue::committee, {from, mark.first});
  }

  /// "co-chairs"
  [[nodiscard]] bool said_of_several(const CueMark& mark) const {
    return cues_.any(Cue::jointly, {mark.first > 0 ? mark.first - 1 : 0, mark.last});
  }

  /// The chair of something else: of another process, of the Union, of an unknown process.
  [[nodiscard]] bool other_body(const CueMark& mark, const Holder& holder) const {
    const auto noun = noun_of(mark);
    const auto end = noun.last + close * 2;
    if (acronym_between({holder.last, noun.first})) return true;
    for (const BodyName& name : report_.names().bodies) {
      const bool between = name.first >= holder.last && name.last <= noun.first;
      if ((!between && name.first < noun.last) || name.first >= end ||
          !report_.sentence(mark.first).contains(name))
        continue;
      if (between && !report_.body(name).process()) return true;
      if (process_ && name.body == *process_) return false;
      if (report_.body(name).process()) return true;
      if (!between && name.first - noun.last <= close + 2 && !parent(name.body)) return true;
    }
    return false;
  }

  /// "the Romanian EU Presidency": an acronym that is not the process's.
  [[nodiscard]] bool acronym_between(Range range) const {
    for (auto token = range.first; token < range.last; ++token) {
      const auto& bodies = report_.names().bodies;
      const bool own = std::any_of(bodies.begin(), bodies.end(), [&](const BodyName& name) {
        return name.contains(token) && (!process_ || name.body == *process_);
      });
      if (tokens_[token].all_upper && tokens_[token].end - tokens_[token].start > 1 && !own)
        return true;
    }
    return false;
  }

  /// "Under the Czech Presidency": the noun that belongs to the cue, or the cue itself.
  [[nodiscard]] Range noun_of(const CueMark& mark) const {
    if (mark.cue != Cue::under) return mark;
    const auto* noun = cues_.first(Cue::chair_noun, {mark.first, mark.last + close * 2});
    return noun != nullptr ? static_cast<const Range&>(*noun) : mark;
  }

  [[nodiscard]] bool parent(std::uint16_t body) const {
    const auto bodies = report_.gazetteer().bodies();
    return process_ && bodies[*process_].parent == bodies[body].id;
  }

  void relate(const Holder* holder, std::string_view rule) {
    if (holder == nullptr) return;
    if (!scope_.contains(*holder)) return;
    related_.push_back({{holder->first, holder->last}, holder->state, rule, 0, holder->adjective});
    for (const Holder& partner : holders_.partners(*holder))
      related_.push_back({{partner.first, partner.last}, partner.state, rule, 0, false});
  }

  [[nodiscard]] bool is_word(std::uint32_t token,
                             std::initializer_list<std::string_view> words) const {
    return token < tokens_.size() &&
           std::find(words.begin(), words.end(), passage_.text(tokens_[token])) != words.end();
  }

  [[nodiscard]] bool has_word(Range range, std::initializer_list<std::string_view> words) const {
    for (auto token = range.first; token < range.last; ++token)
      if (is_word(token, words)) return true;
    return false;
  }

  struct Claim {
    std::uint32_t mark = 0;
    Holder holder;
    Verdict verdict;
  };

  /// Whoever hands the chair over, or is succeeded, has presided until then.
  [[nodiscard]] bool succeeded(const Claim& claim) const {
    return std::any_of(related_.begin(), related_.end(), [&](const ChairClaim& related) {
      return related.state == claim.holder.state && related.rule == "former-chair";
    });
  }

  void withdraw_succeeded() {
    const bool another = std::any_of(claims_.begin(), claims_.end(),
                                     [&](const Claim& claim) { return !succeeded(claim); });
    if (another) std::erase_if(claims_, [&](const Claim& claim) { return succeeded(claim); });
  }

  /// The strongest claim, with its partners; the others are related.
  Chairs choose() {
    withdraw_succeeded();
    Chairs result;
    const auto best =
        std::max_element(claims_.begin(), claims_.end(), [](const Claim& left, const Claim& right) {
          return left.verdict.odds < right.verdict.odds;
        });
    for (const Claim& claim : claims_) {
      const ChairClaim chair{{claim.holder.first, claim.holder.last},
                             claim.holder.state,
                             claim.verdict.rule,
                             claim.verdict.probability(),
                             claim.holder.adjective};
      const bool chosen = claim.mark == best->mark && claim.verdict.rule == best->verdict.rule;
      (chosen ? result.chairs : result.related).push_back(chair);
    }
    std::sort(
        result.chairs.begin(), result.chairs.end(),
        [](const ChairClaim& left, const ChairClaim& right) { return left.first < right.first; });
    result.related.insert(result.related.end(), related_.begin(), related_.end());
    return result;
  }

  const Report& report_;
  const Passage& passage_;
  std::span<const Token> tokens_;
  const CueIndex& cues_;
  std::optional<std::uint16_t> process_;
  const Scope& scope_;
  Judgements& judgements_;
  Weigher weigher_;
  Holders holders_;
  std::vector<Claim> claims_;
  std::vector<ChairClaim> related_;
};

} // namespace

Chairs find_chairs(const Report& report, std::optional<std::uint16_t> process,
                   std::optional<std::uint16_t> host, const Scope& scope, Judgements& judgements) {
  return ChairFinder(report, process, host, scope, judgements).run();
}

} // namespace tela::events
