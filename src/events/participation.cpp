#include "events/participation.h"

#include "events/stated_counts.h"

#include <algorithm>

namespace tela::events {

namespace {

/// Membership of a larger process tells little: half the continent belongs to it.
constexpr std::size_t largest_telling_process = 30;
/// A former or coming chair belongs to the process, whatever is said of it besides.
constexpr double office_score = 0.95;

class PartFinder {
 public:
  PartFinder(const Report& report, const MeetingFacts& facts, Judgements& judgements)
      : report_(report), cues_(report.cues()), facts_(facts), judgements_(judgements),
        weigher_(report.weigher(Question::part)), counts_(stated_counts(report)) {
    find_members();
  }

  std::vector<Part> run() {
    for (const StateName& name : report_.names().states)
      if (facts_.scope.contains(name)) part_of(name.state, name);
    for (std::size_t group = 0; group < report_.groups().size(); ++group)
      if (facts_.scope.contains(report_.groups()[group])) weigh(group);
    add_offices();
    for (Part& part : parts_) {
      const bool kept_out =
          std::find(outside_.begin(), outside_.end(), part.state) != outside_.end();
      part.takes_part = !kept_out && part.score >= 0.5;
      if (kept_out) part.score = std::min(part.score, 1 - office_score);
    }
    return std::move(parts_);
  }

 private:
  void find_members() {
    if (!facts_.process) return;
    const Body& body = report_.gazetteer().bodies()[*facts_.process];
    for (const auto& membership : body.memberships)
      if (membership.role == MemberRole::member) members_.push_back(membership.state);
    all_met_ = stated(members_.size());
    many_ = members_.size() > largest_telling_process;
  }

  /// The page says "the nine countries", and nine they are.
  [[nodiscard]] bool stated(std::size_t count) const {
    constexpr std::size_t least_count = 3;
    return count >= least_count &&
           std::find(counts_.begin(), counts_.end(), count) != counts_.end();
  }

  Part& part_of(std::uint16_t state, Range range) {
    const auto known = std::find_if(parts_.begin(), parts_.end(),
                                    [&](const Part& part) { return part.state == state; });
    if (known != parts_.end()) return *known;
    parts_.push_back({range, state, false, "named", 0});
    return parts_.back();
  }

  [[nodiscard]] bool is_member(std::uint16_t state) const {
    const auto& code = report_.gazetteer().states()[state].iso2;
    return std::find(members_.begin(), members_.end(), code) != members_.end();
  }

  void add_membership(Facts& facts, std::uint16_t state) const {
    if (members_.empty()) return;
    const bool member = is_member(state);
    if (many_) return facts.add_if(member, Fact::member_of_many);
    facts.add(member ? Fact::member : Fact::not_member);
    facts.add_if(member && all_met_, Fact::all_members);
  }

  /// Of the states of a list, half or more are members.
  [[nodiscard]] bool among_members(const NameGroup& group) const {
    if (many_ || group.states.size() < 2) return false;
    const auto members = std::count_if(group.states.begin(), group.states.end(),
                                       [&](auto state) { return is_member(state); });
    return 2 * static_cast<std::size_t>(members) >= group.states.size();
  }

  [[nodiscard]] bool host(std::uint16_t state, const Facts& facts) const {
    return facts_.venue != nullptr && facts_.venue->state == state && !facts.has(Fact::not_member);
  }

  void weigh(std::size_t number) {
    const NameGroup& group = report_.groups()[number];
    const Surroundings around{range_before(number), range_behind(number)};
    if (posted(around.before)) return; // it says nothing of the state but where somebody works
    const bool outside = kept_out(group, around);
    const Facts of_group = facts_of(number);
    bool any = false;
    for (const auto state : group.states) {
      if (outside) outside_.push_back(state);
      Facts facts = of_group;
      add_membership(facts, state);
      facts.add_if(facts.has(Fact::not_member) && among_members(group), Fact::among_members);
      facts.add_if(host(state, facts), Fact::host);
      const Verdict verdict = weigher_.weigh(group, around, facts);
      judgements_.push_back({Question::part, group, state, outside ? -1 : 0, verdict, {}});
      any = any || verdict.likely();
      Part& part = part_of(state, group);
      if (verdict.probability() <= part.score) continue;
      part.score = verdict.probability();
      part.rule = verdict.rule;
    }
    last_takes_part_ = any && !outside;
  }

  /// What all states of a list share.
  [[nodiscard]] Facts facts_of(std::size_t number) const {
    constexpr std::size_t long_list = 3;
    const NameGroup& group = report_.groups()[number];
    Facts facts;
    report_.add_field(facts, group, FieldKind::parties);
    facts.add_if(continues(number) && last_takes_part_, Fact::continued);
    facts.add_if(behind_process(group), Fact::behind_process);
    facts.add_if(stated(group.states.size()), Fact::counted);
    facts.add_if(group.with_organisations, Fact::with_organisations);
    facts.add_if(group.states.size() >= long_list, Fact::long_list);
    facts.add_if(group.column, Fact::alone_on_line);
    return facts;
  }

  /// The name of the process, or of its organisation, stands right before the list.
  [[nodiscard]] bool behind_process(const NameGroup& group) const {
    constexpr std::uint32_t reach = 8;
    const auto& bodies = report_.names().bodies;
    return std::any_of(bodies.begin(), bodies.end(), [&](const BodyName& name) {
      return name.last <= group.first && group.first - name.last <= reach && ours(name) &&
             report_.clause(group.first).contains(name);
    });
  }

  [[nodiscard]] bool ours(const BodyName& name) const {
    const Body& body = report_.body(name);
    if (!facts_.process) return body.process();
    const Body& process = report_.gazetteer().bodies()[*facts_.process];
    return body.id == process.id || body.id == process.parent;
  }

  /// "delegates from Peru, others from Chile": the list before it stands shortly before in the
  /// clause.
  [[nodiscard]] bool continues(std::size_t number) const {
    constexpr std::uint32_t reach = 8;
    if (number == 0) return false;
    const NameGroup &before = report_.groups()[number - 1], &group = report_.groups()[number];
    return group.first - before.last <= reach && report_.clause(group.first).contains(before);
  }

  /// From the list before it, a semicolon or the beginning of the sentence up to the list; of a
  /// column, the line above it too.
  [[nodiscard]] Range range_before(std::size_t number) const {
    const NameGroup& group = report_.groups()[number];
    Range range{report_.clause(group.first).first, group.first};
    if (const Range above = line_above(group); above.last > above.first) range.first = above.first;
    if (number > 0) range.first = std::max(range.first, report_.groups()[number - 1].last);
    return range;
  }

  /// "The following took part:" above a list; empty where the list does not begin a line, or the
  /// line above is a sentence of its own.
  [[nodiscard]] Range line_above(const NameGroup& group) const {
    const auto sentences = report_.passage().sentences();
    if (group.sentence == 0 || (!group.column && group.states.size() < 3)) return {};
    if (!group.column && group.first - sentences[group.sentence].first > 2) return {};
    const Sentence& above = sentences[group.sentence - 1];
    const auto tokens = report_.passage().tokens();
    auto last = above.last;
    while (last > above.first && tokens[last - 1].mark == '\n') --last;
    const bool opens =
        last > above.first && (tokens[last - 1].mark == ':' || tokens[last - 1].mark == ',');
    return opens && !above.title ? static_cast<const Range&>(above) : Range{};
  }

  [[nodiscard]] Range range_behind(std::size_t number) const {
    const NameGroup& group = report_.groups()[number];
    Range range{group.last, report_.clause(group.last - 1).last};
    if (number + 1 < report_.groups().size())
      range.last = std::min(range.last, report_.groups()[number + 1].first);
    return range;
  }

  [[nodiscard]] bool kept_out(const NameGroup& group, const Surroundings& around) const {
    const Field* field = report_.field(group);
    if (field != nullptr && field->kind == FieldKind::bystanders) return true;
    return absent(around) || excepted(around.before) || observing(group, around);
  }

  /// "all members except the", "but not", "neither": nothing but articles and the like up to the
  /// list.
  [[nodiscard]] bool excepted(Range before) const {
    const auto *except = cues_.last(Cue::except, before),
               *neither = cues_.last(Cue::neither, before);
    const auto* mark = neither != nullptr ? neither : except;
    if (mark == nullptr) return false;
    for (auto token = mark->last; token < before.last;) {
      const auto* particle = cues_.first(Cue::particle, {token, token + 1});
      if (particle == nullptr) return false;
      token = particle->last;
    }
    return true;
  }

  [[nodiscard]] bool absent(const Surroundings& around) const {
    return cues_.any(Cue::absent, around.before) || cues_.any(Cue::absent, around.behind) ||
           denied(around.behind);
  }

  /// Behind the list a negation, then a word for attending, delegates or members: "no mandaron
  /// delegados", "is no member".
  [[nodiscard]] bool denied(Range behind) const {
    constexpr std::uint32_t near = 10, verb = 5;
    const auto* negation = cues_.first(Cue::negation, behind);
    if (negation == nullptr || negation->first - behind.first > near) return false;
    if (cues_.any(Cue::speak, {behind.first, negation->first})) return false;
    const Range verbs{negation->last, std::min(negation->last + verb, behind.last)};
    return cues_.any(Cue::attend, verbs) || cues_.any(Cue::delegate, verbs) ||
           cues_.any(Cue::sign, verbs) || cues_.any(Cue::member, verbs);
  }

  /// "as observers" beside the list; the bare noun only before it or in a bracket behind it, since
  /// "…, observers and guests" behind a list are others who came too.
  [[nodiscard]] bool observing(const NameGroup& group, const Surroundings& around) const {
    constexpr std::uint32_t reach = 5, reach_behind = 12, bracket = 1;
    const auto just_before = [&](Cue cue) {
      const auto* mark = cues_.last(cue, around.before);
      return mark != nullptr && group.first <= mark->last + reach;
    };
    if (just_before(Cue::observer) || just_before(Cue::bystander)) return true;
    const auto* noun = cues_.first(Cue::bystander, around.behind);
    if (noun != nullptr && noun->first == group.last + bracket &&
        report_.passage().tokens()[group.last].mark == '(')
      return true;
    const auto* mark = cues_.first(Cue::observer, around.behind);
    return mark != nullptr && mark->first - group.last <= reach_behind &&
           !cues_.any(Cue::with, {group.last, mark->first});
  }

  /// "ambassador to", "the embassy in": where somebody is posted.
  [[nodiscard]] bool posted(Range before) const {
    constexpr std::uint32_t reach = 4;
    const auto* post = cues_.last(Cue::post, before);
    return post != nullptr && before.last - post->last <= reach;
  }

  void add_offices() {
    const auto add = [&](const ChairClaim& claim) {
      if (claim.by_adjective) return;
      std::erase(outside_, claim.state);
      Part& part = part_of(claim.state, claim);
      part.score = std::max(part.score, office_score);
      part.rule = claim.rule;
    };
    for (const auto& claim : facts_.chairs->chairs) add(claim);
    for (const auto& claim : facts_.chairs->related) add(claim);
  }

  const Report& report_;
  const CueIndex& cues_;
  const MeetingFacts& facts_;
  Judgements& judgements_;
  Weigher weigher_;
  std::vector<std::size_t> counts_;       ///< numbers of states that the page states
  bool all_met_ = false;                  ///< it states the number of the process's members
  bool last_takes_part_ = false;          ///< the list weighed last does
  std::vector<std::string_view> members_; ///< of the process; empty: unknown
  bool many_ = false;                     ///< too many members to tell who came
  std::vector<std::uint16_t> outside_;    ///< absent or observers
  std::vector<Part> parts_;
};

} // namespace

std::vector<Part> find_parts(const Report& report, const MeetingFacts& facts,
                             Judgements& judgements) {
  return PartFinder(report, facts, judgements).run();
}

} // namespace tela::events
