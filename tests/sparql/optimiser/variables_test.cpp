#include "sparql/optimiser/variables.h"
#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;
using namespace tela::sparql;
using namespace tela::sparql::optimiser;

namespace {

std::string names(const VariableSet& variables) {
  std::string text;
  for (const algebra::Variable& variable : variables)
    if (!variable.is_generated()) text += variable.name;
  return text;
}

struct Names {
  std::string possible, certain, mentioned;
  bool operator==(const Names&) const = default;
};

Names names_of(const std::string& group) {
  const auto query = parse_query("ASK " + group);
  return {names(possible_variables(*query.pattern)), names(certain_variables(*query.pattern)),
          names(mentioned_variables(*query.pattern))};
}

} // namespace

TEST_CASE("which variables a pattern may bind, must bind, and names at all") {
  CHECK(names_of("{ ?a :p ?b }") == Names{"ab", "ab", "ab"});
  CHECK(names_of("{ ?a :p ?b OPTIONAL { ?a :q ?c } }") == Names{"abc", "ab", "abc"});
  CHECK(names_of("{ { ?a :p ?b } UNION { ?a :q ?c } }") == Names{"abc", "a", "abc"});
  CHECK(names_of("{ ?a :p ?b MINUS { ?a :q ?c } }") == Names{"ab", "ab", "abc"});
  CHECK(names_of("{ ?a :p ?b FILTER(?c > 1) }") == Names{"ab", "ab", "abc"});
  CHECK(names_of("{ ?a :p ?b FILTER EXISTS { ?b :q ?d } }") == Names{"ab", "ab", "abd"});
  CHECK(names_of("{ VALUES (?a ?b) { (1 UNDEF) (2 3) } }") == Names{"ab", "a", "ab"});
  CHECK(names_of("{ { SELECT ?a { ?a :p ?b } } }") == Names{"a", "a", "ab"});
  CHECK(names_of("{ ?a :p ?b BIND(1 / ?b AS ?c) }").possible == "abc");
}

TEST_CASE("which conditions need all of their variables") {
  const auto needs = [](const std::string& condition) {
    const auto query = parse_query("ASK { ?x :p ?y FILTER(" + condition + ") }");
    return needs_all_bound(std::get<algebra::Filter>(query.pattern->node).conditions.front());
  };
  CHECK(needs("?x = ?y"));
  CHECK(needs("STRLEN(?x) > 1"));
  for (const std::string condition :
       {"BOUND(?x)", "COALESCE(?x, 1) = 1", "IF(?x, ?y, 1) = 1", "?x = 1 || ?y = 1",
        "?x = 1 && ?y = 1", "?x IN (1, ?y)", "EXISTS { ?x :p ?z }"}) {
    INFO(condition);
    CHECK_FALSE(needs(condition));
  }
}
