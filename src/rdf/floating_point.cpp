// xsd:float and xsd:double as text: the last part of rdf/numeric.h.

#include "rdf/numeric.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace tela::rdf {

namespace {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t digit_run(std::string_view text, std::size_t from) {
  std::size_t at = from;
  while (at < text.size() && is_digit(text[at])) ++at;
  return at - from;
}

/// [0-9]+(\.[0-9]*)?|\.[0-9]+ and an exponent: from_chars alone would also take "inf" and "1e5x".
bool is_unsigned_notation(std::string_view text) {
  const std::size_t whole = digit_run(text, 0);
  std::size_t at = whole;
  std::size_t fraction = 0;
  if (at < text.size() && text[at] == '.') {
    fraction = digit_run(text, at + 1);
    at += 1 + fraction;
  }
  if (whole + fraction == 0) return false;
  if (at == text.size()) return true;
  if (text[at] != 'e' && text[at] != 'E') return false;
  ++at;
  if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
  const std::size_t exponent = digit_run(text, at);
  return exponent > 0 && at + exponent == text.size();
}

/// Whether the number, known to be out of range, is too large rather than too small: the place of
/// its first digit that is not zero, moved by the exponent.
bool is_huge(std::string_view text) {
  const auto exponent_at = std::min(text.find_first_of("eE"), text.size());
  const auto mantissa = text.substr(0, exponent_at);
  const auto point = std::min(mantissa.find('.'), mantissa.size());
  const auto first = mantissa.find_first_of("123456789");
  if (exponent_at < text.size() && digit_run(text, exponent_at + 2) > 9)
    return text[exponent_at + 1] != '-';
  long exponent = 0;
  if (exponent_at < text.size()) {
    const auto from = exponent_at + (text[exponent_at + 1] == '+' ? 2 : 1);
    std::from_chars(text.data() + from, text.data() + text.size(), exponent);
  }
  return static_cast<long>(point) - static_cast<long>(first) + exponent > 0;
}

template<typename Float>
std::optional<Float> parse(std::string_view lexical) {
  if (lexical == "INF" || lexical == "+INF") return std::numeric_limits<Float>::infinity();
  if (lexical == "-INF") return -std::numeric_limits<Float>::infinity();
  if (lexical == "NaN") return std::numeric_limits<Float>::quiet_NaN();
  const bool negative = !lexical.empty() && lexical.front() == '-';
  if (negative || (!lexical.empty() && lexical.front() == '+')) lexical.remove_prefix(1);
  if (!is_unsigned_notation(lexical)) return std::nullopt;
  Float value = 0;
  const auto result = std::from_chars(lexical.data(), lexical.data() + lexical.size(), value);
  if (result.ec == std::errc::result_out_of_range)
    value = is_huge(lexical) ? std::numeric_limits<Float>::infinity() : Float(0);
  return negative ? -value : value;
}

template<typename Float>
std::string canonical(Float value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value < 0 ? "-INF" : "INF";
  if (value == 0) return std::signbit(value) ? "-0.0E0" : "0.0E0";
  std::array<char, 40> text{};
  const auto* end =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific)
          .ptr;
  std::string_view shortest(text.data(), static_cast<std::size_t>(end - text.data()));
  const auto exponent_at = shortest.find('e');
  std::string out(shortest.substr(0, exponent_at));
  if (out.find('.') == std::string::npos) out += ".0";
  out += 'E';
  int exponent = 0;
  shortest.remove_prefix(exponent_at + (shortest[exponent_at + 1] == '+' ? 2 : 1));
  std::from_chars(shortest.data(), shortest.data() + shortest.size(), exponent);
  return out + std::to_string(exponent);
}

template<typename Float>
std::string cast(Float value) {
  const Float size = std::abs(value);
  if (size == 0) return std::signbit(value) ? "-0" : "0";
  if (!(size >= Float(0.000001) && size < Float(1'000'000))) return canonical(value);
  std::array<char, 64> text{};
  const auto* end =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed).ptr;
  return {text.data(), static_cast<std::size_t>(end - text.data())};
}

} // namespace

std::string cast_to_string(const Numeric& number) {
  if (const auto* value = std::get_if<float>(&number)) return cast(*value);
  if (const auto* value = std::get_if<double>(&number)) return cast(*value);
  return to_string(number);
}

std::optional<double> parse_double(std::string_view lexical) {
  return parse<double>(lexical);
}

std::optional<float> parse_float(std::string_view lexical) {
  return parse<float>(lexical);
}

std::string to_string(double value) {
  return canonical(value);
}

std::string to_string(float value) {
  return canonical(value);
}

} // namespace tela::rdf
