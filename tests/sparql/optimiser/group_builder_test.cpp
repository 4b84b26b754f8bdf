#include "sparql/optimiser/group_builder.h"
#include "support.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::tests;
using namespace tela::sparql;
using namespace tela::sparql::optimiser;

namespace {

/// A group as text: a line for each pattern, path, part and filter.
class Flattened {
 public:
  std::string operator()(const std::string& group, const GraphScope& scope = {}) {
    const auto query = parse_query("ASK " + group);
    GroupBuilder builder(variables_, counts_.statistics(),
                         [this](const algebra::Operator& part, const GraphScope&) {
                           planned_ += in_brief("part " + to_string(part)) + "\n";
                           return Alternatives{unit_node()};
                         });
    builder.add(*query.pattern, scope);
    if (builder.impossible()) return "\nimpossible\n";
    const JoinGroup made = builder.take();
    std::string text = "\n";
    for (const TripleLeaf& leaf : made.triples)
      text += end(leaf.terms[0]) + " " + end(leaf.terms[1]) + " " + end(leaf.terms[2]) + "\n";
    for (const PathLeaf& leaf : made.paths)
      text += "path " + end(leaf.from) + " to " + end(leaf.to) + "\n";
    for (const Alternatives& part : made.parts) text += one_of(*part.front());
    for (const Condition& filter : made.filters)
      text += in_brief("filter " + to_string(filter->expression)) + "\n";
    return text + planned_;
  }

 private:
  std::string end(const PathEnd& end) const {
    if (const auto* id = std::get_if<rdf::Id>(&end)) return counts_.text(*id);
    const algebra::Variable& variable = variables_[std::get<Slot>(end)];
    return "?" + variable.name;
  }
  static std::string one_of(const PlanNode& part) {
    if (std::holds_alternative<UnionPlan>(part.op))
      return "union of " + std::to_string(part.inputs.size()) + "\n";
    if (std::holds_alternative<NamedGraphs>(part.op)) return "named graphs\n";
    return "";
  }

  Counts counts_;
  VariableTable variables_;
  std::string planned_;
};

std::string flat(const std::string& group, const GraphScope& scope = {}) {
  return Flattened()(group, scope);
}

std::optional<GraphScope> scope_of(const std::string& graph) {
  static const MemoryDataset data = MemoryDataset::from(":g { :a :p :b }");
  Counts counts(data);
  VariableTable variables;
  const auto query = parse_query("ASK { " + graph + " }");
  return graph_scope(std::get<algebra::Graph>(query.pattern->node), variables, counts.statistics());
}

} // namespace

TEST_CASE("joined patterns are one group, however they are nested") {
  CHECK(flat("{ ?p a :Project { ?p :for ?s . { ?s :in ?r } } }") == R"(
?p a <Project>
?p <for> ?s
?s <in> ?r
)");
}

TEST_CASE("a filter within rises to the group when its part binds all that it names") {
  CHECK(flat("{ ?p :for ?s { ?p :budget ?b FILTER(?b > 3) } }") == R"(
?p <for> ?s
?p <budget> ?b
filter (> ?b 3)
)");
}

TEST_CASE("a filter that names what only the outside binds is planned with its part") {
  CHECK(flat("{ ?p :for ?s { ?p :budget ?b FILTER(!BOUND(?s)) } }") == R"(
?p <for> ?s
part (filter (! (bound ?s))
  (bgp
    (triple ?p <budget> ?b)))
)");
}

TEST_CASE("filters with chance or a pattern in them stay where they were written") {
  for (const std::string condition : {"RAND() > 0.5", "EXISTS { ?p :for :s1 }"}) {
    INFO(condition);
    const std::string text = flat("{ ?p :for ?s { ?p :budget ?b FILTER(" + condition + ") } }");
    CHECK_THAT(text, Catch::Matchers::Contains("part (filter"));
  }
}

TEST_CASE("other operators are planned by themselves") {
  CHECK(flat("{ ?p :for ?s { ?p :budget 1 } UNION { ?p :budget 2 } }") == R"(
?p <for> ?s
part (union
  (bgp
    (triple ?p <budget> 1))
  (bgp
    (triple ?p <budget> 2)))
)");
}

TEST_CASE("SERVICE at an endpoint that a variable names is planned with what binds it") {
  CHECK(flat("{ ?p :for ?s SERVICE ?s { ?s :p ?o } }") == R"(
part (join
  (bgp
    (triple ?p <for> ?s))
  (service ?s
    (bgp
      (triple ?s <p> ?o))))
)");
  // Nor is one asked for all it has where the other side says what is wanted.
  CHECK(flat("{ ?p :for ?s SERVICE :s { ?s :p ?o } }") == R"(
part (join
  (bgp
    (triple ?p <for> ?s))
  (service <s>
    (bgp
      (triple ?s <p> ?o))))
)");
  CHECK(flat("{ ?p :for ?s SERVICE :s { ?x :p ?o } }") == R"(
?p <for> ?s
part (service <s>
  (bgp
    (triple ?x <p> ?o)))
)");
}

TEST_CASE("a term that the data do not hold makes the group impossible") {
  CHECK(flat("{ ?p :for ?s . ?s :unheard_of ?x }") == "\nimpossible\n");
  CHECK(flat("{ ?p :for :nowhere }") == "\nimpossible\n");
  CHECK(flat("{ ?p :for ?s { ?s :unheard_of ?x } UNION { ?s :in ?x } }") != "\nimpossible\n");
}

TEST_CASE("sequences and inverses become patterns over variables of their own") {
  CHECK(flat("{ ?p :for/:in ?r }") == R"(
?p <for> ?.path1
?.path1 <in> ?r
)");
  CHECK(flat("{ ?r ^(:for/:in) ?p }") == flat("{ ?p :for/:in ?r }"));
  CHECK(flat("{ ?s ^:for ?p }") == R"(
?p <for> ?s
)");
}

TEST_CASE("of a path only the closures are searched") {
  CHECK(flat("{ ?p :for/:in+ ?r }") == R"(
?p <for> ?.path1
path ?.path1 to ?r
)");
  CHECK(flat("{ ?x ^(:in*) ?y }") == R"(
path ?y to ?x
)");
  CHECK(flat("{ :s1 :in? :world }") == R"(
path <s1> to <world>
)");
}

TEST_CASE("alternatives are a union, of those that the data can have") {
  CHECK(flat("{ ?p :for|:budget ?x }") == R"(
union of 2
)");
  CHECK(flat("{ ?p :for|:unheard_of ?x }") == "\n"); // a single plan is left, and no union
  CHECK(flat("{ ?p :unheard_of|:nor_of ?x }") == "\nimpossible\n");
}

TEST_CASE("a negated path is any predicate but those, along the arrow, against it or both") {
  CHECK(flat("{ ?x !(:in|:for) ?y }") == R"(
?x ?.plan2 ?y
filter (not in ?.plan2 <in> <for>)
)");
  CHECK(flat("{ ?x !(^:in) ?y }") == R"(
?y ?.plan2 ?x
filter (not in ?.plan2 <in>)
)");
  CHECK(flat("{ ?x !(:in|^:for) ?y }") == R"(
union of 2
)");
}

TEST_CASE("in GRAPH ?g an empty group has a row for each named graph") {
  CHECK(flat("{}", {GraphScope::Kind::each_named, {}, 0}) == R"(
named graphs
)");
  CHECK(flat("{}") == "\n");
}

TEST_CASE("patterns within GRAPH ?g join on the graph where that changes nothing") {
  for (const std::string group :
       {"{ ?s :p ?o }", "{ ?s :p ?o OPTIONAL { ?s :q ?x } }", "{ ?s :p ?o FILTER(?o > 1) }",
        "{ { ?s :p ?o } UNION { ?s :q ?o } }", "{ ?s :p ?o BIND(?o + 1 AS ?x) }"}) {
    INFO(group);
    const auto scope = scope_of("GRAPH ?g " + group);
    REQUIRE(scope);
    CHECK(scope->kind == GraphScope::Kind::each_named);
  }
}

TEST_CASE("the graphs are gone through one by one where joining on the graph is not the same") {
  for (const std::string group :
       {"{ ?s :p+ ?o }", "{ ?s :p ?g }", "{ ?s :p ?o MINUS { ?s :q ?x } }",
        "{ ?s :p ?o FILTER EXISTS { ?s :q ?x } }", "{ SELECT DISTINCT ?s { ?s :p ?o } }",
        "{ ?s :p ?o BIND(EXISTS { ?s :q ?x } AS ?y) }", "{ ?s :p ?o VALUES ?o { 1 } }"}) {
    INFO(group);
    CHECK_FALSE(scope_of("GRAPH ?g " + group));
  }
}

TEST_CASE("GRAPH with a name is that graph, whatever is in it") {
  const auto scope = scope_of("GRAPH :g { ?s :p+ ?o MINUS { ?s :q ?x } }");
  REQUIRE(scope);
  CHECK(scope->kind == GraphScope::Kind::named);
}

TEST_CASE("a condition is of the variables that its part can bind") {
  VariableTable variables;
  CHECK(slots_of(condition("?x > ?y && EXISTS { ?z :p ?x }"), variables) ==
        SlotSet{variables.slot({"x"}), variables.slot({"y"}), variables.slot({"z"})});
  Counts counts;
  GroupBuilder builder(variables, counts.statistics(), {});
  const auto query = parse_query("ASK { ?x :in ?r }");
  builder.add_filter(condition("?x = ?y"), *query.pattern);
  CHECK(builder.take().filters.front()->slots == SlotSet{variables.slot({"x"})});
}
