#include "base/utf8.h"
#include "rdf/iri.h"
#include "rdf/language_tag.h"
#include "sparql/evaluator/charged_text.h"
#include "sparql/evaluator/compare.h"
#include "sparql/evaluator/functions.h"
#include "sparql/evaluator/letter_case.h"

#include <cmath>
#include <cstring>

namespace tela::sparql::evaluator {

using algebra::Function;
using rdf::TermView;

namespace {

using Arguments = std::span<const Value>;

Value strlen(Arguments a, Frame& frame) {
  const auto text = to_string_literal(a[0], frame);
  if (!text) return Failed{};
  return make_number(static_cast<std::int64_t>(base::code_point_count(text->value)));
}

/// fn:round of a number as a double; NaN for what is no number.
double rounded(const Value& value, Frame& frame) {
  const auto number = to_number(value, frame);
  if (!number) return std::nan("");
  return std::floor(rdf::to_double(*number) + 0.5);
}

/// fn:substring: the characters at positions p, from 1, with start <= p < start + length.
Value substr(Arguments a, Frame& frame) {
  const auto text = to_string_literal(a[0], frame);
  if (!text || !to_number(a[1], frame)) return Failed{};
  if (a.size() > 2 && !to_number(a[2], frame)) return Failed{};
  const double first = rounded(a[1], frame);
  const double end = a.size() > 2 ? first + rounded(a[2], frame) : HUGE_VAL;
  std::size_t begin_byte = text->value.size();
  std::size_t end_byte = text->value.size();
  double position = 1;
  for (std::size_t at = 0; at < text->value.size(); ++position) {
    if (position >= end) {
      end_byte = at;
      break;
    }
    if (position >= first && begin_byte == text->value.size()) begin_byte = at;
    static_cast<void>(base::next_code_point(text->value, at));
  }
  if (begin_byte > end_byte || std::isnan(first) || std::isnan(end)) return make_like(*text, "");
  return make_like(*text, text->value.substr(begin_byte, end_byte - begin_byte));
}

Value with_case(Arguments a, Frame& frame, CaseConversion convert) {
  const auto text = to_string_literal(a[0], frame);
  if (!text) return Failed{};
  std::string& result = frame.scratch.text();
  convert(text->value, [&](std::string_view piece) { append(result, piece, frame); });
  return make_like(*text, result);
}
Value ucase(Arguments a, Frame& frame) {
  return with_case(a, frame, to_upper_case);
}
Value lcase(Arguments a, Frame& frame) {
  return with_case(a, frame, to_lower_case);
}

struct Operands {
  TermView text, part;
};

/// Two compatible string literals: section 17.4.3.1.2.
std::optional<Operands> compatible(Arguments a, Frame& frame) {
  const auto text = to_string_literal(a[0], frame);
  const auto part = to_string_literal(a[1], frame);
  if (!text || !part) return std::nullopt;
  if (!part->language.empty() && !rdf::same_language(text->language, part->language))
    return std::nullopt;
  return Operands{*text, *part};
}

/// Where the part begins, or nothing. In linear time, which std::string_view::find() does not
/// promise: "aaa…ab" in "aaa…a" would take as long as the product of both.
std::optional<std::size_t> find_part(const Operands& operands) {
  const std::string_view text = operands.text.value;
  const std::string_view part = operands.part.value;
  const void* found = ::memmem(text.data(), text.size(), part.data(), part.size());
  if (found == nullptr) return std::nullopt;
  return static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

Value strstarts(Arguments a, Frame& frame) {
  const auto operands = compatible(a, frame);
  if (!operands) return Failed{};
  return operands->text.value.starts_with(operands->part.value);
}
Value strends(Arguments a, Frame& frame) {
  const auto operands = compatible(a, frame);
  if (!operands) return Failed{};
  return operands->text.value.ends_with(operands->part.value);
}
Value contains(Arguments a, Frame& frame) {
  const auto operands = compatible(a, frame);
  if (!operands) return Failed{};
  return find_part(*operands).has_value();
}
Value strbefore(Arguments a, Frame& frame) {
  const auto operands = compatible(a, frame);
  if (!operands) return Failed{};
  const auto at = find_part(*operands);
  if (!at) return make_string("");
  return make_like(operands->text, operands->text.value.substr(0, *at));
}
Value strafter(Arguments a, Frame& frame) {
  const auto operands = compatible(a, frame);
  if (!operands) return Failed{};
  const auto at = find_part(*operands);
  if (!at) return make_string("");
  return make_like(operands->text, operands->text.value.substr(*at + operands->part.value.size()));
}

Value encode_for_uri(Arguments a, Frame& frame) {
  const auto text = to_string_literal(a[0], frame);
  if (!text) return Failed{};
  constexpr std::size_t piece_bytes = std::size_t{1} << 16U;
  std::string& result = frame.scratch.text();
  for (std::size_t at = 0; at < text->value.size(); at += piece_bytes)
    append(result, rdf::percent_encode(text->value.substr(at, piece_bytes)), frame);
  return make_string(result);
}

Value concat(Arguments a, Frame& frame) {
  std::string& result = frame.scratch.text();
  std::optional<std::string_view> language;
  bool same = true;
  for (const Value& argument : a) {
    const auto text = to_string_literal(argument, frame);
    if (!text) return Failed{};
    append(result, text->value, frame);
    same = same && (!language || *language == text->language);
    language = text->language;
  }
  if (!language || language->empty() || !same) return make_string(result);
  return make_like(*to_string_literal(a[0], frame), result);
}

Value langmatches(Arguments a, Frame& frame) {
  const auto tag = to_plain_string(a[0], frame);
  const auto range = to_plain_string(a[1], frame);
  if (!tag || !range) return Failed{};
  return rdf::language_in_range(*tag, *range);
}

/// The regular expression that two arguments give (flags may be null); null when that is none.
const xsd::Regex* regex_of(const Value& pattern, const Value* flags, Frame& frame) {
  const auto text = to_plain_string(pattern, frame);
  const auto letters = flags != nullptr ? to_plain_string(*flags, frame) : std::string_view();
  if (!text || !letters) return nullptr;
  return frame.context.regexes.find(*text, *letters, frame.context.cancellation);
}

Value regex(Arguments a, Frame& frame) {
  const auto text = to_string_literal(a[0], frame);
  const xsd::Regex* compiled = regex_of(a[1], a.size() > 2 ? &a[2] : nullptr, frame);
  if (!text || compiled == nullptr) return Failed{};
  return compiled->found_in(text->value);
}

Value replace(Arguments a, Frame& frame) {
  const auto text = to_string_literal(a[0], frame);
  const auto replacement = to_plain_string(a[2], frame);
  const xsd::Regex* compiled = regex_of(a[1], a.size() > 3 ? &a[3] : nullptr, frame);
  if (!text || !replacement || compiled == nullptr) return Failed{};
  std::string& result = frame.scratch.text();
  const bool valid = compiled->replace(
      text->value, *replacement, [&](std::string_view piece) { append(result, piece, frame); });
  return valid ? make_like(*text, result) : Value(Failed{});
}

} // namespace

FunctionPointer find_string_function(Function function) {
  switch (function) {
  case Function::strlen:
    return strlen;
  case Function::substr:
    return substr;
  case Function::ucase:
    return ucase;
  case Function::lcase:
    return lcase;
  case Function::strstarts:
    return strstarts;
  case Function::strends:
    return strends;
  case Function::contains:
    return contains;
  case Function::strbefore:
    return strbefore;
  case Function::strafter:
    return strafter;
  case Function::encode_for_uri:
    return encode_for_uri;
  case Function::concat:
    return concat;
  case Function::langmatches:
    return langmatches;
  case Function::regex:
    return regex;
  case Function::replace:
    return replace;
  default:
    return nullptr;
  }
}

} // namespace tela::sparql::evaluator
