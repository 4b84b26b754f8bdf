#include "publish/value_text.h"

#include "publish/page_words.h"
#include "rdf/date_time.h"
#include "rdf/namespaces.h"

#include <algorithm>

namespace tela::publish {

namespace {

void replace(std::string& text, std::string_view place, std::string_view value) {
  if (const auto at = text.find(place); at != std::string::npos)
    text.replace(at, place.size(), value);
}

std::string number_of_day(int day, std::size_t language) {
  return day == 1 ? std::string(way_of_writing("first day")[language]) : std::to_string(day);
}

// The date with `days` in place of its day.
std::string day_text(const rdf::DateTime& date, const std::string& days, std::size_t language) {
  if (date.kind == rdf::DateTimeKind::g_year) return std::to_string(date.year);
  const bool whole = date.kind == rdf::DateTimeKind::date;
  std::string text(way_of_writing(whole ? "day" : "month")[language]);
  replace(text, "{day}", days);
  replace(text, "{month}", month_names()[static_cast<std::size_t>(date.month - 1)][language]);
  replace(text, "{year}", std::to_string(date.year));
  return text;
}

// A day, a month or a year without time zone, from the year 1 on.
std::optional<rdf::DateTime> plain_date(const rdf::Term& literal) {
  const auto kind = rdf::date_time_kind(literal.datatype);
  if (!kind || *kind == rdf::DateTimeKind::date_time || *kind == rdf::DateTimeKind::time)
    return std::nullopt;
  const auto date = rdf::parse_date_time(literal.value, *kind);
  return date && !date->zone_minutes && date->year >= 1 ? date : std::nullopt;
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string group_digits(std::string digits) {
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), "\u202F");
  return digits;
}

} // namespace

std::string grouped(std::uint64_t number) {
  return group_digits(std::to_string(number));
}

std::optional<LocalText> date_text(const rdf::Term& literal) {
  const auto date = plain_date(literal);
  if (!date) return std::nullopt;
  LocalText text = local_text({});
  for (std::size_t i = 0; i < language_count; ++i)
    text.text[i] = day_text(*date, number_of_day(date->day, i), i);
  return text;
}

std::optional<LocalText> days_text(const rdf::Term& from, const rdf::Term& to) {
  const auto first = plain_date(from), last = plain_date(to);
  constexpr auto day = rdf::DateTimeKind::date;
  if (!first || !last || first->kind != day || last->kind != day || first->year != last->year ||
      first->month != last->month || first->day >= last->day)
    return std::nullopt;
  LocalText text = local_text({});
  for (std::size_t i = 0; i < language_count; ++i)
    text.text[i] =
        day_text(*first, number_of_day(first->day, i) + "–" + number_of_day(last->day, i), i);
  return text;
}

std::optional<LocalText> amount_text(const rdf::Term& literal) {
  if (literal.datatype != rdf::xsd::decimal) return std::nullopt;
  std::string_view digits = literal.value;
  const bool negative = digits.starts_with('-');
  if (negative) digits.remove_prefix(1);
  const auto point = std::min(digits.find('.'), digits.size());
  const std::string_view whole = digits.substr(0, point);
  std::string_view cents = digits.substr(std::min(point + 1, digits.size()));
  if (!is_digits(whole) || (!cents.empty() && !is_digits(cents))) return std::nullopt;
  if (std::ranges::all_of(cents, [](char c) { return c == '0'; })) cents = {};
  LocalText text;
  for (std::size_t i = 0; i < language_count; ++i) {
    text.text[i] = (negative ? "\u2212" : "") + group_digits(std::string(whole));
    if (!cents.empty()) (text.text[i] += way_of_writing("decimal sign")[i]) += cents;
    text.language[i] = language_tags[i];
  }
  return text;
}

} // namespace tela::publish
