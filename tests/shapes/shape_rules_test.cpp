#include "shapes/shape_rules.h"
#include "shapes/shape_terms.h"
#include "shapes/support.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::tests;
using shapes::TermUse;

namespace {

/// A parameter with a value that it may have and one that it may not, and what that is not.
struct Rule {
  std::string parameter, good, bad, what;
};

std::string node_shape(const std::string& parameter, const std::string& value) {
  return ":S a sh:NodeShape ; sh:" + parameter + " " + value + " .";
}

std::string property_shape(const std::string& parameter, const std::string& value) {
  return ":S a sh:PropertyShape ; sh:path :p ; sh:" + parameter + " " + value + " .";
}

} // namespace

TEST_CASE("each parameter has values of its kind") {
  const Rule rule = GENERATE(values<Rule>({
      {"targetNode", ":a, 1", "[]", "IRI or literal"},
      {"targetClass", ":C", "\"C\"", "IRI"},
      {"severity", "sh:Info", "\"Info\"", "IRI"},
      {"message", "\"a\", \"b\"@fr", "1", "text"},
      {"deactivated", "false", "\"false\"", "xsd:boolean"},
      {"class", ":C", "[]", "IRI"},
      {"datatype", "xsd:date", "\"xsd:date\"", "IRI"},
      {"nodeKind", "sh:IRI", "sh:Iri", "kind of nodes"},
      {"minCount", "1", "\"1\"", "xsd:integer"},
      {"minExclusive", "1.5", ":one", "literal"},
      {"maxLength", "3", "3.0", "xsd:integer"},
      {"pattern", "\"a\"", "\"a\"@en", "xsd:string"},
      {"languageIn", "( \"fr\" )", "( :fr )", "list of xsd:string"},
      {"uniqueLang", "true", "1", "xsd:boolean"},
      {"equals", ":q", "\"q\"", "IRI"},
      {"not", "[ sh:class :C ]", "\"C\"", "shape"},
      {"and", "( [ sh:class :C ] )", "( \"C\" )", "list of shapes"},
      {"node", "[ sh:class :C ]", "[ sh:path :q ]", "node shape"},
      {"property", "[ sh:path :q ]", "1", "property shape"},
      {"closed", "true", "\"true\"", "xsd:boolean"},
      {"ignoredProperties", "( :q )", "( \"q\" )", "list of IRIs"},
      {"in", "( 1 :a )", "( [] )", ""}, // whatever may stand in a list
  }));
  INFO(rule.parameter);
  CHECK(shapes_refused(property_shape(rule.parameter, rule.good)).empty());
  const std::string refusal = shapes_refused(property_shape(rule.parameter, rule.bad));
  if (rule.what.empty()) {
    CHECK(refusal.empty());
  } else {
    CHECK_THAT(refusal, Catch::Contains("has sh:" + rule.parameter) &&
                            Catch::Contains("which is no " + rule.what));
    CHECK_THAT(refusal, Catch::StartsWith("the shape <http://example.org/S>"));
  }
}

TEST_CASE("most parameters have one value, targets and classes any number") {
  for (const auto& [parameter, two] :
       std::vector<std::pair<std::string, std::string>>{{"datatype", "xsd:date, xsd:string"},
                                                        {"minCount", "1, 2"},
                                                        {"pattern", "\"a\", \"b\""},
                                                        {"in", "( 1 ), ( 2 )"},
                                                        {"severity", "sh:Info, sh:Warning"}}) {
    INFO(parameter);
    CHECK_THAT(shapes_refused(property_shape(parameter, two)),
               Catch::Contains("has more than one sh:" + parameter));
  }
  CHECK(shapes_refused(property_shape("class", ":C, :D")).empty());
  CHECK(shapes_refused(property_shape("targetNode", ":a, :b")).empty());
  CHECK(shapes_refused(property_shape("lessThan", ":q, :r")).empty());
}

TEST_CASE("what counts or compares values needs a path to them") {
  for (const auto& [parameter, value] : std::vector<std::pair<std::string, std::string>>{
           {"minCount", "1"},
           {"maxCount", "1"},
           {"uniqueLang", "true"},
           {"lessThan", ":q"},
           {"lessThanOrEquals", ":q"},
           {"qualifiedValueShape", "[ sh:class :C ]"}}) {
    INFO(parameter);
    CHECK_THAT(shapes_refused(node_shape(parameter, value)),
               Catch::Contains("has sh:" + parameter + ", which needs a sh:path"));
  }
  for (const auto& [parameter, value] : std::vector<std::pair<std::string, std::string>>{
           {"class", ":C"}, {"pattern", "\"a\""}, {"in", "( 1 )"}, {"equals", ":q"}})
    CHECK(shapes_refused(node_shape(parameter, value)).empty());
}

TEST_CASE("a shape is of nodes or of a property, not of both") {
  CHECK_THAT(shapes_refused(":S a sh:NodeShape ; sh:path :p ; sh:minCount 1 ."),
             Catch::Contains("is a sh:NodeShape and has sh:path"));
  CHECK_THAT(shapes_refused(":S a sh:NodeShape ; sh:class :C . :T sh:property :S ."),
             Catch::Contains("use sh:node"));
}

TEST_CASE("a property shape is one by its path, its type, or who refers to it") {
  const auto store = store_of(":a sh:path :p . :b a sh:PropertyShape . :c sh:property :d . "
                              ":e a sh:NodeShape .");
  const shapes::Graph graph(store);
  for (const std::string name : {"a", "b", "d"})
    CHECK(is_property_shape(graph, id_of(graph, name)));
  for (const std::string name : {"c", "e"})
    CHECK_FALSE(is_property_shape(graph, id_of(graph, name)));
  CHECK_FALSE(lacks_path(graph, id_of(graph, "a")));
  CHECK(lacks_path(graph, id_of(graph, "b")));
  CHECK(lacks_path(graph, id_of(graph, "d")));
  CHECK_FALSE(lacks_path(graph, id_of(graph, "e")));
}

TEST_CASE("what SHACL's namespace names and nothing here reads may be a constraint") {
  CHECK(shapes::use_of("minCount") == TermUse::checked);
  CHECK(shapes::use_of("labelTemplate") == TermUse::checked);
  CHECK(shapes::use_of("rule") == TermUse::rule);
  for (const std::string local : {"mincount", "minCount ", "js", "memberShape", ""}) {
    INFO(local);
    CHECK(shapes::use_of(local) == TermUse::unknown);
  }
  CHECK_THAT(shapes_refused(property_shape("mincount", "1")),
             Catch::Contains("has sh:mincount, which is not supported"));
  CHECK(shapes_refused(property_shape("mincount", "1") + ":S sh:deactivated true .").empty());
}

TEST_CASE("rules are passed over, and that is said") {
  const auto read = shapes::read_shapes(store_of(":S a sh:NodeShape ; sh:rule [] ."));
  REQUIRE(read.notes.size() == 1);
  CHECK_THAT(read.notes.front(), Catch::Contains("sh:rule"));
}
