#include "sparql/algebra/translate.h"
#include "sparql/syntax/parser.h"

#include <catch2/catch.hpp>

#include <string>

using namespace tela;
using namespace tela::sparql::algebra;

namespace {

Query translated(std::string_view text) {
  rdf::PrefixMap prefixes;
  prefixes.add("", "urn:x-");
  sparql::syntax::ParseOptions options;
  options.prefixes = &prefixes;
  return translate(sparql::syntax::parse(text, options));
}

std::string tree(std::string_view text) {
  return to_string(*translated(text).pattern);
}

/// The tree of a group, without what ASK puts around it.
std::string group(std::string_view text) {
  return tree("ASK " + std::string(text));
}

} // namespace

// The examples of section 18.2.3.
TEST_CASE("groups become the algebra that the standard shows") {
  CHECK(group("{ ?s ?p ?o }") == "(bgp\n"
                                 "  (triple ?s ?p ?o))");
  CHECK(group("{ ?s :p1 ?v1 ; :p2 ?v2 }") == "(bgp\n"
                                             "  (triple ?s <urn:x-p1> ?v1)\n"
                                             "  (triple ?s <urn:x-p2> ?v2))");
  CHECK(group("{ { ?s :p1 ?v1 } UNION { ?s :p2 ?v2 } UNION { ?s :p3 ?v3 } }") ==
        "(union\n"
        "  (bgp\n"
        "    (triple ?s <urn:x-p1> ?v1))\n"
        "  (union\n"
        "    (bgp\n"
        "      (triple ?s <urn:x-p2> ?v2))\n"
        "    (bgp\n"
        "      (triple ?s <urn:x-p3> ?v3))))");
  CHECK(group("{ ?s :p1 ?v1 OPTIONAL { ?s :p2 ?v2 FILTER(?v1<3) } }") ==
        "(leftjoin (< ?v1 \"3\"^^<http://www.w3.org/2001/XMLSchema#integer>)\n"
        "  (bgp\n"
        "    (triple ?s <urn:x-p1> ?v1))\n"
        "  (bgp\n"
        "    (triple ?s <urn:x-p2> ?v2)))");
  CHECK(group("{ ?s :p1 ?v1 FILTER(?v1 < 3) OPTIONAL { ?s :p2 ?v2 } }") ==
        "(filter (< ?v1 \"3\"^^<http://www.w3.org/2001/XMLSchema#integer>)\n"
        "  (leftjoin\n"
        "    (bgp\n"
        "      (triple ?s <urn:x-p1> ?v1))\n"
        "    (bgp\n"
        "      (triple ?s <urn:x-p2> ?v2))))");
  CHECK(group("{ ?s :p ?v . BIND(2*?v AS ?v2) ?s :p1 ?v2 }") ==
        "(join\n"
        "  (extend ?v2 (* \"2\"^^<http://www.w3.org/2001/XMLSchema#integer> ?v)\n"
        "    (bgp\n"
        "      (triple ?s <urn:x-p> ?v)))\n"
        "  (bgp\n"
        "    (triple ?s <urn:x-p1> ?v2)))");
  CHECK(group("{ ?s :p ?o . MINUS { ?s :q ?v } }") == "(minus\n"
                                                      "  (bgp\n"
                                                      "    (triple ?s <urn:x-p> ?o))\n"
                                                      "  (bgp\n"
                                                      "    (triple ?s <urn:x-q> ?v)))");
}

TEST_CASE("a filter in a group of its own is no condition of OPTIONAL") {
  CHECK(group("{ OPTIONAL { { ?s :p ?v FILTER(?v) } } }") == "(leftjoin\n"
                                                             "  (bgp)\n"
                                                             "  (filter ?v\n"
                                                             "    (bgp\n"
                                                             "      (triple ?s <urn:x-p> ?v))))");
}

TEST_CASE("paths of plain predicates become triples") {
  CHECK(group("{ ?x :a/^:b/:c ?y }") == "(bgp\n"
                                        "  (triple ?x <urn:x-a> ?.path1)\n"
                                        "  (triple ?.path2 <urn:x-b> ?.path1)\n"
                                        "  (triple ?.path2 <urn:x-c> ?y))");
  CHECK(group("{ ?x ^(:a/:b) ?y }") == "(bgp\n"
                                       "  (triple ?y <urn:x-a> ?.path1)\n"
                                       "  (triple ?.path1 <urn:x-b> ?x))");
  CHECK(group("{ ?x :a/:b*/(:c|^:d) ?y }") == "(bgp\n"
                                              "  (triple ?x <urn:x-a> ?.path1)\n"
                                              "  (path ?.path1 (* <urn:x-b>) ?.path2)\n"
                                              "  (path ?.path2 (| <urn:x-c> (^ <urn:x-d>)) ?y))");
  CHECK(group("{ ?x (:a/:b)? ?y }") == "(bgp\n"
                                       "  (path ?x (? (/ <urn:x-a> <urn:x-b>)) ?y))");
}

TEST_CASE("negated sets know their directions") {
  CHECK(group("{ ?x !(:a|^:b) ?y }") ==
        "(bgp\n"
        "  (path ?x (! (forward <urn:x-a>) (backward <urn:x-b>)) ?y))");
  CHECK(group("{ ?x !^:b ?y }") == "(bgp\n"
                                   "  (path ?x (! (backward <urn:x-b>)) ?y))");
  CHECK(group("{ ?x !() ?y }") == "(bgp\n"
                                  "  (path ?x (! (forward)) ?y))");
}

TEST_CASE("GRAPH, SERVICE, VALUES and EXISTS keep their parts") {
  CHECK(group("{ GRAPH ?g { ?s ?p ?o } VALUES (?a ?b) { (1 UNDEF) } }") ==
        "(join\n"
        "  (graph ?g\n"
        "    (bgp\n"
        "      (triple ?s ?p ?o)))\n"
        "  (values ?a ?b\n"
        "    (row \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> undef)))");
  CHECK(group("{ SERVICE SILENT :e { } FILTER NOT EXISTS { ?s ?p ?o } }") ==
        "(filter (not exists (bgp (triple ?s ?p ?o)))\n"
        "  (service silent <urn:x-e>\n"
        "    (bgp)))");
}

TEST_CASE("modifiers come in the standard's order") {
  CHECK(tree("SELECT DISTINCT ?s (?v + 1 AS ?w) { ?s :p ?v } ORDER BY DESC(?v) LIMIT 5 OFFSET 2 "
             "VALUES ?s { :a }") ==
        "(slice 2 5\n"
        "  (distinct\n"
        "    (project ?s ?w\n"
        "      (order (desc ?v)\n"
        "        (extend ?w (+ ?v \"1\"^^<http://www.w3.org/2001/XMLSchema#integer>)\n"
        "          (join\n"
        "            (bgp\n"
        "              (triple ?s <urn:x-p> ?v))\n"
        "            (values ?s\n"
        "              (row <urn:x-a>))))))))");
}

TEST_CASE("aggregates are computed once and named") {
  CHECK(tree("SELECT ?s (COUNT(?v) AS ?n) (COUNT(?v) * 2 AS ?m) { ?s :p ?v } GROUP BY ?s "
             "HAVING (COUNT(?v) > MAX(?v)) ORDER BY ?n") ==
        "(project ?s ?n ?m\n"
        "  (order ?n\n"
        "    (extend ?m (* ?.aggregate1 \"2\"^^<http://www.w3.org/2001/XMLSchema#integer>)\n"
        "      (extend ?n ?.aggregate1\n"
        "        (filter (> ?.aggregate1 ?.aggregate2)\n"
        "          (group (by ?s) (aggregates (?.aggregate1 (count ?v)) (?.aggregate2 (max ?v)))\n"
        "            (bgp\n"
        "              (triple ?s <urn:x-p> ?v))))))))");
}

TEST_CASE("grouping by expressions") {
  CHECK(tree("SELECT ?l { ?s :p ?v } GROUP BY (STR(?s) AS ?l) STRLEN(?v)") ==
        "(project ?l\n"
        "  (group (by (?l (str ?s)) (?.key1 (strlen ?v))) (aggregates)\n"
        "    (bgp\n"
        "      (triple ?s <urn:x-p> ?v))))");
}

TEST_CASE("a variable without one value in its group is sampled in ORDER BY and HAVING") {
  CHECK(tree("SELECT ?s { ?s :p ?v } GROUP BY ?s ORDER BY ?v") ==
        "(project ?s\n"
        "  (order ?.aggregate1\n"
        "    (group (by ?s) (aggregates (?.aggregate1 (sample ?v)))\n"
        "      (bgp\n"
        "        (triple ?s <urn:x-p> ?v)))))");
}

TEST_CASE("HAVING may name what SELECT computes") {
  CHECK(tree("SELECT (COUNT(*) AS ?n) { } HAVING (?n > 1)") ==
        "(project ?n\n"
        "  (filter (> ?n \"1\"^^<http://www.w3.org/2001/XMLSchema#integer>)\n"
        "    (extend ?n ?.aggregate1\n"
        "      (group (by) (aggregates (?.aggregate1 (count *)))\n"
        "        (bgp)))))");
}

TEST_CASE("all aggregates are written with their options") {
  const auto text = tree("SELECT (GROUP_CONCAT(DISTINCT ?x; SEPARATOR=', ') AS ?a) "
                         "(COUNT(DISTINCT *) AS ?b) { }");
  CHECK(text.find("(group_concat distinct ?x \", \")") != std::string::npos);
  CHECK(text.find("(count distinct *)") != std::string::npos);
}

TEST_CASE("sub-selects are projections inside") {
  CHECK(group("{ ?s :q ?x { SELECT * { ?s :p ?v } } }") == "(join\n"
                                                           "  (bgp\n"
                                                           "    (triple ?s <urn:x-q> ?x))\n"
                                                           "  (project ?s ?v\n"
                                                           "    (bgp\n"
                                                           "      (triple ?s <urn:x-p> ?v))))");
}

TEST_CASE("the other forms keep what they need") {
  const auto construct = translated("CONSTRUCT { ?s :p _:b . } WHERE { ?s :q _:b }");
  CHECK(construct.form == Query::Form::construct);
  REQUIRE(construct.construct.size() == 1);
  CHECK(std::get<Variable>(construct.construct[0].object).is_generated());
  const auto describe = translated("DESCRIBE * FROM :g { ?s ?p [] }");
  CHECK(describe.describe == std::vector<Node>{Variable{"s"}, Variable{"p"}});
  CHECK(describe.dataset.default_graphs == std::vector{rdf::iri("urn:x-g")});
  const auto select = translated("SELECT * { ?s ?_p [] }");
  CHECK(select.projection == std::vector{Variable{"s"}, Variable{"_p"}});
}

TEST_CASE("a copy is equal and independent") {
  const auto query = translated(
      "SELECT DISTINCT ?s (SUM(?v) AS ?t) { { ?s :p ?v OPTIONAL { ?s :q ?w FILTER(?w) } "
      "} UNION { GRAPH ?g { ?s :r* ?v } } MINUS { ?s :x 1 } BIND(1 AS ?y) VALUES ?z { 1 } "
      "SERVICE :e { } FILTER EXISTS { ?s ?p ?o } } GROUP BY ?s ORDER BY ?s LIMIT 1");
  auto copy = clone(*query.pattern);
  const auto before = to_string(*query.pattern);
  CHECK(to_string(copy) == before);
  copy = clone(*std::get<Slice>(copy.node).input);
  CHECK(to_string(*query.pattern) == before);
}
