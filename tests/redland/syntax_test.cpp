#include "catch2/catch.hpp"
#include "redland/syntax.h"

using namespace tela::redland;

TEST_CASE("every syntax is found by its own name, and by its media type where it has one alone") {
  for (const SyntaxInfo& entry : syntaxes()) {
    CHECK(&info(entry.syntax) == &entry);
    CHECK(syntax_by_name(entry.name) == entry.syntax);
    CHECK((entry.readable || entry.writable));
    for (const auto extension : entry.extensions)
      CHECK(syntax_by_file_name("folder.d/name." + std::string(extension)) == entry.syntax);
  }
  CHECK(syntax_by_name("TTL") == Syntax::turtle);
  CHECK(syntax_by_name("nonsense") == std::nullopt);
  CHECK(syntax_by_media_type("Text/Turtle ; charset=utf-8") == Syntax::turtle);
  CHECK(syntax_by_media_type("application/rdf+xml") == Syntax::rdf_xml);
  CHECK(syntax_by_media_type("image/png") == std::nullopt);
  CHECK(readable_names() == "ntriples, nquads, turtle, trig, rdfxml, jsonld, rdfjson, rdfa, feed");
  CHECK(writable_names() == "ntriples, nquads, turtle, trig, rdfxml, jsonld, rdfjson, dot, html");
}

TEST_CASE("file names: the extension counts, a packing does not") {
  CHECK(syntax_by_file_name("a/b.TTL") == Syntax::turtle);
  CHECK(syntax_by_file_name("a.n3") == Syntax::turtle);
  CHECK(syntax_by_file_name("a.owl") == Syntax::rdf_xml);
  CHECK(syntax_by_file_name("dump.nq.gz") == Syntax::nquads);
  CHECK(syntax_by_file_name("dump.trig.zst") == Syntax::trig);
  for (const auto* name : {"ttl", "a.ttl/b", "a.", "", ".gz", "a.xml", "a.json"})
    CHECK(syntax_by_file_name(name) == std::nullopt);
}

TEST_CASE("content tells where the name does not") {
  const std::string rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  CHECK(syntax_by_content("# c\n@prefix a: <b:> .") == Syntax::trig);
  CHECK(syntax_by_content("\xEF\xBB\xBF PREFIX a: <b:>") == Syntax::trig);
  CHECK(syntax_by_content("<http://e.example/s> <a:p> <a:o> .") == Syntax::trig);
  CHECK(syntax_by_content("_:b <a:p> <a:o> <a:g> .\n") == Syntax::nquads);
  CHECK(syntax_by_content("<a:s> <a:p> \"<x>\" <a:g> .\n<a:s>") == Syntax::nquads);
  CHECK(syntax_by_content("<?xml version='1.0'?><rdf:RDF xmlns:rdf='" + rdf + "'>") ==
        Syntax::rdf_xml);
  CHECK(syntax_by_content("<rdf:RDF xmlns:rdf='" + rdf + "'>") == Syntax::rdf_xml);
  CHECK(syntax_by_content("<!DOCTYPE html><html>") == Syntax::rdfa);
  CHECK(syntax_by_content("<rss version='2.0'>") == Syntax::feed);
  CHECK(syntax_by_content("<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'>") ==
        Syntax::feed);
  CHECK(syntax_by_content("{ \"@context\": {} }") == Syntax::json_ld);
  CHECK(syntax_by_content("[ {\"@id\": \"a:b\"} ]") == Syntax::json_ld);
  CHECK(syntax_by_content("{\"a:s\": {}}") == Syntax::rdf_json);
  for (const auto* text : {"", "hello", "<?xml version='1.0'?><record/>", "<project>",
                           "\x7f"
                           "ELF",
                           "{}"})
    CHECK(syntax_by_content(text) == std::nullopt);
}
