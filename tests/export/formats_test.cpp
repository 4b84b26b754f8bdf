#include "base/error.h"
#include "base/xml_reader.h"
#include "export/csv.h"
#include "export/cx2.h"
#include "export/cyjs.h"
#include "export/dot.h"
#include "export/geojson.h"
#include "export/gexf.h"
#include "export/node_link_json.h"
#include "export/pajek.h"
#include "export/profile.h"
#include "small_graph.h"

#include <catch2/catch.hpp>

using namespace tela::export_;
using namespace tela::network;
using Catch::Contains;

namespace {

// Quoted by name, so that tests read like the files.
std::string written(Format format, Reader reader = Reader::any) {
  const auto g = test::small_graph();
  Appearance looks;
  looks.nodes.resize(g.head.nodes.size());
  std::string text;
  write_graph(format, reader, g.head, *g.edges.stream(), test::into(text), {.appearance = &looks});
  return text;
}

} // namespace

TEST_CASE("GEXF 1.3 is dynamic when something has dates") {
  const std::string text = written(Format::gexf);
  CHECK_NOTHROW(tela::base::check_xml("g.gexf", text));
  CHECK_THAT(text, Contains("mode=\"dynamic\" timeformat=\"date\""));
  CHECK_THAT(text, Contains("kind=\"shared-memberships\"") &&
                       Contains("start=\"2015-01-01\" end=\"2016-12-31\""));
  CHECK_THAT(text, Contains("weight=\"0.30000000000000004\""));
}

TEST_CASE("a period of one day in GEXF ends a day later, since Gephi drops empty ones") {
  GraphHead head;
  head.nodes.add({"a", "", "", {0, 0}});
  std::string text;
  write_gexf(head, *EdgeTable().stream(), test::into(text));
  CHECK_THAT(text, Contains("start=\"1970-01-01\" end=\"1970-01-02\""));
}

TEST_CASE("DOT quotes everything and escapes what Graphviz would read") {
  const std::string text = written(Format::dot);
  CHECK_THAT(text, Contains("\"state:HN\" -- \"state:CI\""));
  CHECK_THAT(text, Contains(R"(<🌍> & \"co\")"));
  CHECK_THAT(text, Contains(R"(Línea\nnueva)"));
  std::string quoted;
  CHECK(append_dot_quoted(quoted, "C:\\x\x07") == 1);
  CHECK(quoted == "\"C:\\\\x\xEF\xBF\xBD\"");
}

TEST_CASE("CSV has the headers of Gephi and of Neo4j") {
  CHECK_THAT(written(Format::node_csv), Catch::StartsWith("Id,Label,iri,start,end,is_state,"));
  CHECK_THAT(written(Format::edge_csv),
             Contains("state:HN,state:CI,Undirected,e0,shared-projects,0.30000000000000004"));
  const std::string nodes = written(Format::node_csv, Reader::neo4j);
  CHECK_THAT(nodes, Catch::StartsWith("id:ID,name,iri,start,end,is_state:boolean,population:long,"
                                      "share:double,names:string[],:LABEL\r\n"));
  CHECK_THAT(nodes, Contains("\"HN;HND\",State"));
  CHECK_THAT(written(Format::edge_csv, Reader::neo4j), Contains(",SHARED_PROJECTS\r\n"));
}

TEST_CASE("CSV columns that differ in case only are told apart, and it is said") {
  GraphHead head;
  head.nodes.add({"a", "", "", {}});
  for (const char* name : {"Theme", "theme", "THEME", "LABEL"})
    head.nodes.add_column({name, ValueType::text}).push(Value(std::string_view("x")));
  std::string text;
  const WriteReport report = write_node_csv(head, {}, test::into(text));
  CHECK_THAT(text, Catch::StartsWith("Id,Label,iri,Theme,theme_2,THEME_3,LABEL_2\r\n"));
  CHECK(losses(report).size() == 3);
  CHECK_THAT(losses(report)[0], Contains("theme") && Contains("case only"));
}

TEST_CASE("CSV that is safe for spreadsheets has no formulas, and numbers stay numbers") {
  GraphHead head;
  head.nodes.add({"a", "=HYPERLINK(\"http://e.x\")", "", {}});
  head.nodes.add_column({"debt", ValueType::integer}).push(Value(std::int64_t{-5}));
  std::string text;
  const CsvStyle safe{CsvHeader::gephi, CsvGuard::spreadsheets};
  CHECK(losses(write_node_csv(head, safe, test::into(text))).size() == 1);
  CHECK_THAT(text, Contains("\"'=HYPERLINK(\"\"http://e.x\"\")\",,-5\r\n"));
}

TEST_CASE("texts of several lines for Neo4j are kept, and how to read them is said") {
  GraphHead head;
  head.nodes.add({"a", "one\ntwo", "", {}});
  std::string text;
  const WriteReport report = write_node_csv(head, {CsvHeader::neo4j}, test::into(text));
  CHECK_THAT(text, Contains("\"one\ntwo\""));
  CHECK_THAT(losses(report).at(0), Contains("--multiline-fields=true"));
}

TEST_CASE("node-link JSON calls the edges what its reader calls them") {
  CHECK_THAT(written(Format::json, Reader::networkx), Contains("\"edges\":["));
  for (const Reader reader : {Reader::networkx_old, Reader::d3, Reader::any})
    CHECK_THAT(written(Format::json, reader), Contains("\"links\":["));
  CHECK(best_format(Reader::d3) == Format::json);
}

TEST_CASE("whole numbers are written whole, however large") {
  std::string text;
  for (const double number : {1e9, 81500000000.0, -9007199254740992.0, 1e300}) {
    append_number(text, number);
    text += ' ';
  }
  CHECK(text == "1000000000 81500000000 -9007199254740992 1e+300 ");
}

TEST_CASE("JSON formats keep types and lists") {
  for (const Format format : {Format::json, Format::cyjs, Format::cx2}) {
    const std::string text = written(format);
    CHECK_THAT(text, Contains(R"("names":["HN","HND"])"));
    CHECK_THAT(text, Contains(R"("is_state":true)"));
    CHECK_THAT(text, Contains(R"("population":9007199254740991)"));
    CHECK_THAT(text, Contains("0.30000000000000004"));
  }
  CHECK_THAT(written(Format::cx2), Contains(R"("names":{"d":"list_of_string"})"));
  CHECK_THAT(written(Format::json), Contains(R"("multigraph":true)"));
}

TEST_CASE("an integer that a double does not hold is text on a map") {
  GraphHead head;
  head.nodes.add({"a", "A", "", {}});
  head.nodes.add({"b", "B", "", {}});
  Column& people = head.nodes.add_column({"people", ValueType::integer});
  people.push(std::int64_t{9'007'199'254'740'993});
  people.push(std::int64_t{9'007'199'254'740'991});
  std::string text;
  write_geojson(head, *EdgeTable().stream(), {}, test::into(text));
  CHECK_THAT(text, Contains(R"("people":"9007199254740993")"));
  CHECK_THAT(text, Contains(R"("people":9007199254740991)"));
}

TEST_CASE("Pajek names what it leaves out, and tells equal labels apart") {
  GraphHead head;
  head.nodes.add({"state:CG", "Congo", "", {}});
  head.nodes.add({"state:CD", "Congo", "", {}});
  head.nodes.add({"state:X", "a \"b\"", "", {}});
  EdgeTable edges;
  edges.add({0, 2, 2.5, {}}, "x");
  std::string text;
  const auto report = write_pajek(head, *edges.stream(), test::into(text));
  CHECK_THAT(text, Contains("1 \"Congo (state:CG)\"\n2 \"Congo (state:CD)\"\n3 \"a 'b'\""));
  CHECK_THAT(text, Contains("*Edges\n1 3 2.5\n"));
  CHECK(report.left_out_attributes.size() == 2);
  CHECK(report.replaced_characters == 2);
}

TEST_CASE("each reader gets the format it loses least of") {
  CHECK(best_format(reader_named("gephi")) == Format::gexf);
  CHECK(best_format(reader_named("igraph")) == Format::graphml);
  CHECK(format_named("cx2") == Format::cx2);
  CHECK_THROWS_AS(reader_named("paper"), tela::base::Error);
  CHECK_THROWS_AS(format_named("docx"), tela::base::Error);
}
