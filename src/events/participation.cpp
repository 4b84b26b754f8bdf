#include "events/participation.h"

#include "events/stated_counts.h"

#include <algorithm>
#include <array>

namespace tela::events {

namespace {

/// How much a cue tells about the list of states beside it, and from how far, in tokens.
struct Weight {
  Cue cue;
  double weight;
  std::uint32_t reach;
};

/// Cues before the list.
constexpr std::array<Weight, 11> weights_before = {{{Cue::delegate, 3, 10},
                                                    {Cue::state_noun, 1, 2},
                                                    {Cue::founding, -2, 10},
                                                    {Cue::government, 1, 5},
                                                    {Cue::member, 2, 10},
                                                    {Cue::attend, 2, 20},
                                                    {Cue::sign, 2.5, 20},
                                                    {Cue::donor, -3, 8},
                                                    {Cue::route, -2.5, 4},
                                                    {Cue::by_agent, -1, 2},
                                                    {Cue::place, -1, 2}}};

/// Cues behind it.
constexpr std::array<Weight, 6> weights_behind = {{{Cue::attend, 2, 12},
                                                   {Cue::sign, 2.5, 12},
                                                   {Cue::speak, 1.5, 8},
                                                   {Cue::member, 1.5, 4},
                                                   {Cue::donor, -3, 8},
                                                   {Cue::delegate, 1, 3}}};

constexpr double least_weight = 0.75;
constexpr double membership_weight = 1;
constexpr double all_members_weight = 4;
constexpr double counted_weight = 2.5;
constexpr double process_weight = 2;
constexpr double continued_weight = 1;
constexpr double organisations_weight = -1.5;
constexpr double host_weight = 2.5;
constexpr double office_weight = 3;
/// Membership of a larger process tells nothing: half the continent belongs to it.
constexpr std::size_t largest_telling_process = 30;

class PartFinder {
 public:
  PartFinder(const Report& report, const MeetingFacts& facts)
      : report_(report), cues_(report.cues()), facts_(facts), counts_(stated_counts(report)) {
    find_members();
  }

  std::vector<Part> run() {
    for (const StateName& name : report_.names().states) part_of(name.state, name);
    for (std::size_t group = 0; group < report_.groups().size(); ++group) weigh(group);
    add_offices();
    for (Part& part : parts_) {
      const bool kept_out =
          std::find(outside_.begin(), outside_.end(), part.state) != outside_.end();
      part.takes_part = !kept_out && part.weight >= least_weight;
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
    if (members_.size() > largest_telling_process) members_.clear();
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
    parts_.push_back({range, state, false, "named", -100});
    return parts_.back();
  }

  [[nodiscard]] double membership(std::uint16_t state) const {
    if (members_.empty()) return 0;
    const auto& code = report_.gazetteer().states()[state].iso2;
    const bool member = std::find(members_.begin(), members_.end(), code) != members_.end();
    if (member && all_met_) return all_members_weight;
    return member ? membership_weight : -membership_weight;
  }

  [[nodiscard]] bool host(std::uint16_t state) const {
    return facts_.venue != nullptr && facts_.venue->state == state && membership(state) >= 0;
  }

  void weigh(std::size_t number) {
    const NameGroup& group = report_.groups()[number];
    const Range before = range_before(number), behind = range_behind(number);
    const bool outside = absent(before, behind) || observing(group, before, behind);
    heard_ = hear(number, before, behind);
    for (const auto state : group.states) {
      if (outside) outside_.push_back(state);
      Part& part = part_of(state, group);
      const double weight = heard_.weight + membership(state) + (host(state) ? host_weight : 0);
      if (weight <= part.weight) continue;
      part.weight = weight;
      part.rule = heard_.rule.empty() ? (host(state) ? "host" : "named") : heard_.rule;
    }
  }

  struct Heard {
    double weight = 0;
    double strongest = 0;
    std::string_view rule; ///< empty: nothing heard
  };

  /// What the words around a list tell. A list without any goes with the one before it in its
  /// clause: "la plupart viennent d’Éthiopie, d’autres du Burundi".
  [[nodiscard]] Heard hear(std::size_t number, Range before, Range behind) const {
    const NameGroup& group = report_.groups()[number];
    Heard heard;
    for (const Weight& weight : weights_before)
      if (const auto* mark = cues_.last(weight.cue, before);
          mark != nullptr && gap(mark->last, group.first) <= weight.reach)
        add(heard, weight);
    for (const Weight& weight : weights_behind)
      if (const auto* mark = cues_.first(weight.cue, behind);
          mark != nullptr && gap(group.last, mark->first) <= weight.reach)
        add(heard, weight);
    if (continues(number)) {
      if (heard.rule.empty())
        heard = heard_;
      else if (heard.weight >= 0 && heard_.weight > 0)
        heard.weight += continued_weight;
    }
    if (behind_process(group)) add(heard, {Cue::list, process_weight, 0});
    if (stated(group.states.size())) add(heard, {Cue::list, counted_weight, 0});
    if (group.with_organisations) heard.weight += organisations_weight;
    return heard;
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

  static void add(Heard& heard, const Weight& weight) {
    heard.weight += weight.weight;
    if (std::abs(weight.weight) <= heard.strongest) return;
    heard.strongest = std::abs(weight.weight);
    heard.rule = to_string(weight.cue);
  }

  /// Tokens between; none when a cue reaches into the list.
  static std::uint32_t gap(std::uint32_t from, std::uint32_t to) {
    return to > from ? to - from : 0;
  }

  [[nodiscard]] bool continues(std::size_t number) const {
    return number > 0 &&
           report_.clause(report_.groups()[number].first).contains(report_.groups()[number - 1]);
  }

  /// From the list before it, a semicolon or the beginning of the sentence up to the list.
  [[nodiscard]] Range range_before(std::size_t number) const {
    const NameGroup& group = report_.groups()[number];
    Range range{report_.clause(group.first).first, group.first};
    if (number > 0) range.first = std::max(range.first, report_.groups()[number - 1].last);
    return range;
  }

  [[nodiscard]] Range range_behind(std::size_t number) const {
    const NameGroup& group = report_.groups()[number];
    Range range{group.last, report_.clause(group.last - 1).last};
    if (number + 1 < report_.groups().size())
      range.last = std::min(range.last, report_.groups()[number + 1].first);
    return range;
  }

  [[nodiscard]] bool absent(Range before, Range behind) const {
    return cues_.any(Cue::absent, before) || cues_.any(Cue::absent, behind) || denied(behind);
  }

  /// Behind the list a negation, then a word for attending or delegates: "no mandaron delegados".
  [[nodiscard]] bool denied(Range behind) const {
    constexpr std::uint32_t near = 10, verb = 5;
    const auto* negation = cues_.first(Cue::negation, behind);
    if (negation == nullptr || negation->first - behind.first > near) return false;
    if (cues_.any(Cue::speak, {behind.first, negation->first})) return false;
    const Range verbs{negation->last, std::min(negation->last + verb, behind.last)};
    return cues_.any(Cue::attend, verbs) || cues_.any(Cue::delegate, verbs);
  }

  /// Observers are meant when the word stands by the list, and no other party comes between.
  [[nodiscard]] bool observing(const NameGroup& group, Range before, Range behind) const {
    constexpr std::uint32_t reach = 5;
    if (const auto* mark = cues_.last(Cue::observer, before);
        mark != nullptr && group.first - mark->last <= reach)
      return true;
    constexpr std::uint32_t reach_behind = 12;
    const auto* mark = cues_.first(Cue::observer, behind);
    return mark != nullptr && mark->first - behind.first <= reach_behind &&
           !cues_.any(Cue::with, {behind.first, mark->first});
  }

  void add_offices() {
    const auto add = [&](const ChairClaim& claim) {
      if (claim.by_adjective) return;
      std::erase(outside_, claim.state);
      Part& part = part_of(claim.state, claim);
      if (part.weight < office_weight) part.weight = office_weight;
      part.rule = claim.rule;
    };
    for (const auto& claim : facts_.chairs->chairs) add(claim);
    for (const auto& claim : facts_.chairs->related) add(claim);
  }

  const Report& report_;
  const CueIndex& cues_;
  const MeetingFacts& facts_;
  std::vector<std::size_t> counts_;       ///< numbers of states that the page states
  bool all_met_ = false;                  ///< it states the number of the process's members
  Heard heard_;                           ///< of the list weighed last
  std::vector<std::string_view> members_; ///< empty: unknown or too many to tell anything
  std::vector<std::uint16_t> outside_;    ///< absent or observers
  std::vector<Part> parts_;
};

} // namespace

std::vector<Part> find_parts(const Report& report, const MeetingFacts& facts) {
  return PartFinder(report, facts).run();
}

} // namespace tela::events
