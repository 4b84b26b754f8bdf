#include "base/error.h"
#include "shapes/report_writer.h"
#include "shapes/support.h"
#include "support/quad_list.h"

#include <catch2/catch.hpp>

#include <map>
#include <set>
#include <tuple>

using namespace tela;
using namespace tela::tests;

TEST_CASE("cardinality, type and kind of values") {
  const std::string shape = R"(
    :ProjectShape a sh:NodeShape ; sh:targetClass :Project ;
      sh:property [ sh:path :id ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ] ;
      sh:property [ sh:path :state ; sh:class :State ; sh:nodeKind sh:IRI ] .)";
  CHECK(faults(shape, R"(:a a :Project ; :id "A1" ; :state :hn . :hn a :State .)").empty());
  CHECK(faults(shape, R"(:a a :Project ; :state "Honduras" .)") ==
        Lines{"a Class", "a NodeKind", "a MinCount"});
  CHECK(faults(shape, R"(:a a :Project ; :id "A1", "A2", 3 .)") ==
        Lines{"a Datatype", "a MaxCount"});
}

TEST_CASE("subclasses of the data count as classes") {
  CHECK(faults(":S sh:targetClass :Body ; sh:property [ sh:path :name ; sh:minCount 1 ] .",
               ":Process rdfs:subClassOf :Body . :rcm a :Process .") == Lines{"rcm MinCount"});
}

TEST_CASE("values are compared by value, and incomparable ones do not conform") {
  const std::string shape = R"(
    :S sh:targetSubjectsOf :start ;
      sh:property [ sh:path :start ; sh:lessThanOrEquals :end ] ;
      sh:property [ sh:path :amount ; sh:minExclusive 0 ; sh:maxInclusive 10.5 ] .)";
  CHECK(faults(shape, R"(:a :start "2020-01-01"^^xsd:date ; :end "2020-01-01"^^xsd:date ;
                          :amount 10.50, 1e0 .)")
            .empty());
  CHECK(faults(shape, R"(:a :start "2021-01-01"^^xsd:date ; :end "2020-01-01"^^xsd:date .)") ==
        Lines{"a LessThanOrEquals"});
  CHECK(faults(shape, R"(:a :start 1 ; :end 2 ; :amount 0, "x" .)") ==
        Lines{"a MinExclusive", "a MinExclusive", "a MaxInclusive"});
}

TEST_CASE("a date with a zone and one without are compared where no zone could matter") {
  const std::string shape = R"(:S sh:targetSubjectsOf :start ;
      sh:property [ sh:path :start ; sh:minInclusive "2020-01-01Z"^^xsd:date ] .)";
  CHECK(faults(shape, R"(:a :start "2020-01-03"^^xsd:date .)").empty());
  CHECK(faults(shape, R"(:a :start "2020-01-01"^^xsd:date .)") == Lines{"a MinInclusive"});
}

TEST_CASE("what SPARQL cannot compare is neither less nor equal, be it the same term") {
  const std::string shape =
      ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:lessThanOrEquals :p ] .";
  CHECK(faults(shape, ":a :p 1 .").empty());
  CHECK(faults(shape, R"(:a :p "NaN"^^xsd:double .)") == Lines{"a LessThanOrEquals"});
  CHECK(faults(shape, R"(:a :p "x"^^xsd:integer .)") == Lines{"a LessThanOrEquals"});
  CHECK(faults(shape, R"(:a :p "x"@en .)") == Lines{"a LessThanOrEquals"});
}

TEST_CASE("texts: length, pattern, languages") {
  const std::string shape = R"(
    :S sh:targetSubjectsOf :label ; sh:property [ sh:path :label ; sh:minLength 2 ; sh:maxLength 6 ;
      sh:pattern "^h" ; sh:flags "i" ; sh:languageIn ( "fr" "es" ) ; sh:uniqueLang true ] .)";
  CHECK(faults(shape, R"(:a :label "Haïti"@fr, "Haití"@es-HN .)").empty());
  CHECK(faults(shape, R"(:a :label "H"@fr .)") == Lines{"a MinLength"});
  CHECK(faults(":S sh:targetObjectsOf :p ; sh:minLength 3 .", R"(:a :p "h𝄞" .)").size() == 1);
  CHECK(faults(shape, R"(:a :label "Honduras"@fr .)") == Lines{"a MaxLength"});
  CHECK(faults(shape, R"(:a :label "Chili"@fr .)") == Lines{"a Pattern"});
  CHECK(faults(shape, R"(:a :label "Haiti"@en .)") == Lines{"a LanguageIn"});
  CHECK(faults(shape, R"(:a :label "Haïti"@fr, "haïti"@fr .)") == Lines{"a UniqueLang"});
}

TEST_CASE("shapes combine") {
  const std::string shapes = R"(
    :S sh:targetNode :a ; sh:or ( :HasX :HasY ) ; sh:not :HasZ ; sh:xone ( :HasX :HasY ) .
    :HasX sh:property [ sh:path :x ; sh:minCount 1 ] .
    :HasY sh:property [ sh:path :y ; sh:minCount 1 ] .
    :HasZ sh:property [ sh:path :z ; sh:minCount 1 ] .)";
  CHECK(faults(shapes, ":a :x 1 .").empty());
  CHECK(faults(shapes, ":a :x 1 ; :y 1 .") == Lines{"a Xone"});
  CHECK(faults(shapes, ":a :z 1 .") == Lines{"a Not", "a Or", "a Xone"});
  CHECK(faults(":S sh:targetNode :a ; sh:and ( :T ) . :T sh:in ( :b 1 ) .", ":c :d :e .") ==
        Lines{"a And"});
}

TEST_CASE("qualified values, disjoint from their siblings") {
  const std::string shape = R"(
    :Hand sh:targetNode :hand ;
      sh:property [ sh:path :digit ; sh:qualifiedValueShape [ sh:class :Thumb ] ;
        sh:qualifiedValueShapesDisjoint true ; sh:qualifiedMinCount 1 ; sh:qualifiedMaxCount 1 ] ;
      sh:property [ sh:path :digit ; sh:qualifiedValueShape [ sh:class :Finger ] ;
        sh:qualifiedValueShapesDisjoint true ; sh:qualifiedMinCount 2 ] .)";
  CHECK(faults(shape, ":hand :digit :t, :f, :g . :t a :Thumb . :f a :Finger . :g a :Finger .")
            .empty());
  CHECK(faults(shape,
               ":hand :digit :t, :f, :g . :t a :Thumb, :Finger . :f a :Finger . :g a :Finger .") ==
        Lines{"hand QualifiedMinCount"});
}

TEST_CASE("closed shapes, equal and disjoint properties, required values") {
  CHECK(faults(R"(:S sh:targetNode :a ; sh:closed true ; sh:ignoredProperties ( :note ) ;
                   sh:property [ sh:path :x ] .)",
               ":a :x 1 ; :note 2 ; :y 3 .") == Lines{"a Closed"});
  CHECK(faults(":S sh:targetNode :a ; sh:property [ sh:path :x ; sh:equals :y ; sh:disjoint :z ] .",
               ":a :x 1, 2 ; :y 2, 3 ; :z 1 .") == Lines{"a Equals", "a Equals", "a Disjoint"});
  CHECK(faults(":S sh:targetNode :a ; sh:property [ sh:path :x ; sh:hasValue 2 ] .", ":a :x 1 .") ==
        Lines{"a HasValue"});
}

TEST_CASE("paths of every kind lead to values") {
  const std::string data = ":a :p :b . :b :p :c . :c :q :d . :x :p :a .";
  const auto count = [&](const std::string& path) {
    const auto report =
        check(":S sh:targetNode :a ; sh:property [ sh:path " + path + " ; sh:in () ] .", data);
    return report.results.size();
  };
  CHECK(count(":p") == 1);
  CHECK(count("[ sh:inversePath :p ]") == 1);
  CHECK(count("( :p :p :q )") == 1);
  CHECK(count("[ sh:alternativePath ( :p [ sh:inversePath :p ] ) ]") == 2);
  CHECK(count("[ sh:zeroOrMorePath :p ]") == 3);
  CHECK(count("[ sh:oneOrMorePath :p ]") == 2);
  CHECK(count("[ sh:zeroOrOnePath :p ]") == 2);
  CHECK(count("[ sh:inversePath ( :p :p ) ]") == 0);
}

TEST_CASE("deactivated shapes are silent, recursive ones end") {
  CHECK(faults(":S sh:targetNode :a ; sh:deactivated true ; sh:class :X .", ":a :b :c .").empty());
  CHECK(faults(":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:node :S ] .", ":a :p :a .")
            .empty());
}

TEST_CASE("shapes that follow a long chain of nodes end with a limit, not with the stack") {
  std::string chain;
  for (int i = 0; i < 20'000; ++i)
    chain += ":n" + std::to_string(i) + " :next :n" + std::to_string(i + 1) + " .\n";
  CHECK_THROWS_WITH(
      check(":S sh:targetNode :n0 ; sh:property [ sh:path :next ; sh:node :S ] .", chain),
      Catch::Contains("http://example.org/S") && Catch::Contains("deep"));
  CHECK(faults(":S sh:targetNode :n0 ; sh:property [ sh:path [ sh:zeroOrMorePath :next ] ;"
               " sh:nodeKind sh:IRI ] .",
               chain)
            .empty());
}

TEST_CASE("a blank node of the shapes is none of the data, whatever its label") {
  CHECK(faults(":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:in ( _:x ) ] .",
               ":a :p _:x .") == Lines{"a In"});
}

TEST_CASE("a class is the target of a shape that it is itself") {
  const std::string data = ":a a :Body . :b a :Process . :Process rdfs:subClassOf :Body .";
  const std::string constraint = "sh:property [ sh:path :name ; sh:minCount 1 ] .";
  CHECK(faults(":Body a rdfs:Class, sh:NodeShape ; " + constraint, data) ==
        Lines{"a MinCount", "b MinCount"});
  CHECK(faults(":Kind rdfs:subClassOf rdfs:Class . :Process a :Kind, sh:NodeShape ; " + constraint,
               data) == Lines{"b MinCount"});
  CHECK(faults(":Body a rdfs:Class ; " + constraint, data).empty()); // it is not said to be a shape
}

TEST_CASE("ill-formed shapes are refused by name") {
  const auto refusal = [](const std::string& shape) -> std::string {
    try {
      std::ignore = shapes::read_shapes(store_of(shape));
    } catch (const base::Error& error) {
      return error.what();
    }
    return "";
  };
  const auto [shape, reason] = GENERATE(table<std::string, std::string>({
      {":S a sh:NodeShape ; sh:minCount 1 .", "needs a sh:path"},
      {":S sh:path :p ; sh:minCount \"many\" .", "no xsd:integer"},
      {":S sh:path :p ; sh:maxCount -1 .", "no count"},
      {":S sh:path :p ; sh:maxCount 1, 2 .", "more than one sh:maxCount"},
      {":S sh:property [ a sh:NodeShape ] .", "use sh:node"},
      {":S sh:not [ a sh:PropertyShape ] .", "no shape"},
      {":S a sh:NodeShape ; sh:js [] .", "sh:js, which is not supported"},
      {":S a sh:NodeShape ; sh:minCounts 1 .", "sh:minCounts, which is not supported"},
      {":S a sh:NodeShape ; sh:target [ a :Kind ] .", "sh:target without sh:select"},
      {":S a sh:NodeShape ; sh:path :p .", "has sh:path"},
      {":S sh:path :p, :q ; sh:minCount 1 .", "more than one sh:path"},
      {":S sh:path [ sh:foo :p ] ; sh:minCount 1 .", "no known form"},
      {":S sh:path ( :p ) ; sh:minCount 1 .", "at least two"},
      {":S sh:targetClass \"Project\" ; sh:class :X .", "no IRI"},
      {":S sh:targetNode [] .", "no IRI or literal"},
      {":S sh:nodeKind sh:Iri .", "no kind of nodes"},
      {":S sh:datatype xsd:int, xsd:integer .", "more than one sh:datatype"},
      {":S sh:minInclusive :a .", "no literal"},
      {":S sh:pattern \"a\"@en .", "no xsd:string"},
      {":S sh:languageIn ( \"fr\" :es ) .", "no list of xsd:string"},
      {":S sh:closed true ; sh:ignoredProperties ( \"p\" ) .", "no list of IRIs"},
      {":S sh:closed \"yes\" .", "no xsd:boolean"},
      {":S sh:in ( 1 ) , ( 2 ) .", "more than one sh:in"},
      {":S sh:property \"p\" .", "no property shape"},
      {":S sh:node [ sh:path :p ] .", "no node shape"},
      {":S sh:or ( :A \"B\" ) .", "no list of shapes"},
      {":S sh:message 3 ; sh:class :X .", "no text"},
      {"[] a rdfs:Class, sh:NodeShape .", "has no IRI"},
  }));
  INFO(shape);
  CHECK_THAT(refusal(shape), Catch::Contains(reason));
  CHECK_THAT(refusal(shape), Catch::Contains("the shape") || Catch::Contains("the path"));
}

TEST_CASE("a property shape without a path is passed over and named") {
  const auto read = [](const std::string& shapes) { return shapes::read_shapes(store_of(shapes)); };
  const std::string shapes =
      ":S sh:targetNode :a ; sh:property :P, [ sh:path :p ; sh:minCount 1 ] ."
      ":P sh:class :X .";
  REQUIRE(read(shapes).notes.size() == 1);
  CHECK_THAT(read(shapes).notes.front(),
             Catch::Contains("<http://example.org/P>") && Catch::Contains("without sh:path"));
  CHECK(read(":P a sh:PropertyShape .").notes.size() == 1);
  CHECK(faults(shapes, ":a :q 1 .") == Lines{"a MinCount"});
}

TEST_CASE("the report names focus, path, value and message") {
  const auto report = check(R"(:S sh:targetNode :a ; sh:property [ sh:path :x ; sh:maxInclusive 2 ;
                                 sh:message "too large"@en ] .)",
                            ":a :x 3 .");
  CHECK(shapes::to_text(report, rdf::PrefixMap()) ==
        "Violation  <http://example.org/a>  <http://example.org/x>  "
        "\"3\"^^<http://www.w3.org/2001/XMLSchema#integer>\n    too large\n1 nodes checked, 1 "
        "results\n");
  CHECK(shapes::to_json(report).find("\"component\":\"MaxInclusiveConstraintComponent\"") !=
        std::string::npos);
}

TEST_CASE("blank nodes of data, shapes and the report stay apart") {
  tests::QuadList list;
  shapes::push_report(
      check("_:report sh:targetClass :C ; sh:minLength 3 .", "_:report a :C . _:result1 a :C ."),
      list);
  std::map<std::string, std::set<std::string>> labels; // by the predicate that leads to them
  for (const rdf::Quad& quad : list.quads)
    if (quad.object.kind == rdf::TermKind::blank)
      labels[quad.predicate.value.substr(quad.predicate.value.find('#') + 1)].insert(
          quad.object.value);
  CHECK(labels["focusNode"].size() == 2);
  CHECK(labels["focusNode"] == labels["value"]);
  CHECK(labels["result"] == std::set<std::string>{"result1", "result2"});
  CHECK(labels["focusNode"].count("result1") == 0);
  REQUIRE(labels["sourceShape"].size() == 1);
  CHECK(labels["focusNode"].count(*labels["sourceShape"].begin()) == 0);
}
