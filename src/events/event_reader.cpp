#include "events/event_reader.h"

#include "events/chair.h"
#include "events/edition.h"
#include "events/meeting.h"
#include "events/meeting_dates.h"
#include "events/participation.h"
#include "events/unlisted_process.h"
#include "events/venue.h"

#include <algorithm>

namespace tela::events {

namespace {

/// Reads one meeting of the report.
class EventReader {
 public:
  EventReader(const Report& report, const std::vector<EditionClaim>& claims, const Meeting& meeting,
              Judgements& judgements)
      : report_(report), claims_(claims), meeting_(meeting), judgements_(judgements) {}

  Event run() {
    if (meeting_.process)
      read_process(*meeting_.process);
    else
      read_unlisted();
    const VenueHints hints{meeting_.process, claims_, event_.edition, meeting_.scope};
    venue_ = find_venue(report_, hints, judgements_);
    if (venue_) read_venue(*venue_);
    read_dates(hints);
    const Chairs chairs =
        find_chairs(report_, meeting_.process, venue_ ? venue_->state : std::nullopt,
                    meeting_.scope, judgements_);
    for (const ChairClaim& claim : chairs.chairs)
      add_once(event_.chairs, state_link(claim, claim.state, claim.rule, claim.score));
    read_parts(chairs);
    return std::move(event_);
  }

 private:
  [[nodiscard]] Evidence evidence(Range range, std::string_view rule, double score) const {
    if (range.last == range.first) return {{}, {}, rule, score};
    const auto& passage = report_.passage();
    return {passage.span(range), std::string(passage.text(range)), rule, score};
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
    event_.process_evidence =
        evidence(meeting_.evidence, "main-process", meeting_.verdict.probability());
    const auto edition = edition_of(report_, claims_, process, meeting_.scope, judgements_);
    if (!edition) return;
    event_.edition = edition->claim.value;
    event_.edition_evidence =
        evidence(edition->claim, edition->verdict.rule, edition->verdict.probability());
  }

  void read_unlisted() {
    constexpr double score = 0.6; // a name in capitals may be of something else
    const auto name = unlisted_process(report_);
    if (!name) return;
    event_.process_name = report_.passage().text(*name);
    event_.process_evidence = evidence(*name, "unlisted-process", score);
  }

  void read_venue(const Venue& venue) {
    const double score = venue.verdict.probability();
    event_.place = venue.place;
    event_.place_evidence = evidence(venue.place_range, venue.rule, score);
    if (venue.state)
      event_.country = state_link(venue.state_range, *venue.state, venue.rule, score);
  }

  void read_dates(const VenueHints& hints) {
    const auto dates = find_dates(report_, hints, event_.place, judgements_);
    if (!dates) return;
    event_.dates = dates->written;
    event_.start = dates->start;
    event_.end = dates->end;
    event_.dates_evidence = evidence(*dates, dates->verdict.rule, dates->verdict.probability());
  }

  void read_parts(const Chairs& chairs) {
    const MeetingFacts facts{meeting_.process, venue_ ? &*venue_ : nullptr, &chairs,
                             meeting_.scope};
    for (const Part& part : find_parts(report_, facts, judgements_)) {
      if (report_.gazetteer().states()[part.state].territory()) continue;
      auto& list = part.takes_part ? event_.participants : event_.others;
      list.push_back(
          state_link(part, part.state, part.rule, part.takes_part ? part.score : 1 - part.score));
    }
  }

  const Report& report_;
  const std::vector<EditionClaim>& claims_;
  const Meeting& meeting_;
  Judgements& judgements_;
  std::optional<Venue> venue_;
  Event event_;
};

} // namespace

Reading read_events(const Report& report) {
  Reading reading;
  const auto claims = edition_claims(report);
  for (const Meeting& meeting : find_meetings(report, claims, reading.judgements))
    reading.events.push_back(EventReader(report, claims, meeting, reading.judgements).run());
  return reading;
}

} // namespace tela::events
