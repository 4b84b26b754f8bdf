#include "base/error.h"
#include "base/xml_reader.h"
#include "export/graphml.h"
#include "small_graph.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace tela::export_;
using namespace tela::network;
using Catch::Contains;

namespace {

std::string graphml(const GraphHead& head, const EdgeTable& edges) {
  std::string text;
  write_graphml(head, *edges.stream(), test::into(text));
  return text;
}

} // namespace

TEST_CASE("GraphML uses only what every reader takes") {
  const auto g = test::small_graph();
  const std::string text = graphml(g.head, g.edges);
  CHECK_NOTHROW(tela::base::check_xml("g.graphml", text));
  CHECK_THAT(text, Contains("<graph id=\"G\" edgedefault=\"undirected\">"));
  CHECK_THAT(text,
             Contains("<key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>"));
  CHECK_THAT(text,
             Contains("<key id=\"name\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>"));
  CHECK_THAT(
      text,
      Contains("<key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>"));
  CHECK_THAT(text, Contains("attr.name=\"population\" attr.type=\"long\""));
  CHECK_THAT(text, Contains("attr.name=\"is_state\" attr.type=\"boolean\""));
  CHECK_THAT(text, Contains(">true<") && Contains(">false<"));
  CHECK_THAT(text, !Contains("<default>"));
}

TEST_CASE("GraphML keeps doubles to the last bit") {
  const auto g = test::small_graph();
  const std::string text = graphml(g.head, g.edges);
  CHECK_THAT(text,
             Contains(">0.30000000000000004<") && Contains(">5e-324<") && Contains(">1e+300<"));
  CHECK_THAT(text, Contains(">0.3333333333333333<"));
}

TEST_CASE("GraphML escapes text and names") {
  auto g = test::small_graph();
  Column& column = g.head.nodes.add_column({"a<b>&\"c\"", ValueType::text});
  for (int i = 0; i < 3; ++i) column.push({});
  const std::string text = graphml(g.head, g.edges);
  CHECK_THAT(text, Contains("attr.name=\"a&lt;b&gt;&amp;&quot;c&quot;\""));
  CHECK_THAT(text, Contains("Côte d’Ivoire &lt;\U0001F30D&gt; &amp; &quot;co&quot;"));
  CHECK_THAT(text, Contains("Línea&#10;nueva&#9;tab"));
}

TEST_CASE("what XML cannot hold is replaced and counted") {
  GraphHead head;
  head.nodes.add({"a", std::string("bell\x07 and \xFF byte"), "", {}});
  Column& column = head.nodes.add_column({"x1", ValueType::real});
  column.push(std::nan(""));
  Column& large = head.nodes.add_column({"x2", ValueType::integer});
  large.push((std::int64_t{1} << 53) + 1);
  std::string text;
  const WriteReport report = write_graphml(head, *EdgeTable().stream(), test::into(text));
  CHECK(report.replaced_characters == 2);
  CHECK(report.left_out_numbers == 1);
  CHECK(report.inexact_integers == 1);
  CHECK(losses(report).size() == 3);
  CHECK_THAT(text, Contains("bell\xEF\xBF\xBD and \xEF\xBF\xBD byte"));
}

TEST_CASE("nodes that share an id, and edges to nowhere, are refused") {
  GraphHead twice;
  twice.nodes.add({"a", "", "", {}});
  twice.nodes.add({"a", "", "", {}});
  CHECK_THROWS_AS(graphml(twice, {}), tela::base::Error);

  GraphHead one;
  one.nodes.add({"a", "", "", {}});
  EdgeTable edges;
  edges.add({0, 1, 1, {}}, "");
  CHECK_THROWS_AS(graphml(one, edges), tela::base::Error);
}

TEST_CASE("GraphML can carry looks for Gephi and for yEd") {
  const auto g = test::small_graph();
  Appearance looks;
  looks.nodes = {{10, 20, 30, {1, 2, 3}}, {}, {}};
  std::string gephi;
  write_graphml(g.head, *g.edges.stream(), test::into(gephi),
                {.graphics = GraphmlGraphics::columns, .appearance = &looks});
  CHECK_THAT(gephi, Contains("<data key=\"size\">30</data><data key=\"r\">1</data>"));
  std::string yed;
  write_graphml(g.head, *g.edges.stream(), test::into(yed),
                {.graphics = GraphmlGraphics::yed, .appearance = &looks});
  CHECK_THAT(yed,
             Contains("<y:Fill color=\"#010203\"") && Contains("yfiles.type=\"nodegraphics\""));
  CHECK_THAT(yed, Contains("x=\"-5\" y=\"-35\""));
}

TEST_CASE("GraphML for igraph names vertices uniquely, for Neo4j it says what they are") {
  const auto g = test::small_graph();
  std::string igraph;
  write_graphml(g.head, *g.edges.stream(), test::into(igraph), {.name = NameColumn::id});
  CHECK_THAT(igraph, Contains("<data key=\"label\">Honduras</data>"
                              "<data key=\"name\">state:HN</data>"));
  std::string neo4j;
  write_graphml(g.head, *g.edges.stream(), test::into(neo4j), {.labels = ElementLabels::neo4j});
  CHECK_THAT(neo4j, Contains("<node id=\"state:HN\" labels=\":State\">"
                             "<data key=\"labels\">:State</data>"));
  CHECK_THAT(neo4j, Contains(" label=\"SHARED_PROJECTS\">") && Contains(" label=\"RELATED\">"));
}

TEST_CASE("what Gephi drops is not written to it, and counted") {
  const auto g = test::small_graph();
  Appearance looks;
  looks.nodes.resize(3);
  std::string text;
  const WriteReport report = write_graphml(g.head, *g.edges.stream(), test::into(text),
                                           {.graphics = GraphmlGraphics::columns,
                                            .graph_data = GraphData::left_out,
                                            .appearance = &looks});
  CHECK_THAT(text, !Contains("for=\"graph\"") && !Contains("density"));
  CHECK(report.left_out_attributes == std::vector<std::string>{"density"});
  CHECK(report.rounded_weights == 2); // 0.1 + 0.2 and 1e300
}
