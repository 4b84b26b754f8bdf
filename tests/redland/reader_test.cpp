#include "base/compressor.h"
#include "base/error.h"
#include "catch2/catch.hpp"
#include "rdf/isomorphism.h"
#include "rdf/turtle_reader.h"
#include "redland/reader.h"
#include "support/quad_list.h"
#include "support/temporary_folder.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

using namespace tela;
using redland::Syntax;

namespace {

using Quads = std::vector<rdf::Quad>;

Quads read(Syntax syntax, const std::string& text, const redland::ReadOptions& options = {}) {
  tests::QuadList list;
  const auto report = redland::read_text("test", text, syntax, list, options);
  CHECK(report.quads == list.quads.size());
  return list.quads;
}

Quads trig(const std::string& text) {
  tests::QuadList list;
  rdf::read_trig("expected", "@prefix e: <http://e.example/> . " + text, list);
  return list.quads;
}

void check_same(const Quads& quads, const std::string& expected) {
  CHECK(rdf::is_isomorphic(quads, trig(expected)));
}

std::string error(Syntax syntax, const std::string& text,
                  const redland::ReadOptions& options = {}) {
  try {
    read(syntax, text, options);
  } catch (const base::Error& failure) {
    CHECK(failure.failure() == base::Failure::input);
    return failure.what();
  }
  return "no error";
}

std::string rdf_xml(const std::string& content) {
  return "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"\n"
         " xmlns:e=\"http://e.example/\">" +
         content + "</rdf:RDF>";
}

std::string description(const std::string& content) {
  return rdf_xml("<rdf:Description rdf:about=\"http://e.example/s\">" + content +
                 "</rdf:Description>");
}

} // namespace

TEST_CASE("RDF/XML: literals, references, blank nodes, collections, containers") {
  check_same(read(Syntax::rdf_xml,
                  description(
                      "<e:p>x</e:p><e:p xml:lang=\"pt-BR\">y</e:p>"
                      "<e:p rdf:datatype=\"http://www.w3.org/2001/XMLSchema#date\">2024-01-01</e:p>"
                      "<e:q rdf:resource=\"http://e.example/o\"/><e:q rdf:nodeID=\"n\"/>"
                      "<e:q rdf:parseType=\"Resource\"><e:p>z</e:p></e:q>"
                      "<e:q rdf:parseType=\"Collection\"><rdf:Description "
                      "rdf:about=\"http://e.example/1\"/></e:q>"
                      "<rdf:li>first</rdf:li>")),
             "e:s e:p 'x', 'y'@pt-BR, '2024-01-01'^^<http://www.w3.org/2001/XMLSchema#date> ;"
             " e:q e:o, _:n, [ e:p 'z' ], ( e:1 ) ;"
             " <http://www.w3.org/1999/02/22-rdf-syntax-ns#_1> 'first' .");
}

TEST_CASE("RDF/XML: language tags keep their case, relative IRIs need a base") {
  const auto quads = read(Syntax::rdf_xml, description("<e:p xml:lang=\"EN-gb\">x</e:p>"));
  REQUIRE(quads.size() == 1);
  CHECK(quads[0].object.language == "EN-gb");
  const std::string relative = rdf_xml("<rdf:Description rdf:about=\"x\"><e:p/></rdf:Description>");
  CHECK(error(Syntax::rdf_xml, relative) ==
        "test:2:67: the relative IRI <x> and no base; give a base IRI");
  redland::ReadOptions options;
  options.base = "http://b.example/doc";
  check_same(read(Syntax::rdf_xml, relative, options), "<http://b.example/x> e:p '' .");
}

TEST_CASE("RDF/XML: long texts come back whole") {
  const std::string text(3'000'000, 'x');
  const auto quads = read(Syntax::rdf_xml, description("<e:p>" + text + "</e:p>"));
  REQUIRE(quads.size() == 1);
  CHECK(quads[0].object.value == text);
}

TEST_CASE("RDF/XML: what is hostile is refused") {
  CHECK(error(Syntax::rdf_xml, "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" +
                                   description("<e:p>&a;</e:p>"))
            .find("never opened") != std::string::npos);
  CHECK(error(Syntax::rdf_xml, description("<e:p>\xff</e:p>")).starts_with("test:2:"));
  CHECK(error(Syntax::rdf_xml, "<?xml version='1.0' encoding='UTF-7'?>" + description(""))
            .find("the encoding \"UTF-7\"") != std::string::npos);
  CHECK(error(Syntax::rdf_xml, description("<e:p xml:lang='" + std::string(256, 'a') + "'>x</e:p>"))
            .find("more than 255 characters") != std::string::npos);
  CHECK(read(Syntax::rdf_xml, description("<e:p xml:lang='" + std::string(255, 'a') + "'>x</e:p>"))
            .size() == 1);
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<e:p rdf:parseType='Resource'>";
  CHECK(error(Syntax::rdf_xml, description(deep)).find("nested deeper than 1000") !=
        std::string::npos);
}

TEST_CASE("RDF/XML: internal entities are resolved, as OWL files declare them") {
  check_same(
      read(Syntax::rdf_xml,
           "<!DOCTYPE rdf:RDF [<!ENTITY ex \"http://e.example/\" ><!ENTITY w 'a &amp; b'>]>\n" +
               description("<e:q rdf:resource=\"&ex;o\"/><e:p>&w;</e:p>")),
      "e:s e:q e:o ; e:p 'a & b' .");
}

TEST_CASE("RDF/XML: the language of an element is that of the properties in its tag") {
  check_same(read(Syntax::rdf_xml,
                  "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
                  "xmlns:e='http://e.example/' xml:lang='fr'>"
                  "<rdf:Description rdf:about='http://e.example/s' e:p='un'/>"
                  "<rdf:Description rdf:about='http://e.example/t' e:p='one' "
                  "xml:lang='en'><e:q e:p='two' xml:lang=''/></rdf:Description>"
                  "</rdf:RDF>"),
             "e:s e:p 'un'@fr . e:t e:p 'one'@en ; e:q [ e:p 'two' ] .");
}

TEST_CASE("RDF/XML: what the grammar does not have is refused") {
  const auto message = [](const std::string& content) {
    return error(Syntax::rdf_xml, description(content));
  };
  CHECK(message("<e:p>a<rdf:Description/></e:p>").find("text beside elements") !=
        std::string::npos);
  CHECK(message("<e:p><rdf:Description/>a</e:p>").find("text beside elements") !=
        std::string::npos);
  CHECK(message("a").find("text beside elements") != std::string::npos);
  CHECK(message("<e:p rdf:resource='http://e.example/'>a</e:p>").find("text beside") !=
        std::string::npos);
  CHECK(message("<e:p><rdf:Description rdf:aboutEach='#x'/></e:p>").find("rdf:aboutEach") !=
        std::string::npos);
  CHECK(message("<e:p><rdf:Description/><rdf:Description/></e:p>").find("its object already") !=
        std::string::npos);
  CHECK(message("<e:>a</e:>") != "no error");
  CHECK(message("<p>a</p>").find("without a namespace") != std::string::npos);
  CHECK(message("<e:p rdf:resource='http://e.example/' rdf:nodeID='b'/>") != "no error");
  CHECK(message("<e:p rdf:parseType='Resource' e:q='1'/>") != "no error");
  CHECK(message("<e:p xml:base='http://b.example/' rdf:ID='a'>1</e:p>"
                "<e:p xml:base='http://b.example/' rdf:ID='a'>2</e:p>")
            .find("twice") != std::string::npos);
  CHECK(message("<e:p f='1'/>").find("attribute f without a namespace") != std::string::npos);
}

TEST_CASE("RDF/XML: XML in a literal is canonical") {
  const auto quads = read(
      Syntax::rdf_xml,
      description(
          "<e:p rdf:parseType='Literal'>a &lt; <b z='1' e:y=\"&quot;\"><e:c/></b><!--d--></e:p>"));
  REQUIRE(quads.size() == 1);
  CHECK(quads[0].object.value ==
        "a &lt; <b xmlns:e=\"http://e.example/\" z=\"1\" e:y=\"&quot;\"><e:c></e:c></b><!--d-->");
}

TEST_CASE("RDF/XML: errors name line and column") {
  CHECK(error(Syntax::rdf_xml, description("\n<e:p>")).starts_with("test:3"));
  CHECK(error(Syntax::rdf_xml, description("\n<e:p rdf:resource=\"http://e.example/a b\"/>"))
            .starts_with("test:3:1: \"http://e.example/a b\" is not an absolute IRI"));
  CHECK(error(Syntax::rdf_xml, rdf_xml("\n\n<rdf:Description rdf:ID='1x'/>"))
            .starts_with("test:4:1"));
  CHECK(error(Syntax::rdf_xml, "").starts_with("test"));
  CHECK(error(Syntax::rdf_xml, "no xml at all").starts_with("test:1:1: not well-formed XML"));
  CHECK(error(Syntax::rdf_xml, description("<e:p xml:lang='1'>x</e:p>"))
            .find("malformed language tag") != std::string::npos);
  CHECK(error(Syntax::rdf_xml, std::string("<a>\0</a>", 8)) != "no error");
}

TEST_CASE("RDF/XML: nothing is fetched") {
  // Each of these names a file that exists; reading it would change the answer.
  const auto file = std::filesystem::temp_directory_path() / "tela_reader_test_entity.txt";
  std::ofstream(file) << "secret";
  CHECK(error(Syntax::rdf_xml, "<!DOCTYPE rdf:RDF SYSTEM '" + file.string() + "'>" +
                                   description("<e:p>&secret;</e:p>"))
            .find("not declared in this file") != std::string::npos);
  const auto quads =
      read(Syntax::rdf_xml, "<?xml-stylesheet href='" + file.string() + "'?>" +
                                description("<e:p rdf:resource='file://" + file.string() + "'/>"));
  CHECK(quads.size() == 1);
  std::filesystem::remove(file);
}

TEST_CASE("a sink that throws ends the parse with its own error") {
  struct Full final : rdf::QuadSink {
    int quads = 0;
    void quad(const rdf::QuadView& /*quad*/) override {
      if (++quads == 2) throw base::Error(base::Failure::limit, "full");
    }
  };
  for (
      const auto& [syntax, text] :
      {std::pair(Syntax::rdf_xml, description("<e:p>1</e:p><e:p>2</e:p><e:p>3</e:p>")),
       std::pair(Syntax::turtle, std::string("<a:s> <a:p> 1, 2, 3 .")),
       std::pair(Syntax::ntriples,
                 std::string("<a:s> <a:p> <a:1> .\n<a:s> <a:p> <a:2> .\n<a:s> <a:p> <a:3> .\n")),
       std::pair(
           Syntax::rdf_json,
           std::string(
               R"({"a:s":{"a:p":[{"type":"uri","value":"a:1"},{"type":"uri","value":"a:2"},{"type":"uri","value":"a:3"}]}})"))}) {
    Full full;
    CHECK_THROWS_WITH(redland::read_text("test", text, syntax, full), "full");
    CHECK(full.quads == 2);
  }
}

TEST_CASE("RDFa: attributes of a page, with or without a plain doctype") {
  const std::string page =
      "<html xmlns='http://www.w3.org/1999/xhtml' prefix='e: http://e.example/'><body "
      "about='http://e.example/s'><p property='e:p' xml:lang='fr'>texte</p>"
      "<a rel='e:q' href='http://e.example/o'>o</a></body></html>";
  const auto* expected = "e:s e:p 'texte'@fr ; e:q e:o .";
  check_same(read(Syntax::rdfa, page), expected);
  check_same(read(Syntax::rdfa, "<!DOCTYPE html>\n" + page), expected);
  CHECK(error(Syntax::rdfa, "<!DOCTYPE html [<!ENTITY a 'b'>]>" + page).find("DOCTYPE") !=
        std::string::npos);
  CHECK(error(Syntax::rdfa, "<html><p>not closed</html>") != "no error");
}

TEST_CASE("feeds become RSS 1.0") {
  const auto quads = read(
      Syntax::feed,
      "<rss version='2.0'><channel><title>T</title><link>http://e.example/</link>"
      "<description>d</description><item><title>I</title><link>http://e.example/1</link></item>"
      "</channel></rss>");
  CHECK(std::ranges::any_of(quads, [](const rdf::Quad& quad) {
    return quad.subject.value == "http://e.example/1" && quad.object.value == "I";
  }));
}

TEST_CASE("RDF/JSON: all kinds of objects, in any order of keys") {
  check_same(read(Syntax::rdf_json, R"({
    "http://e.example/s": {"http://e.example/p": [
      {"value": "x\u00e9\ud83d\ude00", "type": "literal"},
      {"type": "literal", "lang": "fr", "value": "y"},
      {"type": "literal", "datatype": "http://e.example/d", "value": "z"},
      {"type": "uri", "value": "http://e.example/o"}, {"type": "bnode", "value": "_:b"}]},
    "_:b": {"http://e.example/p": []}})"),
             "e:s e:p 'xé😀', 'y'@fr, 'z'^^e:d, e:o, _:b .");
  CHECK(read(Syntax::rdf_json, "{}").empty());
  const auto quads =
      read(Syntax::rdf_json, R"({"a:s":{"a:p":[{"type":"literal","value":"a\u0000b"}]}})");
  REQUIRE(quads.size() == 1);
  CHECK(quads[0].object.value == std::string("a\0b", 3));
}

TEST_CASE("RDF/JSON: what is not its shape is refused with a place") {
  const auto value = [](const std::string& object) {
    return R"({"a:s":{"a:p":[)" + object + "]}}";
  };
  for (const std::string& text :
       {std::string(""),
        std::string("[]"),
        std::string("1"),
        std::string("{"),
        std::string("{} x"),
        std::string(R"({"a:s":[]})"),
        std::string(R"({"a:s":{"a:p":{}}})"),
        std::string(R"({"a:s":1})"),
        value("1"),
        value("[]"),
        value("{}"),
        value(R"({"type":"literal","value":1})"),
        value(R"({"type":"literal","value":{}})"),
        value(R"({"type":"uri","value":"_:b"})"),
        value(R"({"type":"bnode","value":"x"})"),
        value(R"({"type":"uri","value":"rel"})"),
        value(R"({"type":"uri","value":"a: b"})"),
        value(R"({"type":"literal","value":"x","foo":"y"})"),
        value(R"({"type":"literal","value":"x","lang":"en","datatype":"a:d"})"),
        value(R"({"type":"literal","value":"x","lang":"e n"})"),
        value(R"({"type":"literal","value":"x","lang":")" + std::string(256, 'a') + "\"}"),
        value(R"({"type":"literal","value":"\ud800"})"),
        value("{\"type\":\"literal\",\"value\":\"\xff\"}"),
        std::string(R"({"":{"a:p":[{"type":"uri","value":"a:o"}]}})"),
        std::string(200'000, '['),
        std::string(R"({"a:s":{"_:p":[{"type":"uri","value":"a:o"}]}})")}) {
    INFO(text.substr(0, 200));
    CHECK(error(Syntax::rdf_json, text).starts_with("test:"));
  }
  CHECK(error(Syntax::rdf_json, "{\"a:s\":\n{\"a:p\":\n [1]}}").starts_with("test:3:"));
}

TEST_CASE("an empty file is no RDF/JSON, and a colon in no label") {
  CHECK(error(Syntax::rdf_json, "") != "no error");
  CHECK(error(Syntax::rdf_json, " \n") != "no error");
  for (const Syntax syntax : {Syntax::ntriples, Syntax::nquads})
    for (const char* label : {"_::a", "_:a:b", "_:a:"})
      CHECK(error(syntax, std::string(label) + " <a:p> <a:o> .\n") != "no error");
}

TEST_CASE("blank nodes of different scopes never meet") {
  redland::ReadOptions options;
  options.blank_scope = "f3x";
  for (const auto& [syntax, text] :
       {std::pair(Syntax::turtle, std::string("_:b <a:p> [] .")),
        std::pair(Syntax::nquads, std::string("_:b <a:p> _:c _:d .\n")),
        std::pair(Syntax::rdf_xml, rdf_xml("<rdf:Description rdf:nodeID='b'><e:p "
                                           "rdf:parseType='Resource'/></rdf:Description>")),
        std::pair(Syntax::rdf_json,
                  std::string(R"({"_:b":{"a:p":[{"type":"bnode","value":"_:c"}]}})"))})
    for (const auto& quad : read(syntax, text, options)) {
      CHECK(quad.subject.value.starts_with("f3x"));
      CHECK(quad.object.value.starts_with("f3x"));
      if (quad.graph) CHECK(quad.graph->value.starts_with("f3x"));
    }
}

TEST_CASE("N-Triples and N-Quads obey the limit on language tags too") {
  for (const Syntax syntax : {Syntax::ntriples, Syntax::nquads}) {
    CHECK(read(syntax, "<a:s> <a:p> \"x\"@" + std::string(255, 'a') + " .\n").size() == 1);
    CHECK(error(syntax, "<a:s> <a:p> \"x\"@" + std::string(256, 'a') + " .\n")
              .find("more than 255") != std::string::npos);
  }
  CHECK(error(Syntax::ntriples, "<a:s> <a:p> <a:o> <a:g> .\n") != "no error");
}

TEST_CASE("random bytes and cut documents are errors or documents, never worse") {
  const std::string whole =
      description("<e:p xml:lang=\"en\">x &amp; y</e:p><!-- c --><e:q rdf:nodeID=\"n\"/>");
  for (std::size_t length = 0; length < whole.size(); ++length)
    CHECK(error(Syntax::rdf_xml, whole.substr(0, length)) != "no error");
  const std::string binary("\x7f"
                           "ELF\x02\x01\x01\0\0\0\0",
                           11);
  for (const Syntax syntax : {Syntax::turtle, Syntax::trig, Syntax::ntriples, Syntax::nquads,
                              Syntax::rdf_xml, Syntax::rdfa, Syntax::feed, Syntax::rdf_json})
    CHECK(error(syntax, binary) != "no error");
}

TEST_CASE("files: syntax by name or content, their own IRI as base") {
  const auto folder = std::filesystem::temp_directory_path() / "tela_reader_test";
  std::filesystem::create_directories(folder);
  const auto file = [&](const std::string& name, const std::string& content) {
    std::ofstream(folder / name, std::ios::binary) << content;
    return folder / name;
  };
  const auto read_file = [](const std::filesystem::path& path) {
    tests::QuadList list;
    redland::read_file(path, std::nullopt, list);
    return list.lines();
  };
  const std::string base = "<file://" + folder.string() + "/";
  CHECK(read_file(file("a.ttl", "<> <#p> <b> .")) ==
        std::vector<std::string>{base + "a.ttl> " + base + "a.ttl#p> " + base + "b>"});
  CHECK(read_file(file("noname", "prefix e: <http://e.example/> e:g { e:s e:p 1 }")).size() == 1);
  CHECK(read_file(file("x.xml", rdf_xml("<rdf:Description rdf:about=''><e:p/></rdf:Description>")))
            .front()
            .starts_with(base + "x.xml>"));
  CHECK_THROWS_WITH(read_file(file("text", "just words")),
                    Catch::Contains("neither name nor content"));
  CHECK(read_file(file("z.jsonld", R"({"@id": "", "http://e.example/p": "x"})")) ==
        std::vector<std::string>{base + "z.jsonld> <http://e.example/p> \"x\""});
  CHECK_THROWS_WITH(read_file(file("z.dot", "digraph {}")), Catch::Contains("can only be written"));
  CHECK_THROWS_AS(read_file(folder / "missing.ttl"), base::Error);
  CHECK_THROWS_AS(read_file(folder), base::Error);
  CHECK(read_file(file("empty.nt", "")).empty());
  std::filesystem::remove_all(folder);
}

TEST_CASE("several threads read RDF/XML at once") {
  std::vector<std::jthread> threads;
  std::atomic<int> quads = 0;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      for (int i = 0; i < 50; ++i) {
        tests::QuadList list;
        redland::read_text("test", description("<e:p>x</e:p><e:q rdf:nodeID='n'/>"),
                           Syntax::rdf_xml, list);
        quads += static_cast<int>(list.quads.size());
      }
    });
  threads.clear();
  CHECK(quads == 4 * 50 * 2);
}

TEST_CASE("packed files are read as what they hold") {
  const tests::TemporaryFolder folder;
  const auto compression = GENERATE(base::Compression::gzip, base::Compression::zstd);
  const std::string suffix = compression == base::Compression::gzip ? ".gz" : ".zst";
  const auto packed = [&](std::string_view text) {
    std::string bytes;
    base::Compressor compressor(compression, [&](std::string_view piece) { bytes += piece; });
    compressor.write(text);
    compressor.finish();
    return bytes;
  };
  const auto read = [](const std::filesystem::path& path) {
    tests::QuadList list;
    redland::read_file(path, std::nullopt, list);
    return list.lines();
  };
  std::string lines;
  for (int i = 0; i < 30'000; ++i)
    lines += "<urn:s" + std::to_string(i) + "> <urn:p> \"" + std::to_string(i) + "\" <urn:g> .\n";
  CHECK(read(folder.write("a.nq" + suffix, packed(lines))).size() == 30'000);
  CHECK(read(folder.write("noname", packed(lines))).size() == 30'000);
  CHECK(read(folder.write("a.ttl" + suffix, packed("<urn:s> <urn:p> 1, 2 ."))).size() == 2);
  CHECK_THROWS_WITH(read(folder.write("b.nq" + suffix, packed(lines + "<urn:s> oops ."))),
                    Catch::Contains("b.nq" + suffix + ":30001:9"));
  CHECK_THROWS_WITH(read(folder.write("c.nq" + suffix, packed(lines).substr(0, 9'000))),
                    Catch::Contains("end too early"));
  CHECK_THROWS_WITH(read(folder.write("d.ttl" + suffix, packed(packed("<urn:s> <urn:p> 1 .")))),
                    Catch::Contains("packed once more"));
}
