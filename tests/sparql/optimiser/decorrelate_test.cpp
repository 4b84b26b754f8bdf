#include "sparql/optimiser/decorrelate.h"
#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;
using namespace tela::sparql;
using namespace tela::sparql::optimiser;

namespace {

/// What rows that bind `outer` are joined with for EXISTS `group`; "row by row" when no join is the
/// same.
std::string joined(const std::string& group, const VariableSet& outer = {{"x"}, {"y"}}) {
  const auto query = parse_query("ASK " + group);
  const auto join = decorrelate(*query.pattern, outer);
  if (!join) return "row by row";
  std::string text = "\n" + to_string(join->pattern);
  for (const algebra::Expression& condition : join->conditions)
    text += "\nif " + to_string(condition);
  return in_brief(text + "\n");
}

} // namespace

TEST_CASE("a pattern under EXISTS is joined as it is") {
  CHECK(joined("{ ?x :p ?a . ?a :q ?y }") == R"(
(bgp
  (triple ?x <p> ?a)
  (triple ?a <q> ?y))
)");
}

TEST_CASE("a filter of EXISTS that names the row becomes a condition of the join") {
  CHECK(joined("{ ?x :p ?a FILTER(?a > ?y) }") == R"(
(bgp
  (triple ?x <p> ?a))
if (> ?a ?y)
)");
}

TEST_CASE("a filter deeper within stays there when its own part binds what it names") {
  CHECK(joined("{ ?x :q ?b { ?x :p ?a FILTER(?a != ?x) } }") != "row by row");
  CHECK(joined("{ ?x :q ?b { ?z :p ?a FILTER(?a != ?x) } }") == "row by row");
}

TEST_CASE("a pattern that shares nothing with the row is the same for all of them") {
  CHECK(joined("{ ?a :p ?b MINUS { ?a :q ?c } }") != "row by row");
  CHECK(joined("{ SELECT ?a { ?a :p ?b } ORDER BY ?b LIMIT 1 }") != "row by row");
}

TEST_CASE("what limits, counts or takes away rows depends on the values of the row") {
  for (const std::string group :
       {"{ SELECT ?x { ?x :p ?a } LIMIT 1 }", "{ SELECT (COUNT(*) AS ?n) { ?x :p ?a } }",
        "{ SELECT ?x (COUNT(*) AS ?n) { ?a :p ?b OPTIONAL { ?a :q ?x } } GROUP BY ?x }",
        "{ ?a :p ?b MINUS { ?a :q ?x } }", "{ ?x :p ?a MINUS { ?a :q ?x } }"}) {
    INFO(group);
    CHECK(joined(group) == "row by row");
  }
}

TEST_CASE("MINUS whose right side does not know the row is taken away before the join") {
  CHECK(joined("{ ?x :p ?a MINUS { ?a :q ?b } }") != "row by row");
}

TEST_CASE("OPTIONAL within is the same where its left side binds what the row gives") {
  CHECK(joined("{ ?x :p ?a OPTIONAL { ?a :q ?b } }") != "row by row");
  CHECK(joined("{ ?x :p ?a OPTIONAL { ?x :q ?b } }") != "row by row");
  CHECK(joined("{ ?z :p ?a OPTIONAL { ?z :q ?x } }") == "row by row");
  CHECK(joined("{ ?x :p ?a OPTIONAL { ?x :q ?b FILTER(?b > ?y) } }") == "row by row");
}

TEST_CASE("BIND within must not make what the row has, nor read it from nowhere") {
  CHECK(joined("{ ?x :p ?a BIND(?x AS ?b) }") != "row by row");
  CHECK(joined("{ ?z :p ?a BIND(?x AS ?b) }") == "row by row");
  CHECK(joined("{ ?z :p ?a BIND(?z AS ?x) }") == "row by row");
}

TEST_CASE("a variable that a subquery hides is another one than the row's") {
  CHECK(joined("{ SELECT ?x { ?x :p ?a } }") != "row by row");
  CHECK(joined("{ SELECT ?a { ?x :p ?a } }") == "row by row");
}

TEST_CASE("no step of a path leads from a value to itself, be it in the graph or not") {
  CHECK(joined("{ ?x :p+ ?a }") != "row by row");
  CHECK(joined("{ ?x :p* ?a }") == "row by row");
  CHECK(joined("{ ?x :p?/:q* ?a }") == "row by row");
  CHECK(joined("{ ?x :p* :b }") != "row by row");
}

TEST_CASE("groups are those of the row when it gives their keys") {
  CHECK(joined("{ SELECT ?x (COUNT(*) AS ?n) { ?x :p ?a } GROUP BY ?x HAVING(COUNT(*) > 1) }") !=
        "row by row");
}

TEST_CASE("EXISTS within EXISTS stays there when its own part binds what it names of the row") {
  CHECK(joined("{ ?x :p ?a FILTER EXISTS { ?a :q ?x } }") != "row by row");
  CHECK(joined("{ ?z :p ?a FILTER EXISTS { ?a :q ?x } }") == "row by row");
}
