#include "shapes/message_template.h"

#include <catch2/catch.hpp>

using namespace tela;
using shapes::filled;

namespace {

std::string text(const std::string& message) {
  const sparql::algebra::Substitution values{{"value", rdf::literal("7")},
                                             {"this", rdf::iri("http://example.org/a")},
                                             {"trap", rdf::literal("{?value}")}};
  return filled(rdf::literal(message), values).value;
}

} // namespace

TEST_CASE("names in braces give way to values, with either mark") {
  CHECK(text("{?value} of {$this} is {?value}") == "7 of http://example.org/a is 7");
}

TEST_CASE("what is no name with a value stays as it is written") {
  for (const std::string message :
       {"{?nobody}", "{value}", "{}", "{?}", "{ ?value}", "{?value", "?value}", "{", ""})
    CHECK(text(message) == message);
}

TEST_CASE("a brace that opens nothing does not hide the name behind it") {
  CHECK(text("{{?value}}") == "{7}");
  CHECK(text("{?nobody {?value}") == "{?nobody 7");
}

TEST_CASE("a value is not itself a template") {
  CHECK(text("{?trap}") == "{?value}");
}

TEST_CASE("a message keeps its language") {
  const rdf::Term message =
      filled(rdf::language_literal("moins de {$n}", "fr"), {{"n", rdf::literal("2")}});
  CHECK(message == rdf::language_literal("moins de 2", "fr"));
}
