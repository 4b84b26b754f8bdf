#include "base/error.h"
#include "remote/request_text.h"
#include "sparql/syntax/parser.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace tela;
using namespace tela::remote;

namespace {

using Bindings = std::vector<std::pair<std::string, rdf::Term>>;

} // namespace

TEST_CASE("terms are put where variables stand, and nowhere else") {
  CHECK(with_terms("SELECT ?a { ?a <urn:?x> \"?x\" . ?a ?p ?x } # ?x",
                   Bindings{{"x", rdf::iri("urn:t")}}) ==
        "SELECT ?a { ?a <urn:?x> \"?x\" . ?a ?p <urn:t> } # ?x");
  CHECK(with_terms("SELECT ?a $x { ?a ?p ?xx } GROUP BY ?a ?x ORDER BY DESC(?x) ?x",
                   Bindings{{"x", rdf::literal("v")}}) ==
        "SELECT ?a  { ?a ?p ?xx } GROUP BY ?a (\"v\") ORDER BY DESC(\"v\") (\"v\")");
}

TEST_CASE("a term stays one term, whatever its text holds") {
  for (const std::string& text : {std::string("\" } DROP ALL # \\ \n\t"), std::string("\\\" } # "),
                                  std::string("'''\"\"\""), std::string("\\u0022 } # ")}) {
    const rdf::Term term = rdf::literal(text);
    const auto query = with_terms("SELECT ?a { ?a <urn:p> ?x }", Bindings{{"x", term}});
    INFO(query);
    const auto parsed = sparql::syntax::parse(query);
    const auto written = query.substr(query.find('"'), query.rfind('"') + 1 - query.find('"'));
    CHECK(sparql::syntax::parse_term(written) == term);
  }
}

TEST_CASE("what cannot be asked for is refused") {
  for (const rdf::Term& term : {rdf::blank("b"), rdf::iri("urn:a> } <b"), rdf::iri("relative")})
    CHECK_THROWS_AS(with_terms("ASK { ?x ?p ?o }", Bindings{{"x", term}}), base::Error);
}

TEST_CASE("prefixes that a text uses and does not declare are declared") {
  rdf::PrefixMap known;
  known.add("a", "urn:a:");
  known.add("b", "urn:b:");
  known.add("c", "urn:c:");
  CHECK(with_prefixes("PREFIX a: <urn:z:> ASK { a:x b:y \"c:z\" }", known) ==
        "PREFIX b: <urn:b:>\nPREFIX a: <urn:z:> ASK { a:x b:y \"c:z\" }");
  CHECK(with_prefixes("ASK {}", known) == "ASK {}");
}

TEST_CASE("a SELECT is counted as a subquery") {
  const auto count = counting("PREFIX a: <urn:a:> SELECT DISTINCT ?x { ?x a:p ?y } LIMIT 9 # end");
  REQUIRE(count);
  CHECK(*count == "PREFIX a: <urn:a:> SELECT (COUNT(*) AS ?rows) { {\n"
                  "SELECT DISTINCT ?x { ?x a:p ?y } LIMIT 9 # end\n} }");
  CHECK_NOTHROW(sparql::syntax::parse(*count));
  CHECK_FALSE(counting("SELECT * FROM <urn:g> { ?s ?p ?o }"));
  CHECK_FALSE(counting("ASK { { SELECT * { ?s ?p ?o } } }"));
}
