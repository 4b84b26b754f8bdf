#include "records/field_value.h"

#include "base/utf8.h"
#include "records/label_key.h"
#include "records/written_date.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tela::records {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

template<class Value, std::size_t N>
std::optional<Value> look_up(const std::array<std::pair<std::string_view, Value>, N>& table,
                             std::string_view text) {
  const std::string key = label_key(text);
  for (const auto& [word, value] : table)
    if (word == key) return value;
  return std::nullopt;
}

constexpr std::array<std::pair<std::string_view, Status>, 23> status_words{{
    {"actif", Status::active},        {"active", Status::active},
    {"activo", Status::active},       {"en cours", Status::active},
    {"en curso", Status::active},     {"ongoing", Status::active},
    {"in progress", Status::active},  {"en execution", Status::active},
    {"en ejecucion", Status::active}, {"acheve", Status::completed},
    {"achevee", Status::completed},   {"termine", Status::completed},
    {"cloture", Status::completed},   {"finalise", Status::completed},
    {"completed", Status::completed}, {"complete", Status::completed},
    {"closed", Status::completed},    {"finalizado", Status::completed},
    {"finalised", Status::completed}, {"completado", Status::completed},
    {"concluido", Status::completed}, {"terminado", Status::completed},
    {"cerrado", Status::completed},
}};

constexpr std::array<std::pair<std::string_view, Coverage>, 20> coverage_words{{
    {"national", Coverage::national},
    {"nationale", Coverage::national},
    {"nacional", Coverage::national},
    {"country", Coverage::national},
    {"regional", Coverage::regional},
    {"regionale", Coverage::regional},
    {"multi regional", Coverage::multi_regional},
    {"multiregional", Coverage::multi_regional},
    {"multi regionale", Coverage::multi_regional},
    {"multiregionale", Coverage::multi_regional},
    {"multirregional", Coverage::multi_regional},
    {"interregional", Coverage::multi_regional},
    {"inter regional", Coverage::multi_regional},
    {"interregionale", Coverage::multi_regional},
    {"global", Coverage::global},
    {"globale", Coverage::global},
    {"mondial", Coverage::global},
    {"mondiale", Coverage::global},
    {"mundial", Coverage::global},
    {"worldwide", Coverage::global},
}};

/// Digits and separators of `value` from the first to the last digit; empty when anything else
/// stands between them. A space or an apostrophe is written as ' '.
std::string number_part(std::string_view value) {
  std::string number;
  const auto first = std::find_if(value.begin(), value.end(), is_digit);
  const auto last = std::find_if(value.rbegin(), value.rend(), is_digit).base();
  for (std::size_t at = first - value.begin(), end = last - value.begin(); at < end;) {
    const char32_t c = base::next_code_point(value, at);
    if (c < 0x80 && (is_digit(static_cast<char>(c)) || c == '.' || c == ','))
      number += static_cast<char>(c);
    else if (c == ' ' || c == '\'' || c == U'’' || c == 0xA0 || c == 0x202F)
      number += ' ';
    else
      return {};
  }
  return number;
}

/// Where the decimals begin, or npos: behind the last point or comma, unless it parts thousands.
std::size_t decimals_start(std::string_view number) {
  const auto last = number.find_last_of(".,");
  if (last == std::string_view::npos) return last;
  const std::size_t behind = number.size() - last - 1;
  const bool other_before = number.substr(0, last).find_first_of(".,") != std::string_view::npos;
  const bool repeated = number.find(number[last]) != last;
  const bool groups = behind == 3 && (!other_before || repeated);
  return groups || repeated ? std::string_view::npos : last;
}

/// Where there are separators, one to three digits stand before the first, three behind each.
bool groups_are_thousands(std::string_view whole) {
  std::size_t at = whole.find_first_not_of("0123456789");
  if (at != std::string_view::npos && at > 3) return false;
  while (at != std::string_view::npos) {
    const std::size_t next = std::min(whole.find_first_not_of("0123456789", at + 1), whole.size());
    if (next - at != 4) return false;
    at = next == whole.size() ? std::string_view::npos : next;
  }
  return true;
}

bool surroundings_are_currency(std::string_view value) {
  std::string letters;
  for (const char c : value)
    if (!is_digit(c) && std::string_view(" .,'").find(c) == std::string_view::npos) letters += c;
  constexpr std::size_t longest = 12;
  return letters.size() <= longest;
}

} // namespace

std::optional<Status> read_status(std::string_view value) {
  return look_up(status_words, value);
}

std::optional<Coverage> read_coverage(std::string_view value) {
  return look_up(coverage_words, value);
}

std::optional<std::string> read_amount(std::string_view value) {
  const std::string number = number_part(value);
  if (number.empty() || !surroundings_are_currency(value)) return std::nullopt;
  const std::size_t point = decimals_start(number);
  std::string whole = number.substr(0, point);
  std::string decimals = point == std::string::npos ? "" : number.substr(point + 1);
  if (!groups_are_thousands(whole) || !std::all_of(decimals.begin(), decimals.end(), is_digit))
    return std::nullopt;
  std::erase_if(whole, [](char c) { return !is_digit(c); });
  decimals.resize(std::max<std::size_t>(decimals.size(), 2), '0');
  const bool exact = decimals.find_first_not_of('0', 2) == std::string::npos;
  if (!exact) return std::nullopt;
  return whole + '.' + decimals.substr(0, 2);
}

std::optional<std::string> read_currency(std::string_view text) {
  if (text.find("US$") != std::string_view::npos) return "USD";
  for (std::size_t at = 0; at + 3 <= text.size(); ++at) {
    const std::string_view code = text.substr(at, 3);
    const bool alone =
        (at == 0 || !is_upper(text[at - 1])) && (at + 3 == text.size() || !is_upper(text[at + 3]));
    if (alone && std::all_of(code.begin(), code.end(), is_upper)) return std::string(code);
  }
  if (text.find("€") != std::string_view::npos) return "EUR";
  return std::nullopt;
}

bool is_project_id(std::string_view value) {
  const auto mark = value.find_first_of(".-");
  if (mark == std::string_view::npos || mark < 1 || mark > 4) return false;
  const std::string_view head = value.substr(0, mark);
  const std::string_view tail = value.substr(mark + 1);
  const bool dashed = value[mark] == '-';
  return std::all_of(head.begin(), head.end(), [](char c) { return is_upper(c) || is_digit(c); }) &&
         (dashed || is_upper(head.front())) && tail.size() >= 3 && tail.size() <= 5 &&
         std::all_of(tail.begin(), tail.end(), is_digit);
}

bool is_prima_id(std::string_view value) {
  constexpr std::string_view shape = "AA00A0000";
  return value.size() == shape.size() &&
         std::equal(value.begin(), value.end(), shape.begin(),
                    [](char c, char wanted) { return wanted == 'A' ? is_upper(c) : is_digit(c); });
}

std::optional<std::string> read_year_or_date(std::string_view value) {
  if (value.size() == 4 && holds_year(value)) return std::string(value);
  const auto date = find_date(value);
  if (!date || date->start != 0 || date->end != value.size()) return std::nullopt;
  return date->iso;
}

bool holds_year(std::string_view value) {
  for (std::size_t at = 0; at + 4 <= value.size(); ++at) {
    const std::string_view year = value.substr(at, 4);
    const bool century = year.starts_with("18") || year.starts_with("19") || year.starts_with("20");
    const bool alone = (at == 0 || !is_digit(value[at - 1])) &&
                       (at + 4 == value.size() || !is_digit(value[at + 4]));
    if (century && alone && is_digit(year[2]) && is_digit(year[3])) return true;
  }
  return false;
}

} // namespace tela::records
