#include "jsonld/canonical_json.h"

#include "base/require.h"
#include "base/utf8.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <map>
#include <string_view>

namespace tela::jsonld {

namespace {

/// Digits and exponent of the shortest text that gives `value` back: 1234 and 2 are 12.34.
struct Decimal {
  std::string digits;
  int point = 0; ///< how many digits stand before the point; may be negative
};

Decimal shortest(double value) {
  std::array<char, 40> text{};
  const auto* end =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific)
          .ptr;
  Decimal decimal;
  const char* at = text.data();
  for (; *at != 'e'; ++at)
    if (*at != '.') decimal.digits += *at;
  ++at;
  if (*at == '+') ++at;
  std::from_chars(at, end, decimal.point);
  ++decimal.point;
  return decimal;
}

/// ECMAScript's Number::toString, for positive numbers.
void append_positive(std::string& out, double value) {
  constexpr int most_digits = 21, most_zeros = 6;
  auto [digits, point] = shortest(value);
  const int count = static_cast<int>(digits.size());
  if (point >= count && point <= most_digits) {
    out += digits.append(static_cast<std::size_t>(point - count), '0');
  } else if (point > 0 && point <= most_digits) {
    out += digits.insert(static_cast<std::size_t>(point), 1, '.');
  } else if (point <= 0 && point > -most_zeros) {
    ((out += "0.").append(static_cast<std::size_t>(-point), '0')) += digits;
  } else {
    if (count > 1) digits.insert(1, 1, '.');
    ((out += digits) += point > 0 ? "e+" : "e") += std::to_string(point - 1);
  }
}

void append_number(std::string& out, double value) {
  if (value == 0) {
    out += '0';
    return;
  }
  if (value < 0) out += '-';
  append_positive(out, std::abs(value));
}

void append_string(std::string& out, std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  constexpr std::string_view named = "\b\t\n\f\r\"\\", names = "btnfr\"\\";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (const auto at = named.find(c); at != std::string_view::npos)
      (out += '\\') += names[at];
    else if (byte < 0x20)
      ((out += "\\u00") += hex[byte >> 4U]) += hex[byte & 15U];
    else
      out += c;
  }
  out += '"';
}

/// Names are sorted by UTF-16 units, where characters beyond the basic plane stand before U+E000.
std::u16string utf16(std::string_view text) {
  std::u16string units;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    if (c < 0x10000) {
      units += static_cast<char16_t>(c);
    } else {
      units += static_cast<char16_t>(0xD800U + ((c - 0x10000U) >> 10U));
      units += static_cast<char16_t>(0xDC00U + ((c - 0x10000U) & 0x3FFU));
    }
  }
  return units;
}

void append(std::string& out, const Value& value);

void append_object(std::string& out, const Object& object) {
  std::map<std::u16string, const Object::value_type*> sorted;
  for (const auto& entry : object) sorted.emplace(utf16(entry.first), &entry);
  out += '{';
  for (const auto& [units, entry] : sorted) {
    if (!out.ends_with('{')) out += ',';
    append_string(out, entry->first);
    out += ':';
    append(out, entry->second);
  }
  out += '}';
}

void append_array(std::string& out, const Array& array) {
  out += '[';
  for (const Value& item : array) {
    if (&item != &array.front()) out += ',';
    append(out, item);
  }
  out += ']';
}

void append(std::string& out, const Value& value) {
  if (const bool* truth = value.boolean())
    out += *truth ? "true" : "false";
  else if (const Number* number = value.number())
    append_number(out, number->value);
  else if (const std::string* text = value.string())
    append_string(out, *text);
  else if (const Array* array = value.array())
    append_array(out, *array);
  else if (const Object* object = value.object())
    append_object(out, *object);
  else
    out += "null";
}

} // namespace

std::string canonical_json(const Value& value) {
  std::string out;
  append(out, value);
  return out;
}

std::string canonical_double(double value) {
  constexpr int digits = 15;
  std::array<char, 40> text{};
  const auto* end = std::to_chars(text.data(), text.data() + text.size(), value,
                                  std::chars_format::scientific, digits)
                        .ptr;
  const std::string_view written(text.data(), static_cast<std::size_t>(end - text.data()));
  const auto at = written.find('e');
  std::string_view mantissa = written.substr(0, at);
  while (mantissa.ends_with('0') && !mantissa.ends_with(".0")) mantissa.remove_suffix(1);
  int exponent = 0;
  const auto exponent_at = at + (written[at + 1] == '+' ? 2 : 1);
  std::from_chars(text.data() + exponent_at, end, exponent);
  return std::string(mantissa) + 'E' + std::to_string(exponent);
}

bool is_integer(const Number& number) {
  constexpr double beyond = 1e21;
  return std::abs(number.value) < beyond && std::trunc(number.value) == number.value;
}

std::string integer_digits(const Number& number) {
  base::require(is_integer(number), "is_integer()");
  if (!number.digits.empty()) return number.digits == "-0" ? "0" : number.digits;
  std::array<char, 40> text{};
  const auto* end = std::to_chars(text.data(), text.data() + text.size(), number.value + 0.0,
                                  std::chars_format::fixed, 0)
                        .ptr;
  return {text.data(), static_cast<std::size_t>(end - text.data())};
}

} // namespace tela::jsonld
