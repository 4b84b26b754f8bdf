#include "shapes/default_message.h"

#include <algorithm>
#include <array>

namespace tela::shapes {

namespace {

// What is said of a component, in the order of their numbers. {terms}, {count} and {pattern} are
// the constraint's.
struct Wording {
  Component component;
  std::string_view name;
  std::string_view message;
};
constexpr std::array wordings{
    Wording{Component::class_, "ClassConstraintComponent", "is no instance of {terms}"},
    Wording{Component::datatype, "DatatypeConstraintComponent",
            "is no well-formed literal of {terms}"},
    Wording{Component::node_kind, "NodeKindConstraintComponent", "is not of the kind {terms}"},
    Wording{Component::min_count, "MinCountConstraintComponent", "has fewer than {count} values"},
    Wording{Component::max_count, "MaxCountConstraintComponent", "has more than {count} values"},
    Wording{Component::min_exclusive, "MinExclusiveConstraintComponent",
            "is not greater than {terms}"},
    Wording{Component::min_inclusive, "MinInclusiveConstraintComponent", "is less than {terms}"},
    Wording{Component::max_exclusive, "MaxExclusiveConstraintComponent",
            "is not less than {terms}"},
    Wording{Component::max_inclusive, "MaxInclusiveConstraintComponent", "is greater than {terms}"},
    Wording{Component::min_length, "MinLengthConstraintComponent",
            "is shorter than {count} characters"},
    Wording{Component::max_length, "MaxLengthConstraintComponent",
            "is longer than {count} characters"},
    Wording{Component::pattern, "PatternConstraintComponent", "does not match {pattern}"},
    Wording{Component::language_in, "LanguageInConstraintComponent",
            "is in none of the languages {terms}"},
    Wording{Component::unique_lang, "UniqueLangConstraintComponent",
            "has two values in one language"},
    Wording{Component::equals, "EqualsConstraintComponent", "has not the same values as {terms}"},
    Wording{Component::disjoint, "DisjointConstraintComponent", "shares a value with {terms}"},
    Wording{Component::less_than, "LessThanConstraintComponent",
            "is not less than the value of {terms}"},
    Wording{Component::less_than_or_equals, "LessThanOrEqualsConstraintComponent",
            "is greater than the value of {terms}"},
    Wording{Component::not_, "NotConstraintComponent", "conforms to a shape that it must not"},
    Wording{Component::and_, "AndConstraintComponent", "does not conform to all of the shapes"},
    Wording{Component::or_, "OrConstraintComponent", "conforms to none of the shapes"},
    Wording{Component::xone, "XoneConstraintComponent",
            "does not conform to exactly one of the shapes"},
    Wording{Component::node, "NodeConstraintComponent", "does not conform to the shape"},
    Wording{Component::property, "PropertyConstraintComponent", "does not conform to the shape"},
    Wording{Component::qualified_min_count, "QualifiedMinCountConstraintComponent",
            "has fewer than {count} values of the kind asked for"},
    Wording{Component::qualified_max_count, "QualifiedMaxCountConstraintComponent",
            "has more than {count} values of the kind asked for"},
    Wording{Component::closed, "ClosedConstraintComponent",
            "is stated with a property that the shape does not list"},
    Wording{Component::has_value, "HasValueConstraintComponent", "lacks the value {terms}"},
    Wording{Component::in, "InConstraintComponent", "is none of {terms}"},
};
static_assert(std::ranges::is_sorted(wordings, {}, &Wording::component));
static_assert(wordings.size() == static_cast<std::size_t>(Component::in) + 1);

const Wording& wording(Component component) {
  return wordings[static_cast<std::size_t>(component)];
}

std::string list(const std::vector<rdf::Term>& terms) {
  constexpr std::size_t shown = 8;
  std::string text;
  for (std::size_t i = 0; i < terms.size() && i < shown; ++i)
    text += (i == 0 ? "" : ", ") + rdf::to_ntriples(terms[i]);
  return terms.size() > shown ? text + ", …" : text;
}

std::string filled(std::string_view message, const Constraint& constraint) {
  const std::size_t open = message.find('{');
  if (open == std::string_view::npos) return std::string(message);
  const std::size_t close = message.find('}', open);
  const std::string_view name = message.substr(open + 1, close - open - 1);
  const std::string value = name == "terms"   ? list(constraint.terms)
                            : name == "count" ? std::to_string(constraint.count)
                                              : constraint.pattern;
  return std::string(message.substr(0, open)) + value + std::string(message.substr(close + 1));
}

} // namespace

std::string_view component_name(Component component) {
  return wording(component).name;
}

std::string default_message(const Constraint& constraint) {
  return filled(wording(constraint.component).message, constraint);
}

} // namespace tela::shapes
