#include "shapes/default_message.h"

namespace tela::shapes {

namespace {

std::string list(const std::vector<rdf::Term>& terms) {
  constexpr std::size_t shown = 8;
  std::string text;
  for (std::size_t i = 0; i < terms.size() && i < shown; ++i)
    text += (i == 0 ? "" : ", ") + rdf::to_ntriples(terms[i]);
  return terms.size() > shown ? text + ", …" : text;
}

} // namespace

std::string_view component_name(Component component) {
  switch (component) {
  case Component::class_:
    return "ClassConstraintComponent";
  case Component::datatype:
    return "DatatypeConstraintComponent";
  case Component::node_kind:
    return "NodeKindConstraintComponent";
  case Component::min_count:
    return "MinCountConstraintComponent";
  case Component::max_count:
    return "MaxCountConstraintComponent";
  case Component::min_exclusive:
    return "MinExclusiveConstraintComponent";
  case Component::min_inclusive:
    return "MinInclusiveConstraintComponent";
  case Component::max_exclusive:
    return "MaxExclusiveConstraintComponent";
  case Component::max_inclusive:
    return "MaxInclusiveConstraintComponent";
  case Component::min_length:
    return "MinLengthConstraintComponent";
  case Component::max_length:
    return "MaxLengthConstraintComponent";
  case Component::pattern:
    return "PatternConstraintComponent";
  case Component::language_in:
    return "LanguageInConstraintComponent";
  case Component::unique_lang:
    return "UniqueLangConstraintComponent";
  case Component::equals:
    return "EqualsConstraintComponent";
  case Component::disjoint:
    return "DisjointConstraintComponent";
  case Component::less_than:
    return "LessThanConstraintComponent";
  case Component::less_than_or_equals:
    return "LessThanOrEqualsConstraintComponent";
  case Component::not_:
    return "NotConstraintComponent";
  case Component::and_:
    return "AndConstraintComponent";
  case Component::or_:
    return "OrConstraintComponent";
  case Component::xone:
    return "XoneConstraintComponent";
  case Component::node:
    return "NodeConstraintComponent";
  case Component::property:
    return "PropertyConstraintComponent";
  case Component::qualified_min_count:
    return "QualifiedMinCountConstraintComponent";
  case Component::qualified_max_count:
    return "QualifiedMaxCountConstraintComponent";
  case Component::closed:
    return "ClosedConstraintComponent";
  case Component::has_value:
    return "HasValueConstraintComponent";
  case Component::in:
    return "InConstraintComponent";
  }
  return "";
}

std::string default_message(const Constraint& constraint) {
  const std::string count = std::to_string(constraint.count);
  const std::string terms = list(constraint.terms);
  switch (constraint.component) {
  case Component::class_:
    return "is no instance of " + terms;
  case Component::datatype:
    return "is no well-formed literal of " + terms;
  case Component::node_kind:
    return "is not of the kind " + terms;
  case Component::min_count:
    return "has fewer than " + count + " values";
  case Component::max_count:
    return "has more than " + count + " values";
  case Component::min_exclusive:
    return "is not greater than " + terms;
  case Component::min_inclusive:
    return "is less than " + terms;
  case Component::max_exclusive:
    return "is not less than " + terms;
  case Component::max_inclusive:
    return "is greater than " + terms;
  case Component::min_length:
    return "is shorter than " + count + " characters";
  case Component::max_length:
    return "is longer than " + count + " characters";
  case Component::pattern:
    return "does not match " + constraint.pattern;
  case Component::language_in:
    return "is in none of the languages " + terms;
  case Component::unique_lang:
    return "has two values in one language";
  case Component::equals:
    return "has not the same values as " + terms;
  case Component::disjoint:
    return "shares a value with " + terms;
  case Component::less_than:
    return "is not less than the value of " + terms;
  case Component::less_than_or_equals:
    return "is greater than the value of " + terms;
  case Component::not_:
    return "conforms to a shape that it must not";
  case Component::and_:
    return "does not conform to all of the shapes";
  case Component::or_:
    return "conforms to none of the shapes";
  case Component::xone:
    return "does not conform to exactly one of the shapes";
  case Component::node:
  case Component::property:
    return "does not conform to the shape";
  case Component::qualified_min_count:
    return "has fewer than " + count + " values of the kind asked for";
  case Component::qualified_max_count:
    return "has more than " + count + " values of the kind asked for";
  case Component::closed:
    return "is stated with a property that the shape does not list";
  case Component::has_value:
    return "lacks the value " + terms;
  case Component::in:
    return "is none of " + terms;
  }
  return "";
}

} // namespace tela::shapes
