#include "rdf/iri.h"

#include <catch2/catch.hpp>

using namespace tela::rdf;

// The examples of RFC 3986 section 5.4.
TEST_CASE("references resolve as RFC 3986 says") {
  const std::pair<const char*, const char*> examples[] = {
      {"g:h", "g:h"},
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {"#s", "http://a/b/c/d;p?q#s"},
      {"g#s", "http://a/b/c/g#s"},
      {"g?y#s", "http://a/b/c/g?y#s"},
      {";x", "http://a/b/c/;x"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"./", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../..", "http://a/"},
      {"../../g", "http://a/g"},
      {"../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"/../g", "http://a/g"},
      {"g.", "http://a/b/c/g."},
      {"..g", "http://a/b/c/..g"},
      {"./g/.", "http://a/b/c/g/"},
      {"g/../h", "http://a/b/c/h"},
      {"g;x=1/../y", "http://a/b/c/y"},
      {"g?y/../x", "http://a/b/c/g?y/../x"},
  };
  for (const auto& [reference, expected] : examples)
    CHECK(resolve_iri("http://a/b/c/d;p?q", reference) == expected);
}

TEST_CASE("absolute IRIs are told from other text") {
  CHECK(is_absolute_iri("https://w3id.org/tela/état"));
  CHECK(is_absolute_iri("urn:uuid:1"));
  CHECK_FALSE(is_absolute_iri("project/1"));
  CHECK_FALSE(is_absolute_iri("http://a/b c"));
  CHECK_FALSE(is_absolute_iri("http://a/<b>"));
}

TEST_CASE("paths become file IRIs") {
  CHECK(file_iri("/tmp/a b/é.ttl") == "file:///tmp/a%20b/%C3%A9.ttl");
}
