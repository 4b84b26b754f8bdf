#include "records/dateline.h"

#include "base/utf8.h"
#include "records/field_label.h"
#include "records/label_key.h"
#include "records/page_words.h"
#include "records/site_menu.h"

#include <algorithm>
#include <string>

namespace tela::records {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t longest_head = 60;

struct Dash {
  std::size_t start = npos;
  std::size_t end = npos;
};

/// The first dash between spaces (or double hyphen) in the head of a paragraph.
Dash find_dash(std::string_view paragraph) {
  Dash first;
  for (const std::string_view mark : {" – ", " — ", " - ", " -- ", " ‑ "}) {
    const auto at = paragraph.substr(0, longest_head + mark.size()).find(mark);
    if (at < first.start) first = {at, at + mark.size()};
  }
  return first;
}

char32_t first_character(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? U' ' : base::next_code_point(text, at);
}

bool starts_upper(std::string_view text) {
  const char32_t c = first_character(text);
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE) || c == U'Œ';
}

bool starts_lower(std::string_view text) {
  const char32_t c = first_character(text);
  return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF) || c == U'œ';
}

std::size_t word_count(std::string_view key) {
  return key.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(key.begin(), key.end(), ' '));
}

/// A part of the head that is a date ("28 juin", "July 5th") and not a place.
bool is_date_part(std::string_view part) {
  bool digits_or_month = false;
  bool other = false;
  for_each_word(label_key(part), [&](std::string_view word) {
    const bool date_word = is_month(word) || (word.front() >= '0' && word.front() <= '9');
    digits_or_month |= date_word;
    other |= !date_word && word != "de" && word != "of" && word != "del";
  });
  return digits_or_month && !other;
}

/// Bytes of the head that name the place: without ", 28 juin" at its end.
std::size_t place_length(std::string_view head) {
  for (auto comma = head.find(','); comma != npos; comma = head.find(',', comma + 1))
    if (is_date_part(head.substr(comma + 1))) return comma;
  return head.size();
}

/// "La Conférence régionale": an article and a common noun, where "Le Caire" is a name.
bool is_common_noun(std::string_view head) {
  const std::string key = label_key(head);
  const std::string_view first = std::string_view(key).substr(0, key.find(' '));
  if (!PageWords::built_in().has("article", first)) return false;
  for (auto space = head.find(' '); space != npos; space = head.find(' ', space + 1)) {
    constexpr std::size_t longest_connector = 3; // "de", "del", "du"
    const std::string_view word = head.substr(space + 1, head.find(' ', space + 1) - space - 1);
    if (!starts_upper(word) && word.size() > longest_connector) return true;
  }
  return false;
}

/// "Venue", "Wednesday": labels and days of the week.
bool is_no_place(std::string_view word) {
  return PageWords::built_in().has("not-place", word) || PageWords::built_in().has("weekday", word);
}

bool is_place(std::string_view head) {
  const std::string key = label_key(head);
  constexpr std::size_t most_words = 6;
  return starts_upper(head) && !key.empty() && word_count(key) <= most_words &&
         head.find_first_of(".!?;:\"") == npos && !is_common_noun(head) && !bare_label(head) &&
         !is_no_place(std::string_view(key).substr(0, key.find(' ')));
}

/// "LE CAIRE – 2 mai 2024 : report": the date behind the dash belongs to the dateline.
std::size_t skip_date(std::string_view paragraph, std::size_t at) {
  const auto colon = paragraph.substr(0, at + longest_head / 2).find(':', at);
  if (colon == npos || !is_date_part(paragraph.substr(at, colon - at))) return at;
  return std::min(paragraph.find_first_not_of(' ', colon + 1), paragraph.size());
}

std::optional<Dateline> behind_dash(std::string_view paragraph) {
  const Dash dash = find_dash(paragraph);
  if (dash.start == npos || starts_lower(paragraph.substr(dash.end))) return std::nullopt;
  const std::size_t place = place_length(paragraph.substr(0, dash.start));
  if (!is_place(paragraph.substr(0, place))) return std::nullopt;
  return Dateline{0, place, skip_date(paragraph, dash.end), {}};
}

/// "Abu Dhabi: Member states …"; only where nothing else can open the text.
std::optional<Dateline> behind_colon(std::string_view paragraph) {
  const auto colon = paragraph.substr(0, longest_head).find(':');
  if (colon == npos) return std::nullopt;
  std::string_view head = paragraph.substr(0, colon);
  while (head.ends_with(' ')) head.remove_suffix(1);
  const auto report = paragraph.find_first_not_of(' ', colon + 1);
  const bool opens = report != npos && report > colon + 1 && starts_upper(paragraph.substr(report));
  constexpr std::size_t most_words = 3;
  if (!opens || !is_place(head) || word_count(label_key(head)) > most_words) return std::nullopt;
  return Dateline{0, place_length(head), report, {}};
}

void add_date(std::string_view paragraph, DayOrder order, Dateline& dateline) {
  dateline.date = find_date(paragraph.substr(0, dateline.report_start), order);
}

void shift(Dateline& dateline, std::size_t distance) {
  dateline.place_start += distance;
  dateline.place_end += distance;
  dateline.report_start += distance;
  if (dateline.date) {
    dateline.date->start += distance;
    dateline.date->end += distance;
  }
}

} // namespace

std::size_t place_of_date_line(std::string_view line) {
  const auto comma = line.find(',');
  const auto date = find_date(line);
  if (comma == npos || !date || comma > date->start) return 0;
  const std::string_view place = line.substr(0, comma);
  bool weekday = false;
  for_each_word(label_key(place), [&](std::string_view word) {
    weekday |= PageWords::built_in().has("weekday", word);
  });
  return is_place(place) && !is_frame_word(place) && !weekday ? comma : 0;
}

std::optional<Dateline> find_dateline(std::string_view body, DayOrder order) {
  constexpr int paragraphs_looked_at = 4; // captions and kickers may stand first
  std::size_t start = 0;
  for (int i = 0; i < paragraphs_looked_at && start < body.size(); ++i) {
    const std::size_t end = std::min(body.find('\n', start), body.size());
    const std::string_view paragraph = body.substr(start, end - start);
    auto found = behind_dash(paragraph);
    if (!found && i == 0) found = behind_colon(paragraph);
    if (found) {
      add_date(paragraph, order, *found);
      shift(*found, start);
      return found;
    }
    start = end + 1;
  }
  return std::nullopt;
}

} // namespace tela::records
