#include "base/error.h"
#include "rdf/namespaces.h"
#include "rdf/nquads_reader.h"
#include "rdf/nquads_writer.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace tela::rdf;
using tela::base::Error;

namespace {

struct Collector final : QuadSink {
  std::vector<Quad> quads;
  void quad(const QuadView& view) override { quads.push_back(to_quad(view)); }
};

std::vector<Quad> read(std::string_view text, NQuadsSyntax syntax = NQuadsSyntax::nquads) {
  Collector collector;
  read_nquads(text, "test.nq", syntax, collector);
  return collector.quads;
}

std::string write(const std::vector<Quad>& quads) {
  std::string text;
  NQuadsWriter writer([&](std::string_view piece) { text += piece; });
  for (const Quad& quad : quads) writer.quad(view(quad));
  writer.finish();
  return text;
}

Term object_of(std::string_view object) {
  const auto quads = read("<urn:s> <urn:p> " + std::string(object) + " .");
  REQUIRE(quads.size() == 1);
  return quads[0].object;
}

} // namespace

TEST_CASE("N-Quads: every kind of term is read as written") {
  CHECK(object_of("<http://example.org/État#1>") == iri("http://example.org/État#1"));
  CHECK(object_of("<urn:\\u00C9tat\\U0001F30D>") == iri("urn:État\U0001F30D"));
  CHECK(object_of("_:a.b-c") == blank("a.b-c"));
  CHECK(object_of("_:1é·") == blank("1é·"));
  CHECK(object_of("\"\"") == literal(""));
  CHECK(object_of("\"visa \\\"D\\\"\\t\\b\\n\\r\\f\\'\\\\\"") ==
        literal("visa \"D\"\t\b\n\r\f'\\"));
  CHECK(object_of("\"\\u00e9\\U0001F30D\"") == literal("é\U0001F30D"));
  CHECK(object_of("\"a\\u0000b\"") == literal(std::string_view("a\0b", 3)));
  CHECK(object_of("\"frontière\"@fr-CA-x-1") == language_literal("frontière", "fr-CA-x-1"));
  CHECK(object_of("\"1\"^^<http://www.w3.org/2001/XMLSchema#integer>") ==
        literal("1", xsd::integer));
  CHECK(object_of("\"\tcontrol \x01 stays\"") == literal("\tcontrol \x01 stays"));
}

TEST_CASE("N-Quads: layout is free within a line") {
  const std::vector<Quad> one{{iri("urn:s"), iri("urn:p"), iri("urn:o"), std::nullopt}};
  CHECK(read("<urn:s><urn:p><urn:o>.") == one);
  CHECK(read(" \t<urn:s> \t <urn:p>\t<urn:o> \t. \t# done\r\n\r\n# comment\n") == one);
  CHECK(read("\n\n<urn:s> <urn:p> <urn:o> .#c") == one);
  CHECK(read("<urn:s> <urn:p> <urn:o> .\r<urn:s> <urn:p> <urn:o> .\r").size() == 2);
  CHECK(read("").empty());
  CHECK(read("# only a comment").empty());
  CHECK(read("_:a<urn:p>_:b.")[0].object == blank("b"));
  CHECK(read("_:a <urn:p> _:b _:g.")[0].graph == blank("g"));
  CHECK(read("<urn:s> <urn:p> \"o\" <urn:g> .")[0].graph == iri("urn:g"));
}

TEST_CASE("N-Quads: what the grammar forbids is refused with its place") {
  const std::vector<std::pair<std::string, std::string>> wrong{
      {"<urn:s> <urn:p> <urn:o>", "test.nq:1:24"},
      {"<urn:s> <urn:p> <urn:o> . <urn:s>", "test.nq:1:27"},
      {"<urn:s> <urn:p> .", "test.nq:1:17: the object is missing"},
      {"<urn:s> \"p\" <urn:o> .", "test.nq:1:9: the predicate"},
      {"\"s\" <urn:p> <urn:o> .", "test.nq:1:1: the subject"},
      {"<urn:s> _:p <urn:o> .", "test.nq:1:9: the predicate"},
      {"<urn:s> <urn:p> <urn:o> \"g\" .", "test.nq:1:25"},
      {"<urn:s> <urn:p> <urn:o> <urn:g> <urn:h> .", "test.nq:1:33"},
      {"<urn:s> <urn:p> <urn:o x> .", "test.nq:1:23: a character that cannot stand in an IRI"},
      {"<urn:s> <urn:p> <urn:o", "test.nq:1:23"},
      {"<urn:s> <urn:p> <o> .", "test.nq:1:18: a relative IRI"},
      {"<urn:s> <urn:p> <> .", "a relative IRI"},
      {"<urn:s> <urn:p> <1:x> .", "a relative IRI"},
      {"<urn:s> <urn:p> <urn:\\u0020> .", "an escape of a character"},
      {"<urn:s> <urn:p> <urn:\\n> .", "an escape that is no Unicode character"},
      {"<urn:s> <urn:p> <urn:\\u00ZZ> .", "too few hexadecimal digits"},
      {"<urn:s> <urn:p> \"\\uD800\" .", "no Unicode character"},
      {"<urn:s> <urn:p> \"\\U00110000\" .", "no Unicode character"},
      {"<urn:s> <urn:p> \"\\x\" .", "test.nq:1:18: an unknown escape"},
      {"<urn:s> <urn:p> \"a\nb\" .", "test.nq:1:19: a literal without closing quote"},
      {"<urn:s> <urn:p> 'a' .", "the object"},
      {"<urn:s> <urn:p> \"a\"@ .", "a malformed language tag"},
      {"<urn:s> <urn:p> \"a\"@1 .", "a malformed language tag"},
      {"<urn:s> <urn:p> \"a\"@en- .", "a malformed language tag"},
      {"<urn:s> <urn:p> \"a\"^<urn:d> .", "a malformed datatype"},
      {"<urn:s> <urn:p> \"a\"^^urn:d .", "a malformed datatype"},
      {"<urn:s> <urn:p> \"a\"^^<d> .", "a relative IRI"},
      {"<urn:s> <urn:p> 1 .", "the object"},
      {"_ <urn:p> <urn:o> .", "a malformed blank node"},
      {"_: <urn:p> <urn:o> .", "a blank node without a label"},
      {"_:-a <urn:p> <urn:o> .", "a blank node without a label"},
      {"@prefix x: <urn:x> .", "the subject"},
      {"<urn:s> <urn:p> \"\xFF\" .", "test.nq:1:18: a byte that is not UTF-8"},
  };
  for (const auto& [text, message] : wrong) {
    INFO(text);
    CHECK_THROWS_WITH(read("\n" + text), Catch::Contains(message.substr(0, 8) == "test.nq:"
                                                             ? "test.nq:2" + message.substr(9)
                                                             : message));
  }
  CHECK_THROWS_WITH(read("<urn:s> <urn:p> <urn:o> <urn:g> .", NQuadsSyntax::ntriples),
                    Catch::Contains("read the file as N-Quads"));
}

TEST_CASE("N-Quads: columns are counted in characters, not bytes") {
  CHECK_THROWS_WITH(read("<urn:é> <urn:p> \"ü\" ,"), Catch::Contains("test.nq:1:21"));
}

TEST_CASE("N-Quads: a line longer than the limit is refused, whole or in pieces") {
  const std::string line =
      "<urn:s> <urn:p> \"" + std::string(NQuadsReader::max_line_bytes, 'x') + "\" .\n";
  CHECK_THROWS_WITH(read("\n" + line), Catch::Contains("test.nq:2:1: a line longer than"));
  Collector collector;
  NQuadsReader reader("test.nq", NQuadsSyntax::nquads, collector);
  reader.feed("\n");
  CHECK_THROWS_WITH(
      [&] {
        for (std::size_t at = 0; at < line.size(); at += 4096) reader.feed(line.substr(at, 4096));
      }(),
      Catch::Contains("test.nq:2: a line longer than"));
}

TEST_CASE("N-Quads: pieces of any size give the same statements") {
  const std::string text = "<urn:s> <urn:p> \"é\\n\"@fr .\n# c\n\n_:b <urn:p> <urn:o> <urn:g> .\n"
                           "<urn:s> <urn:p> \"last\" .";
  const auto whole = read(text);
  REQUIRE(whole.size() == 3);
  for (std::size_t size = 1; size < text.size(); ++size) {
    Collector collector;
    NQuadsReader reader("test.nq", NQuadsSyntax::nquads, collector);
    for (std::size_t at = 0; at < text.size(); at += size) reader.feed(text.substr(at, size));
    reader.finish();
    CHECK(collector.quads == whole);
    CHECK(reader.statements() == 3);
  }
}

TEST_CASE("N-Quads: what is written is read back, and is canonical") {
  const std::vector<Quad> quads{
      {iri("urn:s"), iri("urn:p"), literal("tab\t quote\" back\\ break\n\r bell\x07 é \U0001F30D"),
       std::nullopt},
      {blank("b1"), iri("urn:p"), language_literal("señal", "es"), iri("urn:g")},
      {blank("b1"), iri("urn:p"), literal("", xsd::decimal), blank("g")},
      {blank("b1"), iri("urn:p"), literal(std::string_view("\0", 1)), std::nullopt},
  };
  const std::string text = write(quads);
  CHECK(read(text) == quads);
  CHECK(write(read(text)) == text);
  CHECK(to_ntriples(literal("\b\f\x0B\x1F\x7F\u00FF\uFFFD\uFFFE\uFFFF\U0001FFFE")) ==
        "\"\\b\\f\\u000B\\u001F\\u007F\u00FF\uFFFD\\uFFFE\\uFFFF\U0001FFFE\"");
  CHECK(text.starts_with("<urn:s> <urn:p> \"tab\\t quote\\\" back\\\\ break\\n\\r bell\\u0007 é"));
}
