#include "shapes/shape.h"
#include "shapes/support.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace tela;
using namespace tela::tests;
using shapes::Component;
using shapes::Shape;
using shapes::ShapesGraph;

namespace {

ShapesGraph read(const std::string& turtle) {
  return shapes::read_shapes(store_of(turtle));
}

const Shape& shape(const ShapesGraph& graph, const std::string& name) {
  const auto found =
      std::ranges::find(graph.shapes, rdf::iri("http://example.org/" + name), &Shape::id);
  REQUIRE(found != graph.shapes.end());
  return *found;
}

std::set<std::string> names_of(const ShapesGraph& graph) {
  std::set<std::string> found;
  for (const Shape& one : graph.shapes)
    found.insert(one.id.kind == rdf::TermKind::blank
                     ? "_"
                     : one.id.value.substr(one.id.value.rfind('/') + 1));
  return found;
}

} // namespace

TEST_CASE("shapes are known by type, target, parameter, and by who refers to them") {
  CHECK(names_of(read(":A a sh:NodeShape . :B sh:targetNode :x . :C sh:class :Y . "
                      ":D sh:property :E . :E sh:path :p . :F sh:or ( :G [ sh:node :H ] ) . "
                      ":other :p :thing .")) ==
        std::set<std::string>{"A", "B", "C", "D", "E", "F", "G", "H", "_"});
}

TEST_CASE("a shape that others refer to is read once") {
  const auto graph = read(":A sh:node :C . :B sh:and ( :C :C ) . :C sh:class :D .");
  CHECK(graph.shapes.size() == 3);
  const auto& both = shape(graph, "B").constraints.at(0).shapes;
  CHECK(both.size() == 2);
  CHECK(both[0] == both[1]);
  CHECK(shape(graph, "A").constraints.at(0).shapes.at(0) == both[0]);
}

TEST_CASE("shapes may refer to themselves") {
  const auto graph = read(":A sh:property [ sh:path :next ; sh:node :A ] .");
  CHECK(graph.shapes.size() == 2);
}

TEST_CASE("a class that is a shape too is its own target") {
  CHECK(shape(read(":A a sh:NodeShape, rdfs:Class ."), "A").targets.classes.size() == 1);
  CHECK(shape(read(":A a sh:NodeShape, owl:Class ."), "A").targets.classes.size() == 1);
  CHECK(shape(read(":A a sh:NodeShape, :Own . :Own rdfs:subClassOf rdfs:Class ."), "A")
            .targets.classes.size() == 1);
  CHECK(shape(read(":A a sh:NodeShape ."), "A").targets.empty());
  CHECK_THAT(shapes_refused("[] a sh:NodeShape, rdfs:Class ."), Catch::Contains("has no IRI"));
}

TEST_CASE("severity is a violation unless the shape says otherwise") {
  const auto graph = read(":A a sh:NodeShape . :B a sh:NodeShape ; sh:severity :Own .");
  CHECK(shape(graph, "A").severity == rdf::iri("http://www.w3.org/ns/shacl#Violation"));
  CHECK(shape(graph, "B").severity == rdf::iri("http://example.org/Own"));
}

TEST_CASE("counts are numbers that there can be") {
  CHECK(shape(read(":A sh:path :p ; sh:minCount 02 ."), "A").constraints.at(0).count == 2);
  for (const std::string count : {"-1", "\"one\"^^xsd:integer", "10000000000000000"}) {
    INFO(count);
    CHECK_THAT(shapes_refused(":A sh:path :p ; sh:minCount " + count + " ."),
               Catch::Contains("that is no count"));
  }
}

TEST_CASE("a flag that is not set is no constraint") {
  CHECK(shape(read(":A sh:path :p ; sh:uniqueLang false ."), "A").constraints.empty());
  CHECK(shape(read(":A sh:path :p ; sh:uniqueLang true ."), "A").constraints.size() == 1);
  CHECK(shape(read(":A a sh:NodeShape ; sh:closed false ."), "A").constraints.empty());
}

TEST_CASE("a closed shape allows what its properties name by IRI, and what it ignores") {
  const auto graph = read(":A sh:closed true ; sh:ignoredProperties ( :r ) ; "
                          "sh:property [ sh:path :p ] , [ sh:path ( :q :s ) ] .");
  const auto& closed = shape(graph, "A").constraints.back();
  CHECK(closed.component == Component::closed);
  CHECK(closed.terms ==
        std::vector{rdf::iri("http://example.org/p"), rdf::iri("http://example.org/r")});
}

TEST_CASE("a pattern has the flags of its shape") {
  const auto graph = read(":A sh:path :p ; sh:pattern \"a\" ; sh:flags \"i\" .");
  const auto& pattern = shape(graph, "A").constraints.at(0);
  CHECK(pattern.pattern == "a");
  CHECK(pattern.flags == "i");
}

TEST_CASE("qualified shapes know their siblings under the same parent, where they are disjoint") {
  const std::string two = ":A sh:property :P, :Q . :P sh:path :p ; sh:qualifiedValueShape :C ; "
                          "sh:qualifiedMinCount 1 ; "
                          "sh:qualifiedMaxCount 2 . :Q sh:path :q ; sh:qualifiedValueShape :D ; "
                          "sh:qualifiedMinCount 1 . :C sh:class :C . :D sh:class :D . ";
  const auto apart = read(two + ":P sh:qualifiedValueShapesDisjoint true .");
  REQUIRE(shape(apart, "P").constraints.size() == 2); // both counts
  CHECK(shape(apart, "P").constraints[0].siblings.size() == 1);
  CHECK(apart.shapes.at(shape(apart, "P").constraints[0].siblings[0]).id ==
        rdf::iri("http://example.org/D"));
  CHECK(shape(apart, "Q").constraints[0].siblings.empty());
  CHECK(shape(read(two), "P").constraints[0].siblings.empty());
}

TEST_CASE("the shapes graph is kept only for a query that reads it") {
  const auto with = [](const std::string& query) {
    return read(":A a sh:NodeShape ; sh:sparql [ sh:select \"" + query + "\" ] .")
        .statements.size();
  };
  CHECK(with("SELECT $this { }") == 0);
  CHECK(with("SELECT $this { GRAPH $shapesGraph { $this ?p ?o } }") == 3);
}

TEST_CASE("targets of every kind are kept, and those by a query need one") {
  const auto graph =
      read(":A sh:targetNode :a, 1 ; sh:targetClass :C ; sh:targetSubjectsOf :p ; "
           "sh:targetObjectsOf :q, :r ; sh:target [ sh:select \"SELECT ?this {}\" ] .");
  const shapes::Targets& targets = shape(graph, "A").targets;
  CHECK(targets.nodes.size() == 2);
  CHECK(targets.classes.size() == 1);
  CHECK(targets.subjects_of.size() == 1);
  CHECK(targets.objects_of.size() == 2);
  CHECK(targets.queries.size() == 1);
  CHECK_THAT(shapes_refused(":A sh:target [ a :OtherTarget ] ."),
             Catch::Contains("sh:target without sh:select"));
}
