#include "shapes/report_writer.h"
#include "shapes/support.h"
#include "support/quad_list.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace tela;
using namespace tela::tests;
using Catch::Matchers::Contains;

namespace {

const rdf::PrefixMap& prefixes() {
  static const rdf::PrefixMap map = [] {
    rdf::PrefixMap result;
    result.add("", "http://example.org/");
    return result;
  }();
  return map;
}

/// The report of one shape at :a, with a result whose path is `path`.
shapes::Report with_path(const std::string& path) {
  return check(":S sh:targetNode :a ; sh:property [ sh:path " + path + " ; sh:minCount 1 ] .",
               ":b :q 1 .");
}

std::string line_of(const shapes::Report& report) {
  const std::string text = to_text(report, prefixes());
  return text.substr(0, text.find('\n'));
}

/// Statements of a report without what is the same in each.
std::vector<std::string> statements(const shapes::Report& report) {
  QuadList list;
  push_report(report, list);
  std::vector<std::string> lines = list.lines();
  for (std::string& line : lines)
    for (const std::string& known :
         {std::string("http://www.w3.org/ns/shacl#"), std::string("http://example.org/"),
          std::string("http://www.w3.org/1999/02/22-rdf-syntax-ns#")})
      while (line.find(known) != std::string::npos) line.erase(line.find(known), known.size());
  return lines;
}

bool says(const shapes::Report& report, const std::string& line) {
  const auto lines = statements(report);
  return std::ranges::find(lines, line) != lines.end();
}

} // namespace

TEST_CASE("data that conform have a report that says so") {
  const auto report = check(":S sh:targetNode :a ; sh:nodeKind sh:IRI .", ":a :p 1 .");
  CHECK(to_text(report, prefixes()) == "1 nodes checked, all conform\n");
  CHECK(to_json(report) == "{\"conforms\":true,\"focus_nodes\":1,\"results\":[]}\n");
  CHECK(says(report, "_:report <conforms> \"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>"));
}

TEST_CASE("for people: severity, focus node, path, value, and what is wrong with it") {
  const auto report = check(":S sh:targetNode :a ; sh:severity sh:Warning ; sh:property "
                            "[ sh:path :p ; sh:maxInclusive 5 ; sh:severity sh:Warning ] .",
                            ":a :p 7 .");
  CHECK(to_text(report, prefixes()) ==
        "Warning  :a  :p  \"7\"^^<http://www.w3.org/2001/XMLSchema#integer>\n"
        "    is greater than \"5\"^^<http://www.w3.org/2001/XMLSchema#integer>\n"
        "1 nodes checked, 1 results\n");
}

TEST_CASE("paths are written as SPARQL does, the outer form around the inner one") {
  CHECK(line_of(with_path(":p")) == "Violation  :a  :p");
  CHECK(line_of(with_path("[ sh:inversePath :p ]")) == "Violation  :a  ^:p");
  CHECK(line_of(with_path("( :p [ sh:alternativePath ( :q [ sh:oneOrMorePath :r ] ) ] )")) ==
        "Violation  :a  (:p/(:q|:r+))");
  CHECK_THAT(to_json(with_path("[ sh:inversePath ( :p :q ) ]")),
             Contains("\"path\":\"^(<http://example.org/p>/<http://example.org/q>)\""));
}

TEST_CASE("the report as statements: one node a result, paths as SHACL writes them") {
  const auto report = with_path("( :p [ sh:inversePath :q ] )");
  CHECK(says(report, "_:report <result> _:result1"));
  CHECK(says(report, "_:result1 <type> <ValidationResult>"));
  CHECK(says(report, "_:result1 <focusNode> <a>"));
  CHECK(says(report, "_:result1 <resultSeverity> <Violation>"));
  CHECK(says(report, "_:result1 <sourceConstraintComponent> <MinCountConstraintComponent>"));
  CHECK(says(report, "_:result1 <resultMessage> \"has fewer than 1 values\""));
  CHECK(says(report, "_:path2 <inversePath> <q>"));
  CHECK(says(report, "_:path1 <first> _:path2"));
  CHECK(says(report, "_:path1 <rest> <nil>"));
  CHECK(says(report, "_:path3 <first> <p>"));
  CHECK(says(report, "_:path3 <rest> _:path1"));
  CHECK(says(report, "_:result1 <resultPath> _:path3"));
}

TEST_CASE("a report is read again as the shapes that it names") {
  for (const std::string path :
       {"( :p :q )", "[ sh:inversePath [ sh:oneOrMorePath :p ] ]",
        "( :p [ sh:alternativePath ( :p [ sh:zeroOrOnePath ( :q :r ) ] ) ] )"}) {
    INFO(path);
    const auto report = with_path(path);
    store::Builder builder;
    push_report(report, builder);
    const auto store = store::Store::from_memory(builder.finish_in_memory());
    const shapes::Graph graph(store);
    const rdf::Id predicate = graph.id(rdf::iri("http://www.w3.org/ns/shacl#resultPath"));
    const rdf::Id node = graph.all_objects(predicate).at(0);
    CHECK(read_path(graph, node) == report.results.at(0).path);
  }
}

TEST_CASE("a line end or a bell in the data does not leave its line") {
  const auto report = check(":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:maxLength 1 ; "
                            "sh:message \"two\\nlines\\u0007\" ] .",
                            ":a :p \"x\\ny\" .");
  const std::string text = to_text(report, prefixes());
  CHECK(std::ranges::count(text, '\n') == 3);
  CHECK(text.find('\a') == std::string::npos);
}

TEST_CASE("places of a result: file and line, file, or the graph") {
  auto report = check(":S sh:targetNode :a ; sh:nodeKind sh:Literal .", ":a :p 1 .");
  report.results.at(0).places = {{"http://example.org/g", "data/1.xml", 12},
                                 {"http://example.org/g", "data/2.xml", 0},
                                 {"http://example.org/h", "", 0}};
  const std::string text = to_text(report, prefixes());
  CHECK_THAT(text, Contains("    in data/1.xml:12\n    in data/2.xml\n    in :h\n"));
  CHECK_THAT(to_json(report),
             Contains("\"places\":[{\"graph\":\"http://example.org/g\",\"file\":\"data/1.xml\","
                      "\"line\":12},{\"graph\":\"http://example.org/g\",\"file\":\"data/2.xml\"},"
                      "{\"graph\":\"http://example.org/h\"}]"));
  CHECK(says(report, "_:result1 <http://purl.org/dc/terms/source> <h>"));
}

TEST_CASE("components of others keep their whole IRI in JSON, SHACL's own the last part") {
  auto report = check(":S sh:targetNode :a ; sh:nodeKind sh:Literal .", ":a :p 1 .");
  CHECK_THAT(to_json(report), Contains("\"component\":\"NodeKindConstraintComponent\""));
  report.results.at(0).component = "http://example.org/Own";
  CHECK_THAT(to_json(report), Contains("\"component\":\"http://example.org/Own\""));
}

TEST_CASE("the text of a report is charged while it is made, and the work can be stopped") {
  std::string data;
  for (int i = 0; i < 500; ++i) data += ":a :p " + std::to_string(i) + " .";
  const auto report =
      check(":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:maxInclusive -1 ] .", data);
  REQUIRE(report.results.size() == 500);
  base::MemoryBudget memory(4096);
  CHECK_THROWS_AS(to_json(report, {nullptr, &memory}), base::Error);
  CHECK_THROWS_AS(to_text(report, prefixes(), {nullptr, &memory}), base::Error);
  CHECK(memory.used() == 0);
  base::Cancellation stopped;
  stopped.cancel();
  CHECK_THROWS_AS(to_json(report, {&stopped, nullptr}), base::Error);
}
