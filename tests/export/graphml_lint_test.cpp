#include "base/error.h"
#include "export/graphml.h"
#include "export/graphml_lint.h"
#include "small_graph.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace tela::export_;
using Catch::Contains;

namespace {

const std::string keys = R"(<key id="label" for="node" attr.name="label" attr.type="string"/>
<key id="name" for="node" attr.name="name" attr.type="string"/>
<key id="g" for="node" yfiles.type="nodegraphics"/>
)";

// A file that nobody could mind, with something put into it.
std::vector<LintFinding> lint(const std::string& more_keys, const std::string& content,
                              const std::string& graph = R"(<graph edgedefault="undirected">)") {
  return lint_graphml("g.graphml", "<graphml>\n" + keys + more_keys + "\n" + graph + "\n" +
                                       content + "\n</graph></graphml>");
}

bool mentions(const std::vector<LintFinding>& findings, const std::string& reader,
              const std::string& words) {
  return std::any_of(findings.begin(), findings.end(), [&](const LintFinding& finding) {
    return finding.readers.find(reader) != std::string::npos &&
           finding.message.find(words) != std::string::npos;
  });
}

} // namespace

TEST_CASE("a file that every program reads has no findings") {
  CHECK(lint("", R"(<node id="a"/><node id="b"/><edge id="e" source="a" target="b"/>)").empty());
}

TEST_CASE("types and places of keys that programs drop are named") {
  CHECK(mentions(lint(R"(<key id="k" for="node" attr.name="k" attr.type="integer"/>)", ""),
                 "cytoscape", "none of GraphML's six"));
  CHECK(mentions(lint(R"(<key id="k" for="node" attr.name="k"/>)", ""), "igraph", "no attr.type"));
  CHECK(
      mentions(lint(R"(<key id="k" attr.name="k" attr.type="int"/>)", ""), "igraph", "has no for"));
  CHECK(mentions(lint(R"(<key id="k" for="all" attr.name="k" attr.type="int"/>)", ""), "gephi",
                 "for nodes only"));
  CHECK(mentions(lint(R"(<key id="d3" for="node" attr.name="k" attr.type="int"/>)", ""), "gephi",
                 "for the label"));
  CHECK(mentions(
      lint(R"(<key id="k" for="node" attr.name="k" attr.type="int"><default>1</default></key>)",
           ""),
      "cytoscape", "<default>"));
}

TEST_CASE("values that do not survive are found, with their line and number") {
  const auto findings = lint(R"(<key id="b" for="node" attr.name="member" attr.type="boolean"/>)",
                             "<node id=\"x\"><data key=\"b\">1</data></node>\n"
                             "<node id=\"y\"><data key=\"b\">0</data></node>");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].line == 7);
  CHECK(findings[0].count == 1); // what is no true is false for Cytoscape, 0 as well
  CHECK(findings[0].readers == "cytoscape");
  CHECK_THAT(findings[0].message, Contains("true or false"));

  const auto number = [](const char* type, const char* value) {
    return lint(std::string("<key id=\"k\" for=\"node\" attr.name=\"k\" attr.type=\"") + type +
                    "\"/>",
                std::string("<node id=\"x\"><data key=\"k\">") + value + "</data></node>");
  };
  CHECK(mentions(number("int", "3000000000"), "cytoscape", "too large for int"));
  CHECK(mentions(number("long", "9007199254740993"), "igraph", "2^53"));
  CHECK(mentions(number("int", "1.5"), "all", "no integer"));
  CHECK(mentions(number("double", "INF"), "gephi", "no finite number"));
  CHECK(mentions(number("float", "0.1"), "gephi", "float"));
  CHECK(mentions(number("boolean", "perhaps"), "all", "no boolean"));
  for (const char* word : {"true", "True", "FALSE"}) {
    CHECK(mentions(number("boolean", word), "boost", "other than 1 and 0"));
    CHECK(number("boolean", word).size() == 1);
  }
  CHECK(number("double", "0.1").empty());
  CHECK(number("long", "-5").empty());
}

TEST_CASE("edges and graphs that programs see differently are found") {
  const std::string nodes = R"(<node id="a"/><node id="b"/>)";
  CHECK(mentions(lint("", nodes + R"(<edge source="a" target="c"/>)"), "all", "not in the file"));
  CHECK(mentions(lint("", nodes + R"(<edge source="a" target=""/>)"), "all", "without target"));
  CHECK(mentions(lint("", nodes + R"(<edge source="a" target="b" directed="true"/>)"), "networkx",
                 "direction of its own"));
  CHECK(mentions(lint("", R"(<node id="a"/><node id="a"/>)"), "all", "stands twice"));
  CHECK(mentions(lint("", nodes, "<graph>"), "all", "edgedefault"));
  CHECK(mentions(lint("", R"(<node id="a"><graph edgedefault="directed"/></node>)"), "igraph",
                 "inside a node"));
  CHECK(
      mentions(lint("", R"(<node id="a"><data key="zz">1</data></node>)"), "all", "not declared"));
}

TEST_CASE("keys in the wrong place, and values where their key is not for, are found") {
  const std::string key = R"(<key id="k" for="edge" attr.name="k" attr.type="string"/>)";
  const auto wrong = lint(key, R"(<node id="a"><data key="k">x</data></node>)");
  CHECK(mentions(wrong, "gephi, igraph", "is for=\"edge\" and stands at a <node>"));
  CHECK(wrong.size() == 1);
  CHECK(
      lint(key, R"(<node id="a"/><edge id="e" source="a" target="a"><data key="k">x</data></edge>)")
          .empty());
  CHECK(mentions(lint("", key), "networkx, igraph, boost", "a <key> inside <graph>"));
}

TEST_CASE("what stands in other namespaces is no GraphML, and is said") {
  CHECK(mentions(lint("", R"(<x:node xmlns:x="http://e.example/" id="a"><x:data/></x:node>)"),
                 "all", "<node> of the namespace \"http://e.example/\""));
  CHECK(lint(R"(<key id="y" for="node" attr.name="y" attr.type="string"/>)",
             R"(<node id="a"><data key="y"><y:Box xmlns:y="http://y.example/"><y:node/></y:Box>)"
             R"(</data></node>)")
            .empty());
  const auto in_space = [](const std::string& root, const std::string& prefix) {
    return lint_graphml("g.graphml", "<" + prefix + "graphml " + root + "><" + prefix +
                                         "graph edgedefault='directed'/></" + prefix + "graphml>");
  };
  const std::string right = "http://graphml.graphdrawing.org/xmlns";
  CHECK_FALSE(mentions(in_space("xmlns='" + right + "'", ""), "igraph", "namespace"));
  CHECK(
      mentions(in_space("xmlns='http://e.example/'", ""), "networkx, igraph", "is not GraphML's"));
  CHECK(mentions(in_space("xmlns:g='" + right + "'", "g:"), "boost", "with the prefix g"));
}

TEST_CASE("a file in another encoding, or with a DOCTYPE, is looked at as any other") {
  const std::string graph = "<graphml>" + keys +
                            "<graph edgedefault='directed'><node id='\xE9'/><node id='\xE9'/>"
                            "</graph></graphml>";
  CHECK(mentions(lint_graphml("g", "<?xml version='1.0' encoding='ISO-8859-1'?>" + graph), "all",
                 "\"\u00E9\" stands twice"));
  CHECK(lint_graphml("g", "<!DOCTYPE graphml SYSTEM 'http://e.example/graphml.dtd'><graphml>" +
                              keys + "<graph edgedefault='directed'/></graphml>")
            .empty());
}

TEST_CASE("our own GraphML loses little and says what") {
  const auto g = test::small_graph();
  std::string text;
  write_graphml(g.head, *g.edges.stream(), test::into(text));
  for (const LintFinding& finding : lint_graphml("g.graphml", text)) {
    INFO(finding.line << ": " << finding.readers << ": " << finding.message);
    const bool known = finding.message.find("read weights as float") != std::string::npos ||
                       finding.message.find("reads weights as float") != std::string::npos ||
                       finding.message.find("attributes of the graph") != std::string::npos ||
                       finding.message.find("other than 1 and 0") != std::string::npos ||
                       finding.message.find("y: graphics") != std::string::npos;
    CHECK(known);
  }
}

TEST_CASE("GraphML for Boost has nothing that Boost refuses") {
  const auto g = test::small_graph();
  std::string text;
  write_graphml(g.head, *g.edges.stream(), test::into(text), {.booleans = BooleanText::digits});
  CHECK(text.find(">true<") == std::string::npos);
  for (const LintFinding& finding : lint_graphml("g.graphml", text)) {
    INFO(finding.message);
    CHECK(std::string(finding.readers).find("boost") == std::string::npos);
  }
}

TEST_CASE("what is no XML is refused with its place") {
  const auto refuse = [](const std::string& document, const std::string& words) {
    CHECK_THROWS_WITH(lint_graphml("g.graphml", document), Contains(words));
  };
  refuse("", "the file ends before");
  refuse("<graphml/>", "no <graph>");
  refuse("<gexf xmlns='http://gexf.net/1.3'><graph/></gexf>", "its root element is <gexf>");
  refuse("<a><b></a>", "g.graphml:1:9: ");
  refuse("<a/><b/>", "behind the end of the root");
  refuse("<a x='1' x='2'/>", "stands twice");
  refuse("<a><!-- </a>", "the file ends before");
  refuse("<y:a/>", "a prefix that is not declared");
  refuse("<a>\xFF</a>", "g.graphml:1:4: ");
  refuse("<!DOCTYPE a [<!ENTITY e SYSTEM 'f'>]><a/>", "never opened");
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<g>";
  refuse(deep, "256");
}
