#include "base/error.h"
#include "rdf/namespaces.h"
#include "sparql/results/result_table.h"

#include <catch2/catch.hpp>

#include <string>

using namespace tela;
using namespace tela::sparql::results;

namespace {

const std::string json_head = R"({"head":{"vars":["x"]},"results":{"bindings":[)";

std::string xml(std::string_view binding) {
  return "<?xml version=\"1.0\"?><sparql xmlns=\"http://www.w3.org/2005/sparql-results#\"><head>"
         "<variable name=\"x\"/></head><results><result><binding name=\"x\">" +
         std::string(binding) + "</binding></result></results></sparql>";
}

} // namespace

TEST_CASE("JSON of other writers is read") {
  const auto table = read_json_result(
      "test", json_head + R"({"x":{"type":"typed-literal","value":"1","datatype":"urn:t"}},{},)"
                          R"({"x":{"type":"bnode","value":"b\u0030","extra":[1,2]}}]},"more":{}})");
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[0][0] == rdf::literal("1", "urn:t"));
  CHECK_FALSE(table.rows[1][0]);
  CHECK(table.rows[2][0] == rdf::blank("b0"));
  CHECK(read_json_result("test", R"({"head":{},"boolean":true})").boolean == true);
}

TEST_CASE("JSON that is no result is refused") {
  for (const auto& text :
       {std::string(), std::string("[]"), std::string("{}"), json_head + "]}", json_head + "1]}}",
        json_head + R"({"y":{"type":"uri","value":"urn:a"}}]}})",
        json_head + R"({"x":{"type":"triple","value":"urn:a"}}]}})",
        json_head + R"({"x":{"type":"uri","value":1}}]}})", json_head + R"({"x":"urn:a"}]}})",
        json_head + "]}} more", std::string(R"({"head":{"vars":"x"},"results":{"bindings":[]}})"),
        std::string(R"({"boolean":"true"})"),
        json_head + "{\"x\":{\"type\":\"literal\",\"value\":\"\xff\"}}]}}", std::string(400, '6'),
        json_head + std::string(400, '6') + "]}}", std::string(200'000, '['),
        json_head + std::string(100'000, '{')}) {
    INFO(text.substr(0, 100));
    CHECK_THROWS_AS(read_json_result("test", text), base::Error);
  }
}

TEST_CASE("XML of other writers is read") {
  CHECK(read_xml_result("test", xml("<literal> </literal>")).rows[0][0] == rdf::literal(" "));
  CHECK(read_xml_result("test", xml("<literal/>")).rows[0][0] == rdf::literal(""));
  CHECK(read_xml_result("test", xml("<literal>a<![CDATA[<b>]]>&#233;</literal>")).rows[0][0] ==
        rdf::literal("a<b>é"));
  CHECK(read_xml_result("test", xml("\n  <uri>urn:a</uri>\n")).rows[0][0] == rdf::iri("urn:a"));
  const auto prefixed = read_xml_result(
      "test", "<r:sparql xmlns:r=\"http://www.w3.org/2005/sparql-results#\"><r:head/>"
              "<r:boolean>false</r:boolean></r:sparql>");
  CHECK(prefixed.boolean == false);
}

TEST_CASE("XML that is no result is refused") {
  for (const auto& text :
       {std::string(), std::string("<html/>"), xml("<uri>urn:a</uri").substr(0, 150), xml("text"),
        xml("<triple/>"),
        std::string("<!DOCTYPE x [<!ENTITY e \"e\">]>") + xml("<literal>&e;</literal>"),
        std::string("<sparql><head/></sparql>"),
        std::string("<sparql><head/><boolean>maybe</boolean></sparql>"),
        std::string("<sparql><head/><results><result><binding name=\"y\"><uri>a</uri></binding>"
                    "</result></results></sparql>")}) {
    INFO(text);
    CHECK_THROWS_AS(read_xml_result("test", text), base::Error);
  }
}

TEST_CASE("TSV errors name the line") {
  const auto complaint = [](std::string_view text) -> std::string {
    try {
      (void)read_tsv_result("answer.tsv", text);
      return "accepted";
    } catch (const base::Error& error) {
      return base::to_string(error.place());
    }
  };
  CHECK(complaint("?x\t?y\n1\t2\n") == "accepted");
  CHECK(complaint("?x\t?y\r\n<urn:a>\t\r\n") == "accepted");
  CHECK(complaint("?x\t?y\n1\t2\n1\n") == "answer.tsv:3");
  CHECK(complaint("x\n") == "answer.tsv:1");
  CHECK(complaint("?x\n1") == "answer.tsv:2");
  CHECK(complaint("?x\n1 2\n") == "answer.tsv:2");
  CHECK(complaint("?x\nplain\n") == "answer.tsv:2");
}

TEST_CASE("CSV errors name the place") {
  const auto complaint = [](std::string_view text) -> std::string {
    try {
      (void)read_csv_result("answer.csv", text);
      return "accepted";
    } catch (const base::Error& error) {
      return base::to_string(error.place());
    }
  };
  CHECK(complaint("x,y\n1,\"2\"\n") == "accepted");
  CHECK(complaint("x,y\r\n1,2\r\n1\r\n") == "answer.csv:3:1");
  CHECK(complaint("x\n\"never ends\n") == "answer.csv:2:1");
  CHECK(complaint("x\n\"a\"b\n") == "answer.csv:2:4");
  CHECK(complaint("x\na\"b\n") == "answer.csv:2:2");
  CHECK(complaint("x\n1") == "answer.csv:2:1");
}
