#include "base/error.h"
#include "shapes/support.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace tela;
using namespace tela::tests;

namespace {

const std::string declare = R"(
  :prefixes sh:declare [ sh:prefix "ex" ; sh:namespace "http://example.org/"^^xsd:anyURI ] .)";

// A node shape at :a, or at ?this of a target, with one query.
std::string with_query(const std::string& query) {
  return declare + ":S a sh:NodeShape ; sh:targetNode :a ; sh:sparql :Q ." +
         ":Q sh:prefixes :prefixes ; sh:select \"\"\"" + query + "\"\"\" .";
}

std::string refusal(const std::string& shapes, const std::string& data = ":a :p 1 .") {
  try {
    std::ignore = check(shapes, data);
  } catch (const base::Error& error) {
    return error.what();
  }
  return "";
}

const std::string component = declare + R"(
  :Longer a sh:ConstraintComponent ; sh:labelTemplate "Longer than {$length}" ;
    sh:parameter [ sh:path :length ] , [ sh:path :unit ; sh:optional true ] ;
    sh:validator [ a sh:SPARQLAskValidator ; sh:message "{?value} is not longer than {$length}"@en ;
      sh:ask "ASK { FILTER(strlen(str($value)) > $length) }" ] .)";

} // namespace

TEST_CASE("a query finds what does not conform, and says value, path and message") {
  const auto report = check(
      with_query("SELECT $this ?value (ex:p AS ?path) (CONCAT('not ', STR(?value)) AS ?message)"
                 "{ $this ex:p ?value FILTER(?value > 1) }"),
      ":a :p 1, 2 . :b :p 3 .");
  REQUIRE(report.results.size() == 1);
  const shapes::Result& result = report.results.front();
  CHECK(result.focus == rdf::iri("http://example.org/a"));
  CHECK(result.value->value == "2");
  CHECK(result.path->iri.value == "http://example.org/p");
  CHECK(result.messages == std::vector{rdf::literal("not 2")});
  CHECK(result.component == "http://www.w3.org/ns/shacl#SPARQLConstraintComponent");
  CHECK(result.constraint == rdf::iri("http://example.org/Q"));
}

TEST_CASE("a pre-bound variable has its value in every part of a query") {
  const auto found = [](const std::string& query) {
    return check(with_query(query), ":a :p 1 . :c :p 2 .").results.size();
  };
  CHECK(found("SELECT $this { FILTER bound($this) }") == 1);
  CHECK(found("SELECT $this { { FILTER($this = ex:b) } UNION { FILTER($this = ex:a) } }") == 1);
  CHECK(found("SELECT $this { OPTIONAL { FILTER($this = ex:a) BIND(1 AS ?x) } FILTER(?x = 1) }") ==
        1);
  CHECK(found("SELECT $this { FILTER NOT EXISTS { $this ex:p 2 } }") == 1);
  CHECK(found("SELECT $this { FILTER NOT EXISTS { FILTER($this = ex:a) } }") == 0);
  CHECK(found("SELECT $this { $this ^ex:p* ?x }") == 1);
  CHECK(found("SELECT $this { { SELECT $this (COUNT(*) AS ?n) { $this ex:p ?x } GROUP BY $this }"
              " FILTER(?n = 1) }") == 1);
  // A group of nothing is no group: substituting a term for the variable would make one.
  CHECK(found("SELECT $this { $this ex:q ?x } GROUP BY $this HAVING (COUNT(?x) = 0)") == 0);
}

TEST_CASE("what appendix A of SHACL forbids is refused by name") {
  const auto [query, reason] = GENERATE(table<std::string, std::string>({
      {"SELECT $this { $this ?p ?o MINUS { $this ?p 1 } }", "holds MINUS"},
      {"SELECT $this { VALUES ?x { 1 } }", "holds VALUES"},
      {"SELECT $this { } VALUES ?x { 1 }", "holds VALUES"},
      {"SELECT $this { FILTER EXISTS { VALUES ?x { 1 } } }", "holds VALUES"},
      {"SELECT $this { SERVICE <http://x/> { } }", "holds SERVICE"},
      {"SELECT $this { BIND(1 AS $this) }", "assigns to ?this"},
      {"SELECT (1 AS $this) { }", "assigns to ?this"},
      {"SELECT $this { } GROUP BY (1 AS $this)", "assigns to ?this"},
      {"SELECT $this { { SELECT ?x { ?x ?p ?o } } }", "does not return ?this"},
      {"SELECT $this { { SELECT * { FILTER($this = 1) } } }", "does not return ?this"},
      {"SELECT ?x { ?x ?p $this }", "does not select $this"},
      {"SELECT $this { $this $PATH ?x }", "$PATH"},
      {"ASK { }", "is no SELECT query"},
      {"SELECT $this { $this nil:p ?x }", "nil:"},
      {"SELECT $this { ", "sh:select of <http://example.org/Q>"},
  }));
  INFO(query);
  CHECK_THAT(refusal(with_query(query)), Catch::Contains(reason));
}

TEST_CASE("a query that reports a failure ends the validation") {
  const std::string query = "SELECT $this (true AS ?failure) { $this ex:p ?x }";
  CHECK_THAT(refusal(with_query(query)), Catch::Contains("reports a failure"));
  CHECK(refusal(with_query(query), ":b :p 1 .").empty());
}

TEST_CASE("what is not well written beside the query is refused") {
  const auto [shapes, reason] = GENERATE(table<std::string, std::string>({
      {":S a sh:NodeShape ; sh:sparql [] .", "no sh:select"},
      {":S a sh:NodeShape ; sh:sparql [ sh:ask \"ASK {}\" ] .", "no sh:select"},
      {":S a sh:NodeShape ; sh:sparql [ sh:select \"a\", \"b\" ] .", "more than one sh:select"},
      {":S a sh:NodeShape ; sh:sparql [ sh:select 1 ] .", "no xsd:string"},
      {":S a sh:NodeShape ; sh:sparql \"SELECT $this {}\" .", "no IRI or blank node"},
      {":S a sh:NodeShape ; sh:sparql [ sh:prefixes :p ; sh:select \"SELECT $this {}\" ] ."
       ":p sh:declare [ sh:prefix \"a\" ] .",
       "lacks sh:prefix or sh:namespace"},
      {":S a sh:NodeShape ; sh:sparql [ sh:prefixes :p ; sh:select \"SELECT $this {}\" ] ."
       ":p sh:declare [ sh:prefix \"a\" ; sh:namespace \"http://a/\" ] ,"
       "              [ sh:prefix \"a\" ; sh:namespace \"http://b/\" ] .",
       "second namespace"},
      {":S sh:entailment <http://www.w3.org/ns/entailment/RDFS> .", "sh:entailment"},
  }));
  INFO(shapes);
  CHECK_THAT(refusal(shapes), Catch::Contains(reason));
}

TEST_CASE("prefixes are those of the nodes that sh:prefixes and owl:imports lead to") {
  const std::string shapes = R"(
    :S a sh:NodeShape ; sh:targetNode :a ; sh:sparql [ sh:prefixes :one ;
      sh:select "SELECT $this { $this ex:p ?x ; other:q ?y }" ] .
    :one owl:imports :two ; sh:declare [ sh:prefix "ex" ; sh:namespace "http://example.org/" ] .
    :two owl:imports :one ; sh:declare [ sh:prefix "other" ; sh:namespace "http://other/" ] .)";
  CHECK(check(shapes, ":a :p 1 ; <http://other/q> 2 .").results.size() == 1);
}

TEST_CASE("deactivated queries and shapes are not run") {
  CHECK(faults(":S a sh:NodeShape ; sh:targetNode :a ; sh:sparql"
               " [ sh:deactivated true ; sh:select \"no query\" ] .",
               ":a :p 1 .")
            .empty());
  CHECK(faults(with_query("SELECT $this { }") + ":S sh:deactivated true .", ":a :p 1 .").empty());
}

TEST_CASE("$PATH stands for the path of the shape, whatever its kind") {
  const auto count = [](const std::string& path) {
    const std::string shapes = ":S sh:targetNode :a ; sh:path " + path +
                               " ; sh:sparql [ sh:select \"SELECT $this ?value"
                               " { $this $PATH ?value }\" ] .";
    return check(shapes, ":a :p :b . :b :p :c . :c :q :d . :x :p :a .").results.size();
  };
  CHECK(count(":p") == 1);
  CHECK(count("[ sh:inversePath :p ]") == 1);
  CHECK(count("( :p :p :q )") == 1);
  CHECK(count("[ sh:alternativePath ( :p [ sh:inversePath :p ] ) ]") == 2);
  CHECK(count("[ sh:zeroOrMorePath :p ]") == 3);
  CHECK(count("[ sh:oneOrMorePath :p ]") == 2);
  CHECK(count("[ sh:zeroOrOnePath :p ]") == 2);
}

TEST_CASE("a component asks of each value, with its parameters in query and message") {
  const auto report =
      check(component + ":S sh:targetNode :a ; sh:property [ sh:path :p ; :length 2 ] .",
            ":a :p \"abc\", \"ab\", \"a\" .");
  REQUIRE(report.results.size() == 2);
  const shapes::Result& result = report.results.front();
  CHECK(result.component == "http://example.org/Longer");
  CHECK_FALSE(result.constraint);
  CHECK(result.path->iri.value == "http://example.org/p");
  CHECK(result.messages.front() ==
        rdf::language_literal(result.value->value + " is not longer than 2", "en"));
}

TEST_CASE("a component is used where its mandatory parameters have values") {
  CHECK(faults(component + ":S a sh:NodeShape ; sh:targetNode \"a\" ; :unit 1 .", "").empty());
  CHECK(check(component + ":S a sh:NodeShape ; sh:targetNode \"a\" ; :length 1 .", "")
            .results.size() == 1);
  CHECK_THAT(refusal(component + ":S a sh:NodeShape ; :length 1, 2 ."),
             Catch::Contains("two values for the parameter \"length\""));
}

TEST_CASE("the only parameter of a component may have several values") {
  const std::string one = R"(:Not a :Kind ; sh:parameter [ sh:path :not ] ;
    sh:validator [ sh:ask "ASK { FILTER($value != $not) }" ] . :Kind rdfs:subClassOf
    sh:ConstraintComponent . :S a sh:NodeShape ; sh:targetNode 1, 2, 3 ; :not 1, 2 .)";
  CHECK(check(one, "").results.size() == 2);
}

TEST_CASE("validators are chosen by the kind of the shape") {
  const std::string both = R"(:C a sh:ConstraintComponent ; sh:parameter [ sh:path :c ] ;
    sh:nodeValidator [ sh:select "SELECT $this ('node' AS ?message) { }" ] ;
    sh:propertyValidator [ sh:select "SELECT $this ('property' AS ?message) { $this $PATH ?v }" ] .)";
  const auto message = [&](const std::string& shape) {
    return check(both + shape, ":a :p 1 .").results.at(0).messages.at(0).value;
  };
  CHECK(message(":S a sh:NodeShape ; sh:targetNode :a ; :c 1 .") == "node");
  CHECK(message(":S sh:path :p ; sh:targetNode :a ; :c 1 .") == "property");
}

TEST_CASE("a component that cannot check a shape does not let it pass") {
  const std::string js = R"(:C a sh:ConstraintComponent ; sh:parameter [ sh:path :c ] ;
    sh:validator [ a sh:JSValidator ; sh:jsFunctionName "f" ] .)";
  CHECK(refusal(js).empty()); // nobody uses it
  CHECK_THAT(refusal(js + ":S a sh:NodeShape ; :c 1 ."), Catch::Contains("no validator in SPARQL"));
  const std::string property = R"(:C a sh:ConstraintComponent ; sh:parameter [ sh:path :c ] ;
    sh:propertyValidator [ sh:select "SELECT $this { }" ] . :S a sh:NodeShape ; :c 1 .)";
  CHECK_THAT(refusal(property), Catch::Contains("for node shapes"));
}

TEST_CASE("ill-formed components are refused") {
  const auto [parameters, reason] = GENERATE(table<std::string, std::string>({
      {"sh:parameter [ sh:path :c ; sh:optional true ]", "not optional"},
      {"sh:parameter [ ]", "without one sh:path"},
      {"sh:parameter [ sh:path ( :a :b ) ]", "without one sh:path"},
      {"sh:parameter [ sh:path :this ]", "cannot be that of a variable"},
      {"sh:parameter [ sh:path :has-c ]", "cannot be that of a variable"},
      {"sh:parameter [ sh:path :c ] , [ sh:path <http://other/c> ]", "two parameters"},
  }));
  INFO(parameters);
  CHECK_THAT(refusal(":C a sh:ConstraintComponent ; " + parameters + " ."),
             Catch::Contains(reason) && Catch::Contains("constraint component"));
}

TEST_CASE("a SPARQL target gives the focus nodes") {
  const std::string shapes = declare + R"(:S a sh:NodeShape ; sh:nodeKind sh:Literal ;
    sh:target [ sh:prefixes :prefixes ; sh:select "SELECT ?this { ?this ex:p ?x }" ] .)";
  CHECK(faults(shapes, ":a :p 1 . :b :q 1 . :c :p 2 .") == Lines{"a NodeKind", "c NodeKind"});
}

TEST_CASE("$shapesGraph and $currentShape let a query read its shape") {
  const std::string query = "SELECT $this ?value { GRAPH $shapesGraph { $currentShape ex:least ?l }"
                            " $this ex:p ?value FILTER(?value < ?l) }";
  CHECK(check(with_query(query) + ":S :least 3 .", ":a :p 2 .").results.size() == 1);
  CHECK(check(with_query(query) + ":S :least 2 .", ":a :p 2 .").results.empty());
  // Statements of the shapes are none of the data.
  CHECK(
      check(with_query("SELECT $this { FILTER(bound($shapesGraph)) $this ex:p ?x }") + ":a :p 3 .",
            ":a :q 2 .")
          .results.empty());
}

TEST_CASE("blank nodes of the data are focus and value nodes of queries") {
  const std::string shapes = declare + R"(:S a sh:NodeShape ; sh:targetSubjectsOf :p ;
    sh:sparql [ sh:prefixes :prefixes ; sh:select "SELECT $this ?value { $this ex:p ?value }" ] .)";
  CHECK(check(shapes, "_:a :p _:b . _:c :p 1 .").results.size() == 2);
}

TEST_CASE("shapes refer to shapes with queries") {
  const std::string shapes = with_query("SELECT $this { $this ex:p ?x }") +
                             ":T a sh:NodeShape ; sh:targetNode :b, :c ; sh:not :S .";
  CHECK(faults(shapes, ":b :p 1 .") == Lines{"c Not"});
}
