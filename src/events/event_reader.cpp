#include "events/event_reader.h"

#include "events/chair.h"
#include "events/edition.h"
#include "events/meeting.h"
#include "events/meeting_dates.h"
#include "events/participation.h"
#include "events/venue.h"

#include <algorithm>

namespace tela::events {

namespace {

class EventReader {
 public:
  explicit EventReader(const Report& report)
      : report_(report), claims_(edition_claims(report)), meeting_(find_meeting(report, claims_)) {}

  std::vector<Event> run() {
    if (!meeting_) return {};
    if (meeting_->process) read_process(*meeting_->process);
    venue_ = find_venue(report_, {meeting_->process, claims_, event_.edition});
    if (venue_) read_venue(*venue_);
    read_dates();
    const Chairs chairs = find_chairs(report_, meeting_->process);
    for (const ChairClaim& claim : chairs.chairs)
      add_once(event_.chairs, state_link(claim, claim.state, claim.rule, claim.score / 5));
    read_parts(chairs);
    return {std::move(event_)};
  }

 private:
  [[nodiscard]] Evidence evidence(Range range, std::string_view rule, double score) const {
    if (range.last == range.first) return {{}, {}, rule, score};
    const auto& passage = report_.passage();
    return {passage.span(range), std::string(passage.text(range)), rule,
            std::clamp(score, 0.0, 1.0)};
  }

  [[nodiscard]] StateLink state_link(Range range, std::uint16_t state, std::string_view rule,
                                     double score) const {
    return {&report_.gazetteer().states()[state], evidence(range, rule, score)};
  }

  static void add_once(std::vector<StateLink>& links, StateLink link) {
    const bool known = std::any_of(links.begin(), links.end(),
                                   [&](const StateLink& one) { return one.state == link.state; });
    if (!known) links.push_back(std::move(link));
  }

  void read_process(std::uint16_t process) {
    event_.process = &report_.gazetteer().bodies()[process];
    event_.process_evidence = evidence(meeting_->evidence, "main-process", meeting_->score / 10);
    if (const auto edition = edition_of(claims_, process)) {
      event_.edition = edition->value;
      event_.edition_evidence = evidence(*edition, "edition", edition->score / 8);
    }
  }

  void read_venue(const Venue& venue) {
    event_.place = venue.place;
    event_.place_evidence = evidence(venue.place_range, venue.rule, venue.score / 5);
    if (venue.state)
      event_.country = state_link(venue.state_range, *venue.state, venue.rule, venue.score / 5);
  }

  void read_dates() {
    const auto dates = find_dates(report_, event_.place);
    if (!dates) return;
    event_.dates = report_.passage().text(*dates);
    event_.start = dates->start;
    event_.end = dates->end;
    event_.dates_evidence = evidence(*dates, "dates", dates->score / 5);
  }

  void read_parts(const Chairs& chairs) {
    const MeetingFacts facts{meeting_->process, venue_ ? &*venue_ : nullptr, &chairs};
    for (const Part& part : find_parts(report_, facts)) {
      if (report_.gazetteer().states()[part.state].territory()) continue;
      auto& list = part.takes_part ? event_.participants : event_.others;
      list.push_back(
          state_link(part, part.state, part.rule, part.takes_part ? part.weight / 5 : 0.5));
    }
  }

  const Report& report_;
  std::vector<EditionClaim> claims_;
  std::optional<Meeting> meeting_;
  std::optional<Venue> venue_;
  Event event_;
};

} // namespace

std::vector<Event> read_events(const Report& report) {
  return EventReader(report).run();
}

} // namespace tela::events
