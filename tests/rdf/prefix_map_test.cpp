#include "catch2/catch.hpp"
#include "rdf/prefix_map.h"

using namespace tela::rdf;

TEST_CASE("an IRI becomes a prefixed name and back") {
  const auto& prefixes = PrefixMap::standard();
  CHECK(prefixes.shortened("http://www.w3.org/2004/02/skos/core#Concept") == "skos:Concept");
  CHECK(prefixes.expand("skos:Concept") == "http://www.w3.org/2004/02/skos/core#Concept");
  CHECK(prefixes.shortened("http://purl.org/dc/terms/") == "dcterms:");
  CHECK(prefixes.shortened("http://nowhere.example/x") == "<http://nowhere.example/x>");
  CHECK(prefixes.expand("nowhere:x") == std::nullopt);
  CHECK(prefixes.expand("skos") == std::nullopt);
}

TEST_CASE("a rest that would need an escape keeps the whole IRI") {
  PrefixMap prefixes;
  prefixes.add("e", "http://e.example/");
  const auto shortened = [&](std::string rest) {
    return prefixes.shortened("http://e.example/" + rest);
  };
  CHECK(shortened("1-a.b:c") == "e:1-a.b:c");
  CHECK(shortened("%C3%A9") == "e:%C3%A9");
  CHECK(shortened("Côte") == "e:Côte");
  CHECK(shortened("a\u00B7") == "e:a\u00B7");
  for (const std::string bad :
       {"end.", ".x", "-x", "a,b", "a(b)", "100%", "%zz", "a/b", "a#b", "\u00B7", "a?b", "a\u00D7"})
    CHECK(shortened(bad) == "<http://e.example/" + bad + ">");
}

TEST_CASE("the longest namespace that ends an IRI's path is taken") {
  PrefixMap prefixes;
  prefixes.add("e", "http://e.example/");
  prefixes.add("p", "http://e.example/project/");
  prefixes.add("obo", "http://e.example/obo/BFO_");
  CHECK(prefixes.shortened("http://e.example/project/Q36") == "p:Q36");
  CHECK(prefixes.shortened("http://e.example/obo/BFO_0001") == "obo:0001");
  CHECK(prefixes.shortened("http://e.example/other/x") == "<http://e.example/other/x>");
}

TEST_CASE("binding a prefix again replaces it, and two prefixes may share a namespace") {
  PrefixMap prefixes;
  prefixes.add("b", "http://one.example/");
  prefixes.add("a", "http://one.example/");
  CHECK(prefixes.shortened("http://one.example/x") == "a:x");
  prefixes.add("a", "http://two.example/");
  CHECK(prefixes.shortened("http://one.example/x") == "b:x");
  CHECK(prefixes.shortened("http://two.example/x") == "a:x");
  prefixes.add("b", "urn:x");
  CHECK(prefixes.shortened("http://one.example/x") == "<http://one.example/x>");
  CHECK(prefixes.shortened("urn:xyz") == "b:yz");
}

TEST_CASE("prefixes and labels follow the grammar of Turtle") {
  PrefixMap prefixes;
  CHECK(prefixes.add("", "http://e.example/"));
  CHECK(prefixes.shortened("http://e.example/x") == ":x");
  CHECK(prefixes.add("a.b-1", "http://f.example/"));
  for (const auto* bad : {"a.", ".a", "1a", "_", "a:b", "a b", "-"})
    CHECK_FALSE(prefixes.add(bad, "http://g.example/"));
  CHECK(is_blank_node_label("0_a.b"));
  CHECK_FALSE(is_blank_node_label(""));
  CHECK_FALSE(is_blank_node_label("a."));
  CHECK_FALSE(is_blank_node_label("-a"));
}
