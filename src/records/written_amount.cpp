#include "records/written_amount.h"

#include "base/utf8.h"
#include "records/currency.h"
#include "records/label_key.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tela::records {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Multipliers as label_key() writes them, and the power of ten. "mil" is not among them: a
/// thousand in Spanish, a million in careless English.
constexpr std::array<std::pair<std::string_view, int>, 30> multipliers{{
    {"mil millones", 9},
    {"thousand million", 9},
    {"milliards", 9},
    {"milliard", 9},
    {"millions", 6},
    {"millones", 6},
    {"thousands", 3},
    {"billions", 9},
    {"thousand", 3},
    {"milliers", 3},
    {"millier", 3},
    {"million", 6},
    {"millon", 6},
    {"billion", 9},
    {"miles", 3},
    {"mille", 3},
    {"mio", 6},
    {"mln", 6},
    {"mns", 6},
    {"mds", 9},
    {"mrd", 9},
    {"mm", 6},
    {"mn", 6},
    {"md", 9},
    {"bn", 9},
    {"k", 3},
    {"m", 6},
    {"b", 9},
    {"bln", 9},
    {"thsd", 3},
}};

/// The part of the text that the number is, and what stands around it, in plain spaces.
struct Parts {
  std::string before, number, behind;
};

std::string with_plain_spaces(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = base::next_code_point(text, at);
    if (c == 0xA0 || c == 0x202F || c == 0x2009)
      plain += ' ';
    else if (c == U'−') // the minus sign of typography
      plain += '-';
    else
      plain += text.substr(start, at - start);
  }
  return plain;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// Bytes of the "e+06" at `at`; 0 when there is none.
std::size_t exponent_size(std::string_view text, std::size_t at) {
  if (at >= text.size() || (text[at] != 'e' && text[at] != 'E')) return 0;
  std::size_t end = at + 1;
  if (end < text.size() && (text[end] == '+' || text[end] == '-')) ++end;
  const std::size_t digits = end;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end == digits ? 0 : end - at;
}

std::pair<std::size_t, std::size_t> number_range(std::string_view text) {
  auto first = std::min(text.find_first_of("0123456789"), text.size());
  if (first == text.size()) return {first, first};
  constexpr std::string_view apostrophe = "’";
  std::size_t last = first;
  for (std::size_t at = first; at < text.size();) {
    if (is_digit(text[at]))
      last = ++at;
    else if (text.substr(at).starts_with(apostrophe))
      at += apostrophe.size();
    else if (std::string_view(" .,'").find(text[at]) != std::string_view::npos)
      ++at;
    else
      break;
  }
  if (first > 0 && (text[first - 1] == '.' || text[first - 1] == ',') &&
      (first == 1 || text[first - 2] == ' ' || text[first - 2] == '-'))
    --first; // ".5"
  return {first, last + exponent_size(text, last)};
}

Parts parts_of(std::string_view value) {
  const std::string text = with_plain_spaces(value);
  const auto [first, last] = number_range(text);
  return {std::string(trimmed(std::string_view(text).substr(0, first))),
          text.substr(first, last - first),
          std::string(trimmed(std::string_view(text).substr(last)))};
}

/// Takes a sign off the end or the front of `before`; false when none is there.
bool take_minus(std::string& before) {
  const bool at_end = before.ends_with('-');
  const bool in_front = before.starts_with('-');
  if (!at_end && !in_front) return false;
  before.erase(at_end ? before.size() - 1 : 0, 1);
  before = trimmed(before);
  return true;
}

/// Takes the brackets of an accountant's negative number off; false when there are none.
bool take_brackets(Parts& parts) {
  const auto open = parts.before.find('(');
  const auto close = parts.behind.find(')');
  const bool around = open != std::string::npos && close != std::string::npos &&
                      (open == 0 || open + 1 == parts.before.size()) &&
                      (close == 0 || close + 1 == parts.behind.size());
  if (!around) return false;
  parts.before = trimmed(parts.before.erase(open, 1));
  parts.behind = trimmed(parts.behind.erase(close, 1));
  return true;
}

/// The power of ten of a multiplier, as written; 0 when `word` is none.
int exponent_of(std::string_view word) {
  const std::string key = label_key(word);
  if (key.size() != base::code_point_count(word)) return 0; // a sign stands in it
  const auto found = std::ranges::find(multipliers, std::string_view(key),
                                       &std::pair<std::string_view, int>::first);
  return found == multipliers.end() ? 0 : found->second;
}

/// "dollars" of "de dollars".
std::string_view without_preposition(std::string_view text) {
  for (const std::string_view of : {"de ", "d'", "d’", "of "})
    if (text.starts_with(of)) return trimmed(text.substr(of.size()));
  return text;
}

/// False where `text` is no currency, or another one than was named before.
bool take_currency(std::string_view text, std::string& currency) {
  if (text.empty()) return true;
  const auto found = currency_named(text);
  if (!found || (!currency.empty() && currency != *found)) return false;
  currency = *found;
  return true;
}

/// Reads "€", "million", "million EUR", "k€", "millions de dollars".
std::optional<AmountUnit> unit_of(std::string_view text) {
  AmountUnit unit;
  constexpr std::size_t longest = 64;
  if (text.size() > longest) return std::nullopt;
  if (take_currency(text, unit.currency)) return unit;
  for (std::size_t size = 0; size < text.size();) {
    static_cast<void>(base::next_code_point(text, size)); // no word ends within a character
    unit.exponent = exponent_of(trimmed(text.substr(0, size)));
    if (unit.exponent != 0 &&
        take_currency(without_preposition(trimmed(text.substr(size))), unit.currency))
      return unit;
  }
  return std::nullopt;
}

AmountReading fault(std::string message) {
  return {std::nullopt, {}, std::move(message), {}};
}

std::string named(std::string_view value) {
  return "'" + std::string(value) + "'";
}

/// What decides an ambiguous number where nothing else does.
bool parts_thousands(DecimalMark mark, const AmountUnit& unit) {
  return mark == DecimalMark::unknown && unit.exponent == 0 && has_cents_at_most(unit.currency);
}

AmountReading decide(std::string_view value, const std::string& number, DecimalMark mark,
                     const AmountUnit& unit) {
  AmountReading reading;
  reading.currency = unit.currency;
  const bool doubtful =
      is_ambiguous(number) && (mark == DecimalMark::unknown || mark == DecimalMark::disputed);
  if (doubtful && !parts_thousands(mark, unit))
    return fault(named(value) + " can be read with decimals and with thousands");
  if (doubtful) {
    const bool point = number.find('.') != std::string::npos;
    mark = point ? DecimalMark::comma : DecimalMark::point;
    if (point) // programs write it in front of decimals
      reading.note = "the point in " + named(value) +
                     " is taken to part thousands, since money has at most two decimals";
  }
  const auto plain = plain_decimal(number, mark);
  const auto amount = plain ? shifted(*plain, unit.exponent) : std::nullopt;
  if (!amount) return fault(named(value) + " is no amount");
  reading.amount = with_cents(*amount);
  return reading;
}

} // namespace

AmountReading read_written_amount(std::string_view value, DecimalMark mark,
                                  const AmountUnit& otherwise) {
  Parts parts = parts_of(value);
  if (parts.number.empty()) return fault(named(value) + " is no amount");
  if ((parts.before + parts.behind).find('%') != std::string::npos)
    return fault(named(value) + " is a share, no amount");
  const bool negative = take_minus(parts.before) || take_brackets(parts);
  if (parts.before.ends_with('+') && !negative) parts.before.pop_back();
  AmountUnit unit;
  const auto behind = unit_of(parts.behind);
  if (!take_currency(trimmed(parts.before), unit.currency) || !behind ||
      !take_currency(behind->currency, unit.currency))
    return fault(named(value) + " is no amount");
  unit.exponent = behind->exponent == 0 ? otherwise.exponent : behind->exponent;
  if (unit.currency.empty()) unit.currency = otherwise.currency;
  AmountReading reading = decide(value, parts.number, mark, unit);
  if (negative && reading.amount && reading.amount->find_first_not_of("0.") != std::string::npos)
    reading.amount->insert(0, 1, '-');
  return reading;
}

std::string number_in(std::string_view value) {
  return parts_of(value).number;
}

std::optional<AmountUnit> read_unit(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with("in ") || text.starts_with("en ")) text = trimmed(text.substr(3));
  if (text.empty()) return std::nullopt;
  if (auto unit = unit_of(text)) return unit;
  const auto space = text.find(' '); // "EUR million"
  if (space == std::string_view::npos) return std::nullopt;
  auto unit = unit_of(trimmed(text.substr(space)));
  if (!unit || !unit->currency.empty() || !take_currency(text.substr(0, space), unit->currency))
    return std::nullopt;
  return unit;
}

} // namespace tela::records
