#include "events/meeting_dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace tela::events {

namespace {

constexpr double least_score = 1;

struct Day {
  int day = 0;
  int month = 0; ///< 0: that of the other day
};

/// Days as written, and the tokens they take.
struct Written : Range {
  Day from, to;
  int year = 0; ///< 0: not written
};

class DateReader {
 public:
  explicit DateReader(const Report& report)
      : report_(report), passage_(report.passage()), tokens_(passage_.tokens()) {}

  /// The date that begins at `token`, or nothing.
  [[nodiscard]] std::optional<Written> read(std::uint32_t token) const {
    if (month_at(token) != 0) return month_first(token);
    const int day = day_at(token);
    return day == 0 ? std::nullopt : day_first(token, day);
  }

 private:
  /// "14 November 2018", "19-21 November 2018", "30 juin au 2 juillet"
  [[nodiscard]] std::optional<Written> day_first(std::uint32_t token, int day) const {
    Written date;
    date.first = token;
    date.from.day = day;
    std::uint32_t next = token + 1;
    if (const int month = month_at(skip_small(next)); month != 0) {
      date.from.month = month;
      next = skip_small(next) + 1;
    }
    if (const auto [second, behind] = second_day(next); second != 0) {
      const auto at = skip_small(behind);
      if (const int month = month_at(at); month != 0) {
        date.to = {second, month};
        next = at + 1;
      }
    }
    if (date.from.month == 0 && date.to.month == 0) return {};
    return finish(date, next);
  }

  /// "November 14, 2018", "May 3 to 5"
  [[nodiscard]] std::optional<Written> month_first(std::uint32_t token) const {
    Written date;
    date.first = token;
    date.from = {day_at(token + 1), month_at(token)};
    if (date.from.day == 0 || passage_.language() != Language::english) return {};
    std::uint32_t next = token + 2;
    if (const auto [second, behind] = second_day(next); second != 0) {
      date.to = {second, date.from.month};
      next = behind;
    }
    return finish(date, next);
  }

  [[nodiscard]] Written finish(Written date, std::uint32_t next) const {
    if (date.to.day == 0) date.to = date.from;
    if (date.from.month == 0) date.from.month = date.to.month;
    date.last = next;
    if (next < tokens_.size() && tokens_[next].mark == ',') ++next;
    const auto at = skip_small(next);
    if (const int year = year_at(at); year != 0) {
      date.year = year;
      date.last = at + 1;
    }
    return date;
  }

  /// A day behind "au", "to", "y", a dash; and the token behind it.
  [[nodiscard]] std::pair<int, std::uint32_t> second_day(std::uint32_t token) const {
    constexpr std::array<std::string_view, 9> joints = {"au", "et", "to",    "and",    "al",
                                                        "y",  "a",  "until", "through"};
    if (token >= tokens_.size()) return {0, token};
    const bool dash = tokens_[token].gap == Gap::hyphen || tokens_[token].mark == '-';
    const bool word =
        std::find(joints.begin(), joints.end(), passage_.text(tokens_[token])) != joints.end();
    const std::uint32_t at = tokens_[token].mark == '-' || word ? token + 1 : token;
    return dash || word ? std::pair(day_at(at), at + 1) : std::pair(0, token);
  }

  [[nodiscard]] std::uint32_t skip_small(std::uint32_t token) const {
    constexpr std::array<std::string_view, 3> small = {"de", "of", "del"};
    const bool skip =
        token < tokens_.size() &&
        std::find(small.begin(), small.end(), passage_.text(tokens_[token])) != small.end();
    return skip ? token + 1 : token;
  }

  [[nodiscard]] int month_at(std::uint32_t token) const {
    if (token >= tokens_.size()) return 0;
    const auto hit = report_.gazetteer().lexicon().numeral(tokens_, token);
    return hit.kind == Lexicon::Numeral::month ? hit.value : 0;
  }

  /// 1 to 31, with or without "er", "th".
  [[nodiscard]] int day_at(std::uint32_t token) const {
    const auto [value, suffix] = number_at(token);
    const bool plain = suffix.empty() || suffix == "er" || suffix == "st" || suffix == "nd" ||
                       suffix == "rd" || suffix == "th" || suffix == "º";
    return plain && value >= 1 && value <= 31 ? value : 0;
  }

  [[nodiscard]] int year_at(std::uint32_t token) const {
    const auto [value, suffix] = number_at(token);
    return suffix.empty() && value >= 1900 && value < 2100 ? value : 0;
  }

  [[nodiscard]] std::pair<int, std::string_view> number_at(std::uint32_t token) const {
    if (token >= tokens_.size()) return {0, {}};
    const auto text = passage_.text(tokens_[token]);
    int value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec != std::errc()) return {0, {}};
    return {value, text.substr(static_cast<std::size_t>(result.ptr - text.data()))};
  }

  const Report& report_;
  const Passage& passage_;
  std::span<const Token> tokens_;
};

/// "3 et 4 novembre à Asunción", while the meeting is elsewhere.
bool elsewhere(const Report& report, const Written& date, std::string_view place) {
  constexpr std::uint32_t reach = 4;
  const auto& cities = report.names().cities;
  return std::any_of(cities.begin(), cities.end(), [&](const HintName& city) {
    return city.first >= date.last && city.first - date.last <= reach &&
           report.passage().text(city) != place;
  });
}

/// How well a date fits the meeting: words for holding it near by, the lead; not founding, former
/// or coming meetings.
double score(const Report& report, const Written& date, std::string_view place) {
  if (elsewhere(report, date, place)) return 0;
  const Sentence& sentence = report.sentence(date.first);
  const auto rank = report.rank(report.passage().sentence_of(date.first));
  const Range near{date.first > sentence.first + 15 ? date.first - 15 : sentence.first,
                   std::min(date.last + 15, sentence.last)};
  const auto& cues = report.cues();
  double score = rank < 2 ? 1 : 0;
  if (cues.any(Cue::held, near) || cues.any(Cue::to_be_held, near)) score += 2;
  if (cues.any(Cue::meeting_noun, near)) score += 1;
  for (const Cue cue : {Cue::founding, Cue::earlier, Cue::later, Cue::other_meeting})
    if (cues.any(cue, near)) score -= 3;
  return score;
}

std::string iso(int year, const Day& day) {
  if (year == 0) return {};
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, day.month,
                day.day); // NOLINT(*-vararg)
  return text.data();
}

int article_year(const Report& report) {
  int year = 0;
  const auto& date = report.article().date.value;
  if (date.size() >= 4) std::from_chars(date.data(), date.data() + 4, year);
  return year;
}

} // namespace

std::optional<MeetingDates> find_dates(const Report& report, std::string_view place) {
  const DateReader reader(report);
  std::optional<MeetingDates> best;
  for (std::uint32_t token = 0; token < report.passage().tokens().size(); ++token) {
    if (!report.passage().in_report(token)) continue;
    const auto date = reader.read(token);
    if (!date) continue;
    const double worth = score(report, *date, place);
    token = date->last - 1;
    if (worth < least_score || (best && worth <= best->score)) continue;
    const int year = date->year != 0 ? date->year : article_year(report);
    best = MeetingDates{*date, iso(year, date->from), iso(year, date->to), worth};
  }
  return best;
}

} // namespace tela::events
