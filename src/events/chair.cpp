#include "events/chair.h"

#include <algorithm>
#include <array>

namespace tela::events {

namespace {

/// How far, in tokens, the parts of a pattern may stand from each other.
constexpr std::uint32_t verb_reach = 10;
constexpr std::uint32_t subject_reach = 30;
constexpr std::uint32_t object_reach = 20;
constexpr std::uint32_t close = 4;

/// A state, or an adjective of one, that can hold a chair.
struct Holder : Range {
  std::uint16_t state = 0;
  bool adjective = false;
};

class ChairFinder {
 public:
  ChairFinder(const Report& report, std::optional<std::uint16_t> process)
      : report_(report), passage_(report.passage()), tokens_(passage_.tokens()),
        cues_(report.cues()), process_(process) {
    collect_holders();
  }

  Chairs run() {
    for (const Sentence& sentence : passage_.sentences())
      for (const CueMark& mark : cues_.in(sentence)) read(mark);
    return choose();
  }

 private:
  void collect_holders() {
    for (const StateName& name : report_.names().states)
      holders_.push_back({{name.first, name.last}, name.state, false});
    for (const HintName& name : report_.names().demonyms)
      holders_.push_back({{name.first, name.last}, bearer(name), true});
    std::sort(holders_.begin(), holders_.end(),
              [](const Holder& left, const Holder& right) { return left.first < right.first; });
  }

  /// The state an adjective belongs to: one that the page names, else the first.
  [[nodiscard]] std::uint16_t bearer(const HintName& adjective) const {
    for (const Meaning& meaning : adjective.meanings)
      for (const StateName& name : report_.names().states)
        if (meaning.entity == name.state) return name.state;
    return adjective.meanings.front().entity;
  }

  void read(const CueMark& mark) {
    switch (mark.cue) {
    case Cue::preside:
      by(mark) != nullptr ? passive(mark) : active(mark);
      break;
    case Cue::presided:
      passive(mark);
      break;
    case Cue::under:
      claim(mark, holder_after(mark.last, close * 2), "chair-under", 3);
      break;
    case Cue::chair_noun:
      noun(mark);
      break;
    case Cue::succeed:
      succeed(mark);
      break;
    case Cue::take_chair:
      if (chair_spoken_of(mark)) relate(holder_before(mark.first), "next-chair");
      break;
    case Cue::took_chair:
      if (chair_spoken_of(mark)) relate(holder_after(mark.last, close), "former-chair");
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
      claim(mark, holder_after(agent->last, verb_reach), "presided-by", 3);
  }

  /// "X préside", "que coprésident X et Y"
  void active(const CueMark& mark) {
    const bool inverted = mark.first > 0 && is_word(mark.first - 1, {"que", "qu"});
    claim(mark, inverted ? holder_after(mark.last, close) : subject(mark.first), "presides", 3);
  }

  void noun(const CueMark& mark) {
    if (hand_over(mark) || taken(mark) || coming(mark) || held(mark) || elected(mark)) return;
    if (const Holder* holder = in_apposition(mark)) {
      claim(mark, holder, "chair-apposition", 3);
    } else if (institution(mark)) {
      claim(mark, beside(mark), "chair-of", 2.5);
    }
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
    relate(holder_before(std::min(hands->first, mark.first)), "former-chair");
    claim({{std::min(hands->first, mark.first), std::max(hands->last, mark.last)}, mark.cue},
          receiver, "chair-handover", 5);
    return true;
  }

  /// The first holder with "to" before it, else the first that is not the giver.
  [[nodiscard]] const Holder* receiver_after(std::uint32_t token) const {
    const Holder* first = nullptr;
    for (const Holder& holder : holders_) {
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
    if (takes == nullptr || takes->first > mark.first) return false;
    const Holder* holder = subject(takes->first);
    if (holder == nullptr) return false;
    claim(mark, holder, "takes-chair", 3.5);
    return true;
  }

  bool coming(const CueMark& mark) {
    const auto* takes = verb(Cue::take_chair, mark, close * 2);
    if (takes == nullptr) return false;
    relate(holder_before(std::min(takes->first, mark.first)), "next-chair");
    relate(holder_after(std::max(takes->last, mark.last), close), "next-chair");
    return true;
  }

  bool held(const CueMark& mark) {
    const auto* holds = verb(Cue::hold_chair, mark, close);
    if (holds == nullptr) return false;
    const Holder* holder = subject(std::min(holds->first, mark.first));
    if (holder == nullptr) holder = holder_after(std::max(holds->last, mark.last), close);
    if (holder == nullptr) return false;
    claim(mark, holder, "holds-chair", 3);
    return true;
  }

  bool elected(const CueMark& mark) {
    const auto* elects = verb(Cue::elected, mark, 1);
    if (elects == nullptr || elects->first > mark.first) return false;
    claim(mark, subject(elects->first), "elected-chair", 3);
    return true;
  }

  /// "Malawi, chair of the dialogue"
  [[nodiscard]] const Holder* in_apposition(const CueMark& mark) const {
    const Holder* holder = holder_before(mark.first);
    if (holder == nullptr || mark.first - holder->last > 3 || tokens_[holder->last].mark != ',')
      return nullptr;
    return holder;
  }

  /// The office, not the person: a person's country is not what chairs.
  [[nodiscard]] bool institution(const CueMark& mark) const {
    const auto text = passage_.text(mark);
    return text.find("esidenc") != std::string_view::npos ||
           text.find("ésidenc") != std::string_view::npos ||
           text.find("ESIDENC") != std::string_view::npos ||
           text.find("ship") != std::string_view::npos;
  }

  /// "Presidencia Pro Témpore de México", "la présidence chilienne"
  [[nodiscard]] const Holder* beside(const CueMark& mark) const {
    const Holder* after = holder_after(mark.last, 3);
    if (after != nullptr && (after->adjective || preposition_before(after->first))) return after;
    const Holder* before = holder_before(mark.first);
    if (before == nullptr || mark.first - before->last > 1) return nullptr;
    return before->adjective || is_word(before->last, {"s"}) ? before : nullptr;
  }

  [[nodiscard]] bool preposition_before(std::uint32_t token) const {
    return has_word({token > 2 ? token - 2 : 0, token}, {"de", "du", "d", "del", "of", "des"});
  }

  void succeed(const CueMark& mark) {
    if (!chair_spoken_of(mark)) return;
    claim(mark, subject(mark.first), "succeeds", 2.5);
    relate(holder_after(mark.last, close + 2), "former-chair");
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

  /// The nearest holder before; of a sentence that begins with a pronoun, the first one of the
  /// sentence before.
  [[nodiscard]] const Holder* subject(std::uint32_t token) const {
    if (const Holder* holder = holder_before(token)) return holder;
    const auto number = passage_.sentence_of(token);
    const Sentence& sentence = passage_.sentences()[number];
    if (number == 0 || !is_word(sentence.first, {"Il", "Elle", "It", "Este", "Ese", "Ce", "This"}))
      return nullptr;
    const Sentence& previous = passage_.sentences()[number - 1];
    const auto first = std::find_if(holders_.begin(), holders_.end(), [&](const Holder& holder) {
      return previous.contains(holder);
    });
    return first == holders_.end() || passage_.sentences()[number - 1].title ? nullptr : &*first;
  }

  [[nodiscard]] const Holder* holder_before(std::uint32_t token) const {
    const Range clause = report_.clause(token);
    const Holder* found = nullptr;
    for (const Holder& holder : holders_)
      if (holder.first >= clause.first && holder.last <= token &&
          token - holder.last <= subject_reach)
        found = &holder;
    return found;
  }

  [[nodiscard]] const Holder* holder_after(std::uint32_t token, std::uint32_t reach) const {
    if (token >= tokens_.size()) return nullptr;
    const Range clause = report_.sentence(token > 0 ? token - 1 : token);
    for (const Holder& holder : holders_)
      if (holder.first >= token && holder.first - token <= reach && holder.last <= clause.last)
        return &holder;
    return nullptr;
  }

  void claim(const CueMark& mark, const Holder* holder, std::string_view rule, double score) {
    if (holder == nullptr || other_body(mark) ||
        cues_.any(Cue::committee, {mark.last, mark.last + close + 2}))
      return;
    const Range near{std::min(mark.first, holder->first),
                     std::max(mark.last, holder->last) + close + 2};
    if (cues_.any(Cue::earlier, near)) {
      relate(holder, "former-chair");
    } else {
      const Claim found{mark.first, *holder, rule, score};
      claims_.push_back(found);
      for (const Holder& partner : partners(*holder))
        claims_.push_back({mark.first, partner, rule, score});
    }
  }

  /// States that share the office: "Australia and Indonesia chaired".
  [[nodiscard]] std::vector<Holder> partners(const Holder& holder) const {
    std::vector<Holder> found;
    for (const NameGroup& group : report_.groups()) {
      if (!group.contains(holder) || group.states.size() > 3) continue;
      for (const Holder& other : holders_)
        if (group.contains(other) && other.state != holder.state && !other.adjective)
          found.push_back(other);
    }
    return found;
  }

  /// The chair of something else: of another process, of the Union, of an unknown process.
  [[nodiscard]] bool other_body(const CueMark& mark) const {
    const auto end = mark.last + close * 2;
    for (const BodyName& name : report_.names().bodies) {
      if (name.first < mark.last || name.first >= end ||
          !report_.sentence(mark.first).contains(name))
        continue;
      if (process_ && name.body == *process_) return false;
      if (report_.body(name).process()) return true;
      if (name.first - mark.last <= close && !parent(name.body)) return true;
    }
    return false;
  }

  [[nodiscard]] bool parent(std::uint16_t body) const {
    const auto bodies = report_.gazetteer().bodies();
    return process_ && bodies[*process_].parent == bodies[body].id;
  }

  void relate(const Holder* holder, std::string_view rule) {
    if (holder == nullptr) return;
    related_.push_back({{holder->first, holder->last}, holder->state, rule, 2, holder->adjective});
    for (const Holder& partner : partners(*holder))
      related_.push_back({{partner.first, partner.last}, partner.state, rule, 2, false});
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
    std::string_view rule;
    double score = 0;
  };

  /// The strongest claim, with its partners; the others are related.
  Chairs choose() {
    Chairs result;
    const auto best =
        std::max_element(claims_.begin(), claims_.end(), [](const Claim& left, const Claim& right) {
          return left.score < right.score;
        });
    for (const Claim& claim : claims_) {
      const ChairClaim chair{{claim.holder.first, claim.holder.last},
                             claim.holder.state,
                             claim.rule,
                             claim.score,
                             claim.holder.adjective};
      (claim.mark == best->mark && claim.rule == best->rule ? result.chairs : result.related)
          .push_back(chair);
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
  std::vector<Holder> holders_;
  std::vector<Claim> claims_;
  std::vector<ChairClaim> related_;
};

} // namespace

Chairs find_chairs(const Report& report, std::optional<std::uint16_t> process) {
  return ChairFinder(report, process).run();
}

} // namespace tela::events
