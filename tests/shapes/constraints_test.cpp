#include "shapes/support.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::tests;

namespace {

/// One constraint on the values of :p, and what it says of them.
struct Case {
  std::string constraint, conforms, does_not, component;
};

/// The shape that has `constraint` on the values of :p at :a.
std::string on_values(const std::string& constraint) {
  return ":S sh:targetNode :a ; sh:property [ sh:path :p ; " + constraint + " ] .";
}

void holds(const Case& one) {
  INFO(one.constraint << "\n  conforms: " << one.conforms << "\n  does not: " << one.does_not);
  CHECK(faults(on_values(one.constraint), one.conforms).empty());
  CHECK(faults(on_values(one.constraint), one.does_not) == Lines{"a " + one.component});
}

} // namespace

TEST_CASE("what a value is: class, datatype, kind of node") {
  holds(GENERATE(values<Case>({
      {"sh:class :C", ":a :p :b . :b a :D . :D rdfs:subClassOf :C .", ":a :p :b . :b a :D .",
       "Class"},
      {"sh:class :C", ":a :q 1 .", ":a :p \"C\" .", "Class"},
      {"sh:datatype xsd:integer", ":a :p 1, 02 .", ":a :p \"1\" .", "Datatype"},
      // a literal of the datatype whose text is none of it
      {"sh:datatype xsd:integer", ":a :p -7 .", ":a :p \"seven\"^^xsd:integer .", "Datatype"},
      {"sh:datatype xsd:date", ":a :p \"2024-02-29\"^^xsd:date .",
       ":a :p \"2023-02-29\"^^xsd:date .", "Datatype"},
      {"sh:datatype <http://www.w3.org/1999/02/22-rdf-syntax-ns#langString>", ":a :p \"x\"@en .",
       ":a :p \"x\" .", "Datatype"},
      {"sh:nodeKind sh:IRI", ":a :p :b .", ":a :p [] .", "NodeKind"},
      {"sh:nodeKind sh:BlankNode", ":a :p [] .", ":a :p :b .", "NodeKind"},
      {"sh:nodeKind sh:Literal", ":a :p 1 .", ":a :p :b .", "NodeKind"},
      {"sh:nodeKind sh:BlankNodeOrIRI", ":a :p :b, [] .", ":a :p 1 .", "NodeKind"},
      {"sh:nodeKind sh:BlankNodeOrLiteral", ":a :p 1, [] .", ":a :p :b .", "NodeKind"},
      {"sh:nodeKind sh:IRIOrLiteral", ":a :p :b, 1 .", ":a :p [] .", "NodeKind"},
  })));
}

TEST_CASE("how many values there are: both ends count") {
  holds(GENERATE(values<Case>({
      {"sh:minCount 1", ":a :p 1 .", ":a :q 1 .", "MinCount"},
      {"sh:minCount 2", ":a :p 1, 2 .", ":a :p 1 .", "MinCount"},
      {"sh:maxCount 0", ":a :q 1 .", ":a :p 1 .", "MaxCount"},
      {"sh:maxCount 1", ":a :p 1 .", ":a :p 1, 2 .", "MaxCount"},
      // 1 and 01 are one value to SPARQL, but two terms, and terms are counted
      {"sh:maxCount 1", ":a :p 01 .", ":a :p 1, 01 .", "MaxCount"},
  })));
}

TEST_CASE("how large a value is: the limit itself is in or out") {
  holds(GENERATE(values<Case>({
      {"sh:minInclusive 5", ":a :p 5 .", ":a :p 4.99 .", "MinInclusive"},
      {"sh:minExclusive 5", ":a :p 5.01 .", ":a :p 5 .", "MinExclusive"},
      {"sh:maxInclusive 5", ":a :p 5.0 .", ":a :p 5.01 .", "MaxInclusive"},
      {"sh:maxExclusive 5", ":a :p 4e0 .", ":a :p 5e0 .", "MaxExclusive"},
      {"sh:maxInclusive 5", ":a :p \"-INF\"^^xsd:double .", ":a :p \"NaN\"^^xsd:double .",
       "MaxInclusive"},
      {"sh:minInclusive \"b\"", ":a :p \"b\" .", ":a :p \"a\" .", "MinInclusive"},
      {"sh:maxExclusive \"2024-01-01T00:00:00Z\"^^xsd:dateTime",
       ":a :p \"2023-12-31T23:59:59Z\"^^xsd:dateTime .",
       ":a :p \"2024-01-01T01:00:00+01:00\"^^xsd:dateTime .", "MaxExclusive"},
      {"sh:minInclusive true", ":a :p true .", ":a :p false .", "MinInclusive"},
  })));
}

TEST_CASE("what text a value has: IRIs have one, blank nodes none") {
  holds(GENERATE(values<Case>({
      {"sh:minLength 2", ":a :p \"né\" .", ":a :p \"é\" .", "MinLength"},
      {"sh:maxLength 2", ":a :p \"né\" .", ":a :p \"née\" .", "MaxLength"},
      {"sh:minLength 0", ":a :p \"\" .", ":a :p [] .", "MinLength"},
      {"sh:maxLength 100", ":a :p :b .", ":a :p [] .", "MaxLength"},
      {"sh:pattern \"^[A-Z]{2}$\"", ":a :p \"HN\" .", ":a :p \"HND\" .", "Pattern"},
      {"sh:pattern \"^h\" ; sh:flags \"i\"", ":a :p \"HN\" .", ":a :p \"SV\" .", "Pattern"},
      {"sh:pattern \"org/b$\"", ":a :p :b .", ":a :p :c .", "Pattern"},
      {"sh:pattern \".*\"", ":a :p 12 .", ":a :p [] .", "Pattern"},
      {"sh:languageIn ( \"fr\" )", ":a :p \"x\"@fr, \"y\"@fr-CA .", ":a :p \"x\"@frc .",
       "LanguageIn"},
      {"sh:languageIn ( \"fr\" )", ":a :q 1 .", ":a :p \"x\" .", "LanguageIn"},
      {"sh:uniqueLang true", ":a :p \"x\"@fr, \"y\"@es, \"x\", \"y\" .",
       ":a :p \"x\"@fr, \"y\"@FR .", "UniqueLang"},
  })));
}

TEST_CASE("how values stand to those of another property") {
  holds(GENERATE(values<Case>({
      {"sh:equals :q", ":a :p 1, 2 ; :q 2, 1 .", ":a :p 1 ; :q 1, 2 .", "Equals"},
      {"sh:equals :q", ":a :r 1 .", ":a :p 1 .", "Equals"},
      {"sh:disjoint :q", ":a :p 1 ; :q 2 .", ":a :p 1, 2 ; :q 2, 3 .", "Disjoint"},
      {"sh:lessThan :q", ":a :p 1 ; :q 2 .", ":a :p 2 ; :q 2 .", "LessThan"},
      {"sh:lessThanOrEquals :q", ":a :p 2 ; :q 2 .", ":a :p 3 ; :q 2 .", "LessThanOrEquals"},
      // each value with each: one pair that is not suffices
      {"sh:lessThan :q", ":a :p 1, 2 ; :q 3, 4 .", ":a :p 1, 3 ; :q 3, 4 .", "LessThan"},
  })));
}

TEST_CASE("which values there may be or must be") {
  holds(GENERATE(values<Case>({
      {"sh:in ( :b 1 \"x\"@en )", ":a :p :b, 1, \"x\"@en .", ":a :p \"x\" .", "In"},
      {"sh:in ( 1 )", ":a :p 1 .", ":a :p 1.0 .", "In"}, // equal, but not the same term
      {"sh:in ()", ":a :q 1 .", ":a :p 1 .", "In"},
      {"sh:hasValue 1", ":a :p 1, 2 .", ":a :p 2 .", "HasValue"},
      {"sh:hasValue 1", ":a :p 1 .", ":a :q 1 .", "HasValue"},
  })));
}

TEST_CASE("shapes of values: each value for itself") {
  const std::string named = "sh:property [ sh:path :name ; sh:minCount 1 ]";
  holds(GENERATE_COPY(values<Case>({
      {"sh:node [ " + named + " ]", ":a :p :b . :b :name 1 .", ":a :p :b, :c . :b :name 1 .",
       "Node"},
      {"sh:not [ " + named + " ]", ":a :p :b .", ":a :p :b, :c . :b :name 1 .", "Not"},
      {"sh:and ( [ " + named + " ] [ sh:class :C ] )", ":a :p :b . :b :name 1 ; a :C .",
       ":a :p :b . :b :name 1 .", "And"},
      {"sh:or ( [ " + named + " ] [ sh:class :C ] )", ":a :p :b, :c . :b :name 1 . :c a :C .",
       ":a :p :b, :c . :b :name 1 .", "Or"},
      {"sh:xone ( [ " + named + " ] [ sh:class :C ] )", ":a :p :b . :b :name 1 .",
       ":a :p :b . :b :name 1 ; a :C .", "Xone"},
      {"sh:qualifiedValueShape [ sh:class :C ] ; sh:qualifiedMinCount 1", ":a :p :b, 1 . :b a :C .",
       ":a :p 1 .", "QualifiedMinCount"},
      {"sh:qualifiedValueShape [ sh:class :C ] ; sh:qualifiedMaxCount 1",
       ":a :p :b, :c . :b a :C .", ":a :p :b, :c . :b a :C . :c a :C .", "QualifiedMaxCount"},
  })));
}

TEST_CASE("a property shape of values reports where the value is, not where the shape began") {
  CHECK(faults(on_values("sh:property [ sh:path :name ; sh:minCount 1 ]"),
               ":a :p :b, :c . :b :name 1 .") == Lines{"c MinCount"});
}

TEST_CASE("targets: classes, nodes, ends of a property; nodes without statements too") {
  const std::string constraint = " ; sh:property [ sh:path :p ; sh:minCount 1 ] .";
  const std::string data = ":a a :C . :b a :D . :D rdfs:subClassOf :C . :c :q :d .";
  const auto found = [&](const std::string& target) {
    return faults(":S " + target + constraint, data);
  };
  CHECK(found("sh:targetClass :C") == Lines{"a MinCount", "b MinCount"});
  CHECK(found("sh:targetNode :nobody") == Lines{"nobody MinCount"});
  CHECK(found("sh:targetSubjectsOf :q") == Lines{"c MinCount"});
  CHECK(found("sh:targetObjectsOf :q") == Lines{"d MinCount"});
  CHECK(found("sh:targetNode :c ; sh:targetSubjectsOf :q") == Lines{"c MinCount"}); // once
  CHECK(found("sh:class :C").empty());
}
