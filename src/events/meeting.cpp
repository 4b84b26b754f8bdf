#include "events/meeting.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace tela::events {

namespace {

constexpr double least_score = 3;
/// Enough where the lead speaks of a meeting and no other process comes into question.
constexpr double least_alone = 0.5;

struct Points {
  double sum = 0;
  int mentions = 0;
  double best = -1; ///< of one mention
  Range evidence;
};

class MeetingFinder {
 public:
  MeetingFinder(const Report& report, const std::vector<EditionClaim>& claims)
      : report_(report), passage_(report.passage()), claims_(claims) {}

  std::optional<Meeting> run() const {
    if (passage_.sentences().empty()) return {};
    if (!about_all_processes())
      if (auto meeting = best_process()) return meeting;
    return speaks_of_meeting() ? std::optional(Meeting{}) : std::nullopt;
  }

 private:
  [[nodiscard]] std::optional<Meeting> best_process() const {
    std::map<std::uint16_t, Points> points;
    for (const BodyName& name : report_.names().bodies)
      if (report_.body(name).process()) add(points[name.body], name);
    for (const EditionClaim& claim : claims_)
      if (claim.body && claim.score >= 0) points[*claim.body].sum += 2;
    for (auto& [body, found] : points) found.sum -= handicap(body);
    std::erase_if(points, [](const auto& one) { return one.second.sum <= 0; });
    const double least = points.size() == 1 && speaks_of_meeting() ? least_alone : least_score;
    std::optional<Meeting> best;
    for (const auto& [body, found] : points)
      if (found.sum >= least && (!best || found.sum > best->score))
        best = Meeting{body, found.evidence, found.sum};
    return best;
  }

  void add(Points& points, const BodyName& name) const {
    const double worth = mention_points(name);
    if (worth > points.best) {
      points.best = worth;
      points.evidence = name;
    }
    const bool repeats = ++points.mentions > 4;
    points.sum += repeats ? 0 : worth;
  }

  [[nodiscard]] double mention_points(const BodyName& name) const {
    const auto sentence_number = passage_.sentence_of(name.first);
    const Sentence& sentence = passage_.sentences()[sentence_number];
    const Range before{name.first > sentence.first + 12 ? name.first - 12 : sentence.first,
                       name.first};
    if (report_.cues().any(Cue::aside, before)) return -1;
    double worth = name.score;
    const auto rank = report_.rank(sentence_number);
    if (sentence.title)
      worth += 3;
    else if (rank < 2)
      worth += rank == 0 ? 2 : 1;
    const Range near{name.first > sentence.first + 8 ? name.first - 8 : sentence.first, name.first};
    if (report_.cues().any(Cue::meeting_noun, near)) worth += 0.5;
    return worth;
  }

  /// Global processes are named for their subject more than for their meetings.
  [[nodiscard]] double handicap(std::uint16_t body) const {
    const auto& one = report_.gazetteer().bodies()[body];
    return one.id == "gcm" ? 5 : 0;
  }

  /// The title speaks of the processes as such: "réunion des processus consultatifs régionaux".
  [[nodiscard]] bool about_all_processes() const {
    const Sentence& title = passage_.sentences().front();
    const auto& bodies = report_.names().bodies;
    const bool names_one = std::any_of(bodies.begin(), bodies.end(), [&](const BodyName& name) {
      return title.contains(name) && report_.body(name).process();
    });
    const auto* all = report_.cues().first(Cue::all_processes, title);
    return title.title && !names_one && all != nullptr && plural(passage_.text(*all));
  }

  /// Cues are found by stems; "RCPs" and "processes" mean all, "RCP" and "process" one.
  static bool plural(std::string_view text) {
    return text.ends_with("PCR") || text.ends_with('x') ||
           (text.ends_with('s') && !text.ends_with("ss"));
  }

  /// The lead has a word for a meeting, and one for holding or attending it.
  [[nodiscard]] bool speaks_of_meeting() const {
    bool noun = false, verb = false;
    for (std::size_t number = 0; number < passage_.sentences().size(); ++number) {
      const Sentence& sentence = passage_.sentences()[number];
      if (!passage_.in_report(sentence.first) || report_.rank(number) > 1) continue;
      const auto& cues = report_.cues();
      noun = noun || cues.any(Cue::meeting_noun, sentence);
      verb = verb || cues.any(Cue::held, sentence) || cues.any(Cue::to_be_held, sentence) ||
             cues.any(Cue::attend, sentence);
    }
    return noun && verb;
  }

  const Report& report_;
  const Passage& passage_;
  const std::vector<EditionClaim>& claims_;
};

} // namespace

std::optional<Meeting> find_meeting(const Report& report, const std::vector<EditionClaim>& claims) {
  return MeetingFinder(report, claims).run();
}

} // namespace tela::events
