#include "sparql/results/column_type.h"

#include "rdf/date_time.h"
#include "rdf/namespaces.h"
#include "rdf/numeric.h"

#include <algorithm>
#include <cstdlib>

namespace tela::sparql::results {

using parquet::Type;

namespace {

constexpr std::int64_t attoseconds_a_microsecond = 1'000'000'000'000;
constexpr std::int64_t microseconds_a_second = 1'000'000;
constexpr std::int64_t seconds_a_day = 86'400;
constexpr std::int64_t last_year = 9999; // what readers of tables know

constexpr unsigned bit(Type type) {
  return 1U << static_cast<unsigned>(type);
}

// Whether a double gives all digits of a decimal back.
bool fits_double(std::string_view decimal) {
  constexpr std::ptrdiff_t exact_digits = 15;
  return std::ranges::count_if(decimal, [](char c) { return c >= '0' && c <= '9'; }) <=
         exact_digits;
}

Type type_of_number(const rdf::Numeric& number, std::string_view lexical) {
  if (const auto* integer = std::get_if<rdf::Integer>(&number))
    return integer->as_int64() ? Type::integer : Type::text;
  if (std::holds_alternative<rdf::Decimal>(number) && !fits_double(lexical)) return Type::text;
  return Type::real;
}

Type type_of_time(const rdf::DateTime& time) {
  if (time.year < 1 || time.year > last_year) return Type::text;
  if (time.kind == rdf::DateTimeKind::date) return time.zone_minutes ? Type::text : Type::date;
  if (time.kind != rdf::DateTimeKind::date_time) return Type::text;
  if (time.attoseconds % attoseconds_a_microsecond != 0) return Type::text;
  return time.zone_minutes ? Type::instant : Type::local;
}

Type type_of(const rdf::TermView& term) {
  if (term.kind != rdf::TermKind::literal || !term.language.empty()) return Type::text;
  if (term.datatype == rdf::xsd::boolean) {
    const bool is_one =
        term.value == "true" || term.value == "false" || term.value == "1" || term.value == "0";
    return is_one ? Type::boolean : Type::text;
  }
  if (const auto number = rdf::parse_numeric(term.value, term.datatype))
    return type_of_number(*number, term.value);
  const auto kind = rdf::date_time_kind(term.datatype);
  const auto time = kind ? rdf::parse_date_time(term.value, *kind) : std::nullopt;
  return time ? type_of_time(*time) : Type::text;
}

std::int64_t microseconds(std::string_view lexical) {
  const auto time = rdf::parse_date_time(lexical, rdf::DateTimeKind::date_time);
  const rdf::Instant instant = rdf::instant(*time);
  return instant.seconds * microseconds_a_second + instant.attoseconds / attoseconds_a_microsecond;
}

std::int64_t days(std::string_view lexical) {
  const auto date = rdf::parse_date_time(lexical, rdf::DateTimeKind::date);
  return rdf::instant(*date).seconds / seconds_a_day; // a midnight: no rest
}

} // namespace

void ColumnType::see(const rdf::TermView& term) {
  const Type type = type_of(term);
  seen_ |= bit(type);
  if (type != Type::integer) return;
  constexpr std::int64_t largest = std::int64_t{1} << 53U;
  const std::int64_t value = *rdf::Integer::parse(term.value)->as_int64();
  large_integer_ = large_integer_ || value > largest || value < -largest;
}

Type ColumnType::type() const noexcept {
  for (const Type type :
       {Type::boolean, Type::integer, Type::real, Type::date, Type::instant, Type::local})
    if (seen_ == bit(type)) return type;
  const bool numbers = seen_ == (bit(Type::integer) | bit(Type::real));
  return numbers && !large_integer_ ? Type::real : Type::text;
}

parquet::Value column_value(std::string_view lexical, Type type) {
  switch (type) {
  case Type::boolean:
    return lexical == "true" || lexical == "1";
  case Type::integer:
    return *rdf::Integer::parse(lexical)->as_int64();
  case Type::real:
    return *rdf::parse_double(lexical);
  case Type::date:
    return days(lexical);
  case Type::instant:
  case Type::local:
    return microseconds(lexical);
  case Type::text:
    break;
  }
  return lexical;
}

} // namespace tela::sparql::results
