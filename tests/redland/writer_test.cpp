#include "base/error.h"
#include "catch2/catch.hpp"
#include "redland/reader.h"
#include "redland/writer.h"
#include "support/quad_list.h"

#include <nlohmann/json.hpp>

using namespace tela;
using redland::Syntax;

namespace {

constexpr auto document = R"(
@prefix e: <http://e.example/> .
e:s a e:C ; e:p 1 , 2.5 , "x"@en ; e:q _:b .
_:b e:p "<&>" .
e:g { e:s e:p true . }
)";

std::string convert(Syntax syntax, const std::string& trig) {
  std::string text;
  redland::WriteOptions options;
  options.prefixes.add("e", "http://e.example/");
  options.prefixes.add("xsd", "http://www.w3.org/2001/XMLSchema#");
  const auto writer = redland::make_writer(
      syntax, [&](std::string_view part) { text += part; }, options);
  redland::read_text("test", trig, Syntax::trig, *writer);
  writer->finish();
  return text;
}

} // namespace

TEST_CASE("TriG groups statements by graph, subject and predicate") {
  CHECK(convert(Syntax::trig, document) == R"(@prefix e: <http://e.example/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

e:s a e:C ;
    e:p 1 ,
        2.5 ,
        "x"@en ;
    e:q _:b .

_:b e:p "<&>" .

e:g {
    e:s e:p true .
}
)");
}

TEST_CASE("JSON-LD has a context, node objects and named graphs") {
  const auto json = nlohmann::json::parse(convert(Syntax::json_ld, document));
  CHECK(json.at("@context").at("e") == "http://e.example/");
  const auto& nodes = json.at("@graph");
  REQUIRE(nodes.size() == 3);
  CHECK(nodes[0] == nlohmann::json::parse(R"({
    "@id": "e:s", "@type": ["e:C"],
    "e:p": [{"@value": "1", "@type": "xsd:integer"}, {"@value": "2.5", "@type": "xsd:decimal"},
            {"@value": "x", "@language": "en"}],
    "e:q": [{"@id": "_:b"}]})"));
  CHECK(nodes[1] == nlohmann::json::parse(R"({"@id": "_:b", "e:p": ["<&>"]})"));
  CHECK(nodes[2] == nlohmann::json::parse(R"({"@id": "e:g", "@graph": [
    {"@id": "e:s", "e:p": [{"@value": "true", "@type": "xsd:boolean"}]}]})"));
}

TEST_CASE("JSON-LD: an IRI that looks like a prefixed name stands outside the context") {
  const auto json = nlohmann::json::parse(
      convert(Syntax::json_ld, "<e:x> <http://e.example/p> <http://e.example/o> ."));
  CHECK(json.at("@graph") == nlohmann::json::parse(
                                 R"([{"@context": null, "@id": "e:x",
                                      "http://e.example/p": [{"@id": "http://e.example/o"}]}])"));
}

TEST_CASE("RDF/XML declares namespaces at the top or where they are needed") {
  CHECK(convert(Syntax::rdf_xml,
                "@prefix e: <http://e.example/> . e:s e:p \"a & b\"@en ; <a:q> e:o .") ==
        R"(<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF
  xmlns:e="http://e.example/"
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:xsd="http://www.w3.org/2001/XMLSchema#">
<rdf:Description rdf:about="http://e.example/s">
<e:p xml:lang="en">a &amp; b</e:p>
<ns:q xmlns:ns="a:" rdf:resource="http://e.example/o"/>
</rdf:Description>
</rdf:RDF>
)");
}

TEST_CASE("RDF/XML: an IRI that its readers would shorten is refused") {
  for (const std::string iri : {"http:.//e.example/a", "x:../a", "http://e.example/a/./b", "x:."})
    CHECK_THROWS_AS(convert(Syntax::rdf_xml, "<a:s> <a:p> <" + iri + "> ."), base::Error);
  CHECK(convert(Syntax::rdf_xml, "<a:s> <a:p> <http://e.example/.well-known> .")
            .find("http://e.example/.well-known") != std::string::npos);
}

TEST_CASE("RDF/JSON keeps one key a subject and predicate") {
  const auto json = nlohmann::json::parse(
      convert(Syntax::rdf_json,
              "<a:s> <a:p> 1 . <a:t> <a:p> _:b . <a:s> <a:q> \"x\"@en . <a:s> <a:p> 2 ."));
  CHECK(json.size() == 2);
  CHECK(json.at("a:s").at("a:p").size() == 2);
  CHECK(json.at("a:s").at("a:q").at(0) ==
        nlohmann::json::parse(R"({"type": "literal", "value": "x", "lang": "en"})"));
  CHECK(json.at("a:t").at("a:p").at(0) ==
        nlohmann::json::parse(R"({"type": "bnode", "value": "_:b"})"));
}

TEST_CASE("DOT and HTML escape what they show") {
  const std::string dot = convert(Syntax::dot, R"(<a:s> <a:p> "a\"b\\c" .)");
  CHECK(dot.find(R"("<a:s>" -> "\"a\\\"b\\\\c\"" [label="<a:p>"];)") != std::string::npos);
  const std::string html = convert(
      Syntax::html, R"(<javascript:alert(1)> <http://e.example/p> "<script>alert(1)</script>" .)");
  CHECK(html.find("<script>") == std::string::npos);
  CHECK(html.find("href=\"javascript") == std::string::npos);
  CHECK(html.find("<a href=\"http://e.example/p\">e:p</a>") != std::string::npos);
  CHECK(html.find("1 statements") == std::string::npos);
  CHECK(html.find("<p>1 statement</p>") != std::string::npos);
}

TEST_CASE("syntaxes that can only be read are no choice for writing") {
  for (const Syntax syntax : {Syntax::rdfa, Syntax::feed})
    CHECK_THROWS_WITH(convert(syntax, ""),
                      Catch::Contains("can only be read") && Catch::Contains("turtle"));
}

TEST_CASE("what the output throws comes out of the writer") {
  const auto writer = redland::make_writer(Syntax::turtle, [](std::string_view) {
    throw base::Error(base::Failure::input, "disk full");
  });
  writer->quad({rdf::iri("a:s"), rdf::iri("a:p"), rdf::iri("a:o"), std::nullopt});
  CHECK_THROWS_WITH(writer->finish(), "disk full");
}

TEST_CASE("a document that was cut short is refused by its reader") {
  for (const auto& syntax : redland::syntaxes()) {
    if (!syntax.writable || !syntax.readable) continue;
    INFO(syntax.name);
    std::string text;
    const auto writer =
        redland::make_writer(syntax.syntax, [&](std::string_view piece) { text += piece; });
    for (int i = 0; i < 3; ++i)
      writer->quad({rdf::TermView{rdf::TermKind::iri, "urn:s", {}, {}},
                    rdf::TermView{rdf::TermKind::iri, "urn:x:p", {}, {}},
                    rdf::TermView{rdf::TermKind::blank, i == 0 ? "a" : "b", {}, {}}, std::nullopt});
    writer->cut_short("the time limit was reached");
    tests::QuadList list;
    CHECK_THROWS_AS(redland::read_text("cut", text, syntax.syntax, list), base::Error);
  }
}
