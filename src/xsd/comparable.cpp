#include "xsd/comparable.h"

#include "rdf/language_tag.h"
#include "rdf/namespaces.h"

namespace tela::xsd {

namespace {

using Space = Comparable::Space;

/// Nothing when the values have no order: then comparing is an error.
std::optional<std::partial_ordering> some_order(std::partial_ordering order) {
  if (order == std::partial_ordering::unordered) return std::nullopt;
  return order;
}

std::optional<bool> equal_times(const rdf::DateTime& a, const rdf::DateTime& b) {
  if (a.kind != b.kind) return false;
  const auto order = some_order(rdf::compare(a, b));
  return order ? std::optional(*order == 0) : std::nullopt;
}

/// REQUIRES: of one space.
std::optional<bool> equal_values(const Comparable& a, const Comparable& b) {
  switch (a.space) {
  case Space::node:
  case Space::string:
    return a.term.value == b.term.value && a.term.kind == b.term.kind;
  case Space::language_string:
    return a.term.value == b.term.value && rdf::same_language(a.term.language, b.term.language);
  case Space::boolean:
    return a.boolean == b.boolean;
  case Space::number:
    return rdf::compare(a.number, b.number) == 0;
  case Space::time:
    return equal_times(a.time, b.time);
  case Space::length:
    return rdf::compare(a.length, b.length) == 0;
  case Space::unknown:
    break;
  }
  return a.term == b.term ? std::optional(true) : std::nullopt;
}

} // namespace

Comparable::Comparable(const rdf::TermView& described) : term(described) {
  if (term.kind != rdf::TermKind::literal) {
    space = Space::node;
  } else if (!term.language.empty()) {
    space = Space::language_string;
  } else if (term.datatype == rdf::xsd::string) {
    space = Space::string;
  } else if (const auto as_number = number_of(term)) {
    space = Space::number;
    number = *as_number;
  } else if (const auto as_boolean = boolean_of(term)) {
    space = Space::boolean;
    boolean = *as_boolean;
  } else if (const auto as_time = date_time_of(term)) {
    space = Space::time;
    time = *as_time;
  } else if (const auto as_length = duration_of(term)) {
    space = Space::length;
    length = *as_length;
  }
}

std::optional<bool> equal(const Comparable& a, const Comparable& b) {
  if (a.space == b.space) return equal_values(a, b);
  const auto either = [&](Space space) { return a.space == space || b.space == space; };
  // No other datatype has values with a language, so not even an unknown one.
  const bool may_be_equal =
      either(Space::unknown) && !either(Space::node) && !either(Space::language_string);
  return may_be_equal ? std::nullopt : std::optional(false);
}

std::optional<std::partial_ordering> compare(const Comparable& a, const Comparable& b) {
  if (a.space != b.space) return std::nullopt;
  switch (a.space) {
  case Space::string:
    return a.term.value <=> b.term.value;
  case Space::boolean:
    return a.boolean <=> b.boolean;
  case Space::number:
    return rdf::compare(a.number, b.number);
  case Space::time:
    return some_order(rdf::compare(a.time, b.time));
  case Space::length:
    return some_order(rdf::compare(a.length, b.length));
  default:
    return std::nullopt;
  }
}

} // namespace tela::xsd
