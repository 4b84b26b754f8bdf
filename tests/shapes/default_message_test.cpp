#include "shapes/default_message.h"

#include <catch2/catch.hpp>

#include <set>

using namespace tela;
using shapes::Component;
using shapes::Constraint;

namespace {

Constraint constraint(Component component, std::vector<rdf::Term> terms = {},
                      std::uint64_t count = 0) {
  Constraint result;
  result.component = component;
  result.terms = std::move(terms);
  result.count = count;
  return result;
}

} // namespace

TEST_CASE("a message says what the constraint asks for") {
  CHECK(default_message(constraint(Component::min_count, {}, 3)) == "has fewer than 3 values");
  CHECK(default_message(constraint(Component::max_length, {}, 5)) == "is longer than 5 characters");
  CHECK(default_message(constraint(Component::class_, {rdf::iri("http://x/C")})) ==
        "is no instance of <http://x/C>");
  CHECK(default_message(
            constraint(Component::language_in, {rdf::literal("fr"), rdf::literal("es")})) ==
        "is in none of the languages \"fr\", \"es\"");
  CHECK(default_message(constraint(Component::closed, {rdf::iri("http://x/p")})) ==
        "is stated with a property that the shape does not list");
}

TEST_CASE("a bound is told from the side on which values lie") {
  const std::vector<rdf::Term> five{rdf::literal("5")};
  CHECK(default_message(constraint(Component::min_exclusive, five)) == "is not greater than \"5\"");
  CHECK(default_message(constraint(Component::min_inclusive, five)) == "is less than \"5\"");
  CHECK(default_message(constraint(Component::max_exclusive, five)) == "is not less than \"5\"");
  CHECK(default_message(constraint(Component::max_inclusive, five)) == "is greater than \"5\"");
}

TEST_CASE("a pattern is quoted as it is written, braces and all") {
  Constraint pattern = constraint(Component::pattern);
  pattern.pattern = "^[A-Z]{2}{terms}$";
  CHECK(default_message(pattern) == "does not match ^[A-Z]{2}{terms}$");
}

TEST_CASE("of a long list the first eight values are told") {
  std::vector<rdf::Term> many;
  for (int i = 1; i <= 9; ++i) many.push_back(rdf::literal(std::to_string(i)));
  CHECK(default_message(constraint(Component::in, many)) ==
        R"(is none of "1", "2", "3", "4", "5", "6", "7", "8", …)");
  many.pop_back();
  CHECK(default_message(constraint(Component::in, many)) ==
        R"(is none of "1", "2", "3", "4", "5", "6", "7", "8")");
}

TEST_CASE("every component has a name of its own, and a message without a gap") {
  std::set<std::string_view> all;
  for (int i = 0; i <= static_cast<int>(Component::in); ++i) {
    const auto component = Component(i);
    const std::string message = default_message(constraint(component, {rdf::literal("x")}, 7));
    INFO(message);
    CHECK(all.insert(component_name(component)).second);
    CHECK(component_name(component).ends_with("ConstraintComponent"));
    CHECK(message.find('{') == std::string::npos);
    CHECK_FALSE(message.empty());
  }
  CHECK(component_name(Component::less_than_or_equals) == "LessThanOrEqualsConstraintComponent");
}
