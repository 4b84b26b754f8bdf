#pragma once

#include <cstdint>

namespace tela::sparql::functions {

/// Operators and built-in calls of SPARQL 1.1 sections 17.3 and 17.4.
enum class Function : std::uint8_t {
  // operators
  or_,
  and_,
  not_,
  equal,
  not_equal,
  less,
  greater,
  less_equal,
  greater_equal,
  in,
  not_in,
  add,
  subtract,
  multiply,
  divide,
  plus,
  minus,
  // functional forms
  bound,
  if_,
  coalesce,
  same_term,
  // terms
  is_iri,
  is_blank,
  is_literal,
  is_numeric,
  str,
  lang,
  datatype,
  iri,
  bnode,
  strdt,
  strlang,
  uuid,
  struuid,
  // strings
  strlen,
  substr,
  ucase,
  lcase,
  strstarts,
  strends,
  contains,
  strbefore,
  strafter,
  encode_for_uri,
  concat,
  langmatches,
  regex,
  replace,
  // numbers
  abs,
  round,
  ceil,
  floor,
  rand,
  // dates
  now,
  year,
  month,
  day,
  hours,
  minutes,
  seconds,
  timezone,
  tz,
  // hashes
  md5,
  sha1,
  sha256,
  sha384,
  sha512,
  // xsd casts, and any other function named by IRI
  cast_string,
  cast_boolean,
  cast_integer,
  cast_decimal,
  cast_float,
  cast_double,
  cast_date_time,
  cast_date,
  cast_time,
  extension,
  // what no query can write: the optimiser's key for joining by "="
  equality_key,
};

/// The set functions of section 11.
enum class AggregateKind : std::uint8_t { count, sum, min, max, avg, sample, group_concat };

} // namespace tela::sparql::functions
