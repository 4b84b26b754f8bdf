#include "base/error.h"
#include "catch2/catch.hpp"
#include "jsonld/reader.h"
#include "rdf/isomorphism.h"
#include "redland/reader.h"
#include "support/quad_list.h"

#include <string>
#include <vector>

using namespace tela;

namespace {

struct Outcome {
  std::vector<rdf::Quad> quads;
  std::vector<std::string> lines;
  std::vector<std::string> warnings;
};

Outcome read(const std::string& text, const rdf::ReadOptions& options = {}) {
  tests::QuadList list;
  auto report = jsonld::read_json_ld("test", text, list, options);
  CHECK(report.quads == list.quads.size());
  return {list.quads, list.lines(), std::move(report.warnings)};
}

std::string error(const std::string& text, const rdf::ReadOptions& options = {}) {
  try {
    (void)read(text, options);
  } catch (const base::Error& failure) {
    CHECK(failure.failure() == base::Failure::input);
    return failure.what();
  }
  return "no error";
}

std::vector<rdf::Quad> trig(const std::string& text) {
  tests::QuadList list;
  redland::read_text("expected", "@prefix e: <http://e.example/> . " + text, redland::Syntax::trig,
                     list);
  return list.quads;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("JSON-LD: a document as people write it") {
  const auto outcome = read(R"({
    "@context": {"e": "http://e.example/", "name": "e:name", "partner": {"@id": "e:partner", "@type": "@id"},
                 "of": {"@reverse": "e:has", "@type": "@id"}, "titles": {"@id": "e:title", "@container": "@language"}},
    "@id": "e:crm", "@type": "e:Process", "name": "CRM", "partner": ["e:hn", "e:mx"], "of": "e:group",
    "titles": {"es": "Conferencia", "en": ["Conference", "Meeting"]},
    "e:list": {"@list": [1, 2.5, true]}, "e:empty": {"@list": []}, "e:founded": {"@value": "1996", "@type": "e:year"}
  })");
  CHECK(outcome.warnings.empty());
  CHECK(rdf::is_isomorphic(outcome.quads, trig("e:crm a e:Process ; e:name \"CRM\" ; e:partner "
                                               "e:hn, e:mx ; e:list (1 2.5E0 true) ; e:empty () ;"
                                               " e:title \"Conferencia\"@es, \"Conference\"@en, "
                                               "\"Meeting\"@en ; e:founded \"1996\"^^e:year ."
                                               " e:group e:has e:crm .")));
}

TEST_CASE("JSON-LD: faults have line, column and the specification's code") {
  CHECK(error("{\n  \"@id\": 7}") == "test:2:10: invalid @id value: @id is a text");
  CHECK(error("[{\"@id\": \"a:b\",\n \"@graph\" 1}]")
            .starts_with("test:2:12: loading document failed: malformed JSON"));
  CHECK(error("{\"@context\": {\"x\": {\"@id\": \"a:b\",\n\"@type\": 1}}}") ==
        "test:2:10: invalid type mapping: the term \"x\" has @type that is no text");
  CHECK(error("{\"a:b\": 1, \"a:b\": 2}").find("\"a:b\" stands twice") != std::string::npos);
  CHECK(
      error("{\"a:b\": 1e999}").starts_with("test:1:9: loading document failed: a number beyond"));
  CHECK(error("").starts_with("test:1:1: loading document failed"));
  CHECK(error("{} x").starts_with("test:1:4: loading document failed"));
  CHECK(error("{\"a:b\": \"\xff\"}").starts_with("test:1:10: loading document failed"));
}

TEST_CASE("JSON-LD: remote contexts are refused by name") {
  CHECK(error(R"({"@context": "https://schema.org/", "name": "x"})") ==
        "test:1:14: loading remote context failed: the context \"https://schema.org/\" is not in "
        "the document, "
        "and none is fetched; put its content in its place");
  CHECK(error(R"({"@context": {"@import": "https://e.example/c"}})")
            .starts_with("test:1:26: loading remote context failed"));
}

TEST_CASE("JSON-LD: what is passed over is said, once for each kind, with the first place") {
  const auto outcome =
      read("[{\"@id\": \"http://e.example/s\", \"note\": 1},\n {\"note\": 2, \"@id\": "
           "\"relative\", \"a:p\": 1},"
           "\"text\", {\"@id\": \"a:s\", \"a:p\": {\"@value\": \"x\", \"@language\": \"e n\"}}]");
  CHECK(outcome.quads.empty());
  CHECK(outcome.warnings ==
        Lines{"test:2:73: a text in the malformed language \"e n\"",
              "test:2:43: a value that belongs to no node",
              "test:1:40: no IRI for \"note\" (2 times)",
              "test:2:21: statements of \"relative\", which is no absolute IRI"});
}

TEST_CASE("JSON-LD: numbers keep what RDF can keep, and it is said when a digit goes") {
  const auto outcome = read(
      R"({"@id": "a:s", "a:p": [12345678901234567890123, 123456789012345678, -0, 5.0, 1e3, 1e21, 0.1, 5.3]})");
  CHECK(rdf::is_isomorphic(outcome.quads,
                           trig("<a:s> <a:p> 1.234567890123457E22, 123456789012345678, 0, 5, 1000, "
                                "1.0E21, 1.0E-1, 5.3E0 .")));
  CHECK(outcome.warnings == Lines{"test:1:24: an integer from 1e21 on became an xsd:double"});
  const std::string typed =
      R"({"@context": {"x": {"@id": "a:p", "@type": "http://www.w3.org/2001/XMLSchema#double"}}, "@id": "a:s", "x": 7})";
  CHECK(read(typed).lines ==
        Lines{"<a:s> <a:p> \"7.0E0\"^^<http://www.w3.org/2001/XMLSchema#double>"});
}

TEST_CASE("JSON-LD: a JSON literal is in the canonical form of RFC 8785") {
  const std::string text = R"({"@context": {"j": {"@id": "a:p", "@type": "@json"}}, "@id": "a:s",
    "j": {"z": [1.0, 1e21, 1e-7, 0.000001, 123456.789, -0.0], "\u20ac": "\u0007\n\"", "\ud83d\ude02": null, "\ufb33": true}})";
  CHECK(read(text).quads.at(0).object.value ==
        "{\"z\":[1,1e+21,1e-7,0.000001,123456.789,0],\"€\":\"\\u0007\\n\\\"\",\"😂\":null,"
        "\"\xEF\xAC\xB3\":true}");
}

TEST_CASE("JSON-LD: item by item or as a whole, the statements are the same") {
  const std::string context =
      R"("@context": {"e": "http://e.example/", "p": {"@id": "e:p", "@type": "@id"}})";
  const std::string graph =
      R"("@graph": [{"@id": "e:a", "p": "e:b"}, {"@id": "e:g", "@graph": [{"@id": "e:c", "p": "_:x"}]}, {"@id": "_:x", "p": {"e:q": 1}}])";
  const auto expected = trig("e:a e:p e:b . e:g { e:c e:p _:x } _:x e:p [ e:q 1 ] .");
  const std::string known = "{" + context + "," + graph + "}",
                    late = "{" + graph + "," + context + "}";
  CHECK(rdf::is_isomorphic(read(known).quads, expected));
  CHECK(rdf::is_isomorphic(read(late).quads, expected));
}

TEST_CASE("JSON-LD: a graph with a name is that graph wherever the name stands; a lone one is the "
          "default") {
  const auto named = trig("e:g { e:s e:p 1 }");
  const std::string node = R"("@graph": [{"@id": "http://e.example/s", "http://e.example/p": 1}])";
  const std::string id = R"("@id": "http://e.example/g")";
  CHECK(rdf::is_isomorphic(read("{" + id + "," + node + "}").quads, named));
  CHECK(rdf::is_isomorphic(read("{" + node + "," + id + "}").quads, named));
  CHECK(rdf::is_isomorphic(read("{" + node + "}").quads, trig("e:s e:p 1 .")));
  CHECK(rdf::is_isomorphic(read("[{" + node + "}]").quads, trig("_:g { e:s e:p 1 }")));
}

TEST_CASE("JSON-LD: blank nodes of two scopes never meet") {
  rdf::ReadOptions options;
  options.blank_scope = "f1x";
  const auto outcome = read(R"([{"@id": "_:a", "a:p": {"@id": "_:anon1"}}, {"a:p": {}}])", options);
  CHECK(outcome.lines == Lines{"_:f1xa <a:p> _:f1xanon_1", "_:f1xanon1 <a:p> _:f1xanon2"});
}

TEST_CASE("JSON-LD: what is made to keep the reader busy is refused") {
  const std::string deep =
      "{\"@id\": \"a:s\", \"a:p\": " + repeated("[", 300) + repeated("]", 300) + "}";
  CHECK(error(deep).find("more than 200 brackets in each other") != std::string::npos);
  const std::string nodes = repeated("{\"a:p\":", 150) + "1" + repeated("}", 150);
  CHECK(read(nodes).quads.size() == 150);
  std::string chain = "{\"@context\": {";
  for (int i = 0; i < 1000; ++i)
    chain += "\"t" + std::to_string(i) + "\": \"t" + std::to_string(i + 1) + ":x\",";
  CHECK(error(chain + "\"t1000\": \"a:b\"}}").find("cyclic IRI mapping") != std::string::npos);
  const std::string nested = R"({"@context": {"p": "x:a", "q": "x:b"}, "@id": "a:s", "p": [)" +
                             repeated("{\"@context\": {}, \"q\": 1},", 100) + "1]}";
  tests::QuadList list;
  jsonld::Options own;
  own.most_terms_copied = 200;
  CHECK(jsonld::read_json_ld("test", nested, list, {}, own).quads == 201);
  own.most_terms_copied = 199;
  CHECK_THROWS_WITH(jsonld::read_json_ld("test", nested, list, {}, own),
                    Catch::Contains("context overflow"));
  CHECK(error(R"({"@context": {"x": {"@id": "a:x", "@context": {"@base": 1}}}})")
            .find("invalid scoped context") != std::string::npos);
}

TEST_CASE("JSON-LD: a tree beyond the limit of memory is refused, a long list of items is not") {
  struct Count final : jsonld::PieceSink {
    std::size_t items = 0;
    void context(jsonld::Value /*value*/) override {}
    void item(const jsonld::Value& /*value*/) override { ++items; }
    void whole(const jsonld::Value& /*value*/) override { ++items; }
  };
  const std::string items = repeated("{\"a:p\": [1, 2, 3]},", 1000) + "{}]";
  const jsonld::TreeLimits limits{.bytes = 2000};
  for (const std::string& text : {"[" + items, "{\"@graph\": [" + items + "}"}) {
    Count count;
    jsonld::read_pieces({"test", text}, limits, count);
    CHECK(count.items == 1001);
  }
  Count count;
  const std::string whole = "{\"@id\": \"a:g\", \"@graph\": [" + items + "}";
  CHECK_THROWS_WITH(jsonld::read_pieces({"test", whole}, limits, count),
                    Catch::Contains("in memory"));
}
