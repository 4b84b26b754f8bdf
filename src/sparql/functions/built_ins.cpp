#include "sparql/functions/built_ins.h"

#include "base/ascii.h"
#include "rdf/namespaces.h"

#include <algorithm>
#include <array>

namespace tela::sparql::functions {

namespace {

using enum Function;

constexpr std::array built_ins{
    BuiltIn{"ABS", abs, 1, 1},
    BuiltIn{"BNODE", bnode, 0, 1},
    BuiltIn{"BOUND", bound, 1, 1},
    BuiltIn{"CEIL", ceil, 1, 1},
    BuiltIn{"COALESCE", coalesce, 0, any_number},
    BuiltIn{"CONCAT", concat, 0, any_number},
    BuiltIn{"CONTAINS", contains, 2, 2},
    BuiltIn{"DATATYPE", datatype, 1, 1},
    BuiltIn{"DAY", day, 1, 1},
    BuiltIn{"ENCODE_FOR_URI", encode_for_uri, 1, 1},
    BuiltIn{"FLOOR", floor, 1, 1},
    BuiltIn{"HOURS", hours, 1, 1},
    BuiltIn{"IF", if_, 3, 3},
    BuiltIn{"IRI", iri, 1, 1},
    BuiltIn{"ISBLANK", is_blank, 1, 1},
    BuiltIn{"ISIRI", is_iri, 1, 1},
    BuiltIn{"ISLITERAL", is_literal, 1, 1},
    BuiltIn{"ISNUMERIC", is_numeric, 1, 1},
    BuiltIn{"ISURI", is_iri, 1, 1},
    BuiltIn{"LANG", lang, 1, 1},
    BuiltIn{"LANGMATCHES", langmatches, 2, 2},
    BuiltIn{"LCASE", lcase, 1, 1},
    BuiltIn{"MD5", md5, 1, 1},
    BuiltIn{"MINUTES", minutes, 1, 1},
    BuiltIn{"MONTH", month, 1, 1},
    BuiltIn{"NOW", now, 0, 0},
    BuiltIn{"RAND", rand, 0, 0},
    BuiltIn{"REGEX", regex, 2, 3},
    BuiltIn{"REPLACE", replace, 3, 4},
    BuiltIn{"ROUND", round, 1, 1},
    BuiltIn{"SAMETERM", same_term, 2, 2},
    BuiltIn{"SECONDS", seconds, 1, 1},
    BuiltIn{"SHA1", sha1, 1, 1},
    BuiltIn{"SHA256", sha256, 1, 1},
    BuiltIn{"SHA384", sha384, 1, 1},
    BuiltIn{"SHA512", sha512, 1, 1},
    BuiltIn{"STR", str, 1, 1},
    BuiltIn{"STRAFTER", strafter, 2, 2},
    BuiltIn{"STRBEFORE", strbefore, 2, 2},
    BuiltIn{"STRDT", strdt, 2, 2},
    BuiltIn{"STRENDS", strends, 2, 2},
    BuiltIn{"STRLANG", strlang, 2, 2},
    BuiltIn{"STRLEN", strlen, 1, 1},
    BuiltIn{"STRSTARTS", strstarts, 2, 2},
    BuiltIn{"STRUUID", struuid, 0, 0},
    BuiltIn{"SUBSTR", substr, 2, 3},
    BuiltIn{"TIMEZONE", timezone, 1, 1},
    BuiltIn{"TZ", tz, 1, 1},
    BuiltIn{"UCASE", ucase, 1, 1},
    BuiltIn{"URI", iri, 1, 1},
    BuiltIn{"UUID", uuid, 0, 0},
    BuiltIn{"YEAR", year, 1, 1},
};

struct NamedAggregate {
  std::string_view name;
  AggregateKind kind;
};
constexpr std::array aggregates{
    NamedAggregate{"COUNT", AggregateKind::count},
    NamedAggregate{"SUM", AggregateKind::sum},
    NamedAggregate{"MIN", AggregateKind::min},
    NamedAggregate{"MAX", AggregateKind::max},
    NamedAggregate{"AVG", AggregateKind::avg},
    NamedAggregate{"SAMPLE", AggregateKind::sample},
    NamedAggregate{"GROUP_CONCAT", AggregateKind::group_concat},
};

struct Cast {
  std::string_view datatype;
  Function function;
};
constexpr std::array casts{
    Cast{rdf::xsd::string, cast_string},       Cast{rdf::xsd::boolean, cast_boolean},
    Cast{rdf::xsd::integer, cast_integer},     Cast{rdf::xsd::decimal, cast_decimal},
    Cast{rdf::xsd::float_, cast_float},        Cast{rdf::xsd::double_, cast_double},
    Cast{rdf::xsd::date_time, cast_date_time}, Cast{rdf::xsd::date, cast_date},
    Cast{rdf::xsd::time, cast_time},
};

} // namespace

bool same_word(std::string_view a, std::string_view b) {
  constexpr auto upper = [](char c) { return base::ascii_upper(c); };
  return std::ranges::equal(a, b, {}, upper, upper);
}

const BuiltIn* find_built_in(std::string_view name) {
  const auto* found =
      std::find_if(built_ins.begin(), built_ins.end(),
                   [name](const BuiltIn& entry) { return same_word(entry.name, name); });
  return found == built_ins.end() ? nullptr : found;
}

const BuiltIn* built_in_of(Function function) {
  const auto* found =
      std::find_if(built_ins.begin(), built_ins.end(),
                   [function](const BuiltIn& entry) { return entry.function == function; });
  return found == built_ins.end() ? nullptr : found;
}

std::optional<AggregateKind> find_aggregate(std::string_view name) {
  for (const auto& entry : aggregates)
    if (same_word(entry.name, name)) return entry.kind;
  return std::nullopt;
}

std::optional<Function> find_cast(std::string_view iri) {
  for (const auto& entry : casts)
    if (entry.datatype == iri) return entry.function;
  return std::nullopt;
}

} // namespace tela::sparql::functions
