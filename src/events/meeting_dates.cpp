#include "events/meeting_dates.h"

#include "events/written_days.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace tela::events {

namespace {

/// "2018-11-14" as a day; zeros where it is shorter.
Day day_of(std::string_view iso) {
  Day day;
  const auto part = [&](std::size_t from, std::size_t length, int& value) {
    if (iso.size() >= from + length)
      std::from_chars(iso.data() + from, iso.data() + from + length, value);
  };
  part(0, 4, day.year);
  part(5, 2, day.month);
  part(8, 2, day.day);
  return day;
}

class DatesFinder {
 public:
  DatesFinder(const Report& report, const VenueHints& hints, std::string_view place,
              Judgements& judgements)
      : report_(report), passage_(report.passage()), hints_(hints), place_(place),
        judgements_(judgements), weigher_(report.weigher(Question::dates)),
        published_(day_of(report.article().date.value)) {}

  std::optional<MeetingDates> run() {
    read_days();
    for (const WrittenDays& days : days_)
      if (hints_.scope.contains(days)) consider(days);
    consider_today();
    if (!best_) take_dateline();
    return std::move(best_);
  }

 private:
  void read_days() {
    const TokenText text{passage_.whole_text(), passage_.tokens()};
    for (std::uint32_t token = 0; token < text.tokens.size(); ++token) {
      const auto days = days_at(text, token, passage_.language(), report_.gazetteer().lexicon());
      if (!days) continue;
      days_.push_back(*days);
      token = days->last - 1;
    }
  }

  void consider(WrittenDays days) {
    Facts facts;
    const bool in_report = passage_.in_report(days.first) || passage_.in_report(days.last - 1);
    report_.add_position(facts, days.first);
    report_.add_field(facts, days, FieldKind::dates);
    report_.add_processes(facts, report_.sentence(days.first), hints_.process);
    facts.add_if(!in_report, Fact::dateline);
    facts.add_if(elsewhere(days), Fact::elsewhere);
    facts.add_if(!days.one_day(), Fact::several_days);
    facts.add_if(of_other_edition(days), Fact::other_edition);
    facts.add_if(line_of_its_own(days), Fact::alone_on_line);
    facts.add_if(no_others(days), Fact::only_one);
    const Verdict verdict = weigher_.weigh(days, report_.around(days), facts);
    add_year(days);
    keep(days, std::string(passage_.text(days)), days.from, days.to, verdict);
  }

  /// "which ends today"
  void consider_today() {
    if (published_.day == 0) return;
    for (const CueMark& mark : report_.cues().in(hints_.scope)) {
      if (mark.cue != Cue::today || !hints_.scope.contains(mark)) continue;
      Facts facts{Fact::today};
      report_.add_position(facts, mark.first);
      report_.add_processes(facts, report_.sentence(mark.first), hints_.process);
      facts.add_if(days_.empty(), Fact::only_one);
      const Verdict verdict = weigher_.weigh(mark, report_.around(mark), facts);
      keep(mark, std::string(passage_.text(mark)), published_, published_, verdict);
    }
  }

  void keep(Range range, std::string written, const Day& from, const Day& to,
            const Verdict& verdict) {
    judgements_.push_back({Question::dates, range, 0, 0, verdict, iso(from) + '/' + iso(to)});
    if (!verdict.likely() || (best_ && best_->verdict.odds >= verdict.odds)) return;
    best_ = MeetingDates{range, std::move(written), iso(from), iso(to), verdict};
  }

  /// The dateline's own days count where the text has none and they are more than the day of
  /// publication.
  void take_dateline() {
    const auto& dateline = report_.article().dateline.value;
    const auto& lexicon = report_.gazetteer().lexicon();
    const auto tokens = gazetteer::tokenise(dateline, lexicon.words());
    const TokenText text{dateline, tokens};
    for (std::uint32_t token = 0; token < tokens.size(); ++token) {
      const auto days = days_at(text, token, passage_.language(), lexicon);
      if (!days) continue;
      const Verdict verdict = weigher_.weigh({}, {}, {Fact::dateline, Fact::several_days});
      if (days->one_day() || !verdict.likely()) return;
      best_ = MeetingDates{
          {}, dateline.substr(tokens[days->first].start), iso(days->from), iso(days->to), verdict};
      return;
    }
  }

  /// "3 et 4 novembre à Asunción", while the meeting is elsewhere.
  [[nodiscard]] bool elsewhere(Range days) const {
    constexpr std::uint32_t reach = 4;
    const auto& cities = report_.names().cities;
    return std::any_of(cities.begin(), cities.end(), [&](const HintName& city) {
      return city.first >= days.last && city.first - days.last <= reach &&
             !place_.ends_with(passage_.text(city)) && !passage_.text(city).ends_with(place_);
    });
  }

  /// All days of the page have the same end, the year aside.
  [[nodiscard]] bool no_others(const WrittenDays& days) const {
    return std::all_of(days_.begin(), days_.end(), [&](const WrittenDays& other) {
      return other.to.day == days.to.day && other.to.month == days.to.month;
    });
  }

  /// A date line: nothing but the days, their weekdays and hours.
  [[nodiscard]] bool line_of_its_own(Range days) const {
    constexpr std::uint32_t besides = 5;
    const auto [before, behind] = report_.around(days);
    return before.last - before.first + behind.last - behind.first <= besides &&
           !passage_.sentences()[passage_.sentence_of(days.first)].title;
  }

  [[nodiscard]] bool of_other_edition(Range days) const {
    return hints_.edition && counts_other_edition(hints_, report_.sentence(days.first), days);
  }

  void add_year(WrittenDays& days) const {
    if (days.to.year != 0) return;
    int year = 0;
    for (const WrittenDays& other : days_)
      if (year == 0 && other.to.month == days.to.month) year = other.to.year;
    if (year == 0) year = near_publication(days.to);
    if (year == 0) return;
    days.to.year = year;
    days.from.year = days.from.month > days.to.month ? year - 1 : year;
  }

  /// The year of publication, or the one before for "30 December" told of in January.
  [[nodiscard]] int near_publication(const Day& day) const {
    constexpr int months_ahead = 8;
    const bool last_year = published_.month != 0 && day.month - published_.month > months_ahead;
    return published_.year == 0 ? 0 : published_.year - (last_year ? 1 : 0);
  }

  const Report& report_;
  const Passage& passage_;
  const VenueHints& hints_;
  std::string_view place_;
  Judgements& judgements_;
  Weigher weigher_;
  Day published_; ///< zeros: not known
  std::vector<WrittenDays> days_;
  std::optional<MeetingDates> best_;
};

} // namespace

std::optional<MeetingDates> find_dates(const Report& report, const VenueHints& hints,
                                       std::string_view place, Judgements& judgements) {
  return DatesFinder(report, hints, place, judgements).run();
}

} // namespace tela::events
