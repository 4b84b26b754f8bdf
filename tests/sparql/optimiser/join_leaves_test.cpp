#include "sparql/optimiser/group_builder.h"
#include "sparql/optimiser/join_leaves.h"
#include "support.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::tests;
using namespace tela::sparql;
using namespace tela::sparql::optimiser;

namespace {

/// The leaves of a group of patterns and filters.
struct Made {
  Counts counts;
  VariableTable variables;
  Leaves leaves;

  explicit Made(const std::string& group, const std::vector<std::string>& disabled = {}) {
    const auto query = parse_query("ASK " + group);
    GroupBuilder builder(variables, counts.statistics(), [&](const auto& tree, const auto& graph) {
      GroupBuilder branch(variables, counts.statistics(), {});
      branch.add(tree, graph);
      return Alternatives{make_leaves(branch.take(), counts.statistics(), {}).list[0].plans[0]};
    });
    builder.add(*query.pattern, {});
    leaves = make_leaves(builder.take(), counts.statistics(), Choices(disabled));
  }

  [[nodiscard]] Slot slot(const std::string& name) { return variables.slot({name}); }
  const Leaf& operator[](std::size_t i) const { return leaves.list[i]; }
};

const IndexScan& scan_of(const PlanRef& plan) {
  if (const auto* scan = std::get_if<IndexScan>(&plan->op)) return *scan;
  return scan_of(plan->inputs.front());
}

bool is_filter(const PlanRef& plan) {
  return std::holds_alternative<FilterPlan>(plan->op);
}

std::vector<const Leaf*> all_of(const Leaves& leaves) {
  std::vector<const Leaf*> list;
  for (const Leaf& leaf : leaves.list) list.push_back(&leaf);
  return list;
}

} // namespace

TEST_CASE("a pattern has a scan for each order that fits, with the rows that the data have") {
  Made made("{ ?p :for ?s . ?s :name ?n }");
  REQUIRE(made.leaves.list.size() == 2);
  CHECK(made[0].plans.size() == 2);
  CHECK(scan_of(made[0].plans[0]).order == rdf::Order::pso);
  CHECK(scan_of(made[0].plans[1]).order == rdf::Order::pos);
  CHECK(made[0].estimate.rows ==
        static_cast<double>(answers(projects(), "SELECT * { ?p :for ?s }").size()));
  CHECK(made[1].estimate.rows == 1);
  CHECK(made[0].slots == SlotSet{made.slot("p"), made.slot("s")});
}

TEST_CASE("a filter goes with the first pattern that binds all it names") {
  Made made("{ ?p :budget ?b . ?s :name ?n FILTER(STRLEN(?n) > 3 && ?b > STRLEN(?n)) "
            "FILTER(?p != ?b) }");
  REQUIRE(made.leaves.filters.size() >= 2);
  for (std::size_t i = 0; i < 2; ++i) {
    const std::uint64_t own = made[i].filters;
    for (std::size_t f = 0; f < made.leaves.filters.size(); ++f)
      CHECK((own >> f & 1U) == (made[i].slots.contains(made.leaves.filters[f]->slots) ? 1U : 0U));
  }
  CHECK(is_filter(made[0].plans[0]));
}

TEST_CASE("a comparison with a constant is a range of the index that is sorted by it, counted") {
  Made made("{ ?p :budget ?b FILTER(?b >= 30) }");
  REQUIRE(made[0].plans.size() == 2);
  CHECK(scan_of(made[0].plans[0]).ranges.empty()); // sorted by ?p
  CHECK_FALSE(scan_of(made[0].plans[1]).ranges.empty());
  CHECK(made[0].estimate.rows >= 10);
  CHECK(made[0].estimate.rows < 13);
  for (const PlanRef& plan : made[0].plans)
    CHECK(is_filter(plan)); // ranges let a little too much in
}

TEST_CASE("without filter-ranges, or push-filters, nothing is a range") {
  for (const std::string pass : {"filter-ranges", "push-filters"}) {
    Made made("{ ?p :budget ?b FILTER(?b >= 30) }", {pass});
    for (const PlanRef& plan : made[0].plans) CHECK(scan_of(plan).ranges.empty());
  }
  CHECK(Made("{ ?p :budget ?b FILTER(?b >= 30) }", {"push-filters"})[0].filters == 0);
}

TEST_CASE("conditions on one variable are cut with one another") {
  Made made("{ ?p :budget ?b FILTER(?b >= 30) FILTER(?b < 33) }");
  CHECK(made[0].estimate.rows >= 3);
  CHECK(made[0].estimate.rows < 10);
}

TEST_CASE("the raw scan of a pattern knows no filter: seeks go into it") {
  Made made("{ ?p :budget ?b FILTER(?b >= 30) }");
  CHECK(std::holds_alternative<IndexScan>(made[0].raw->op));
  CHECK(made[0].raw->estimate.rows == 40);
}

TEST_CASE("a path is searched from its constant end") {
  const auto backward = [](const std::string& group, const std::vector<std::string>& off = {}) {
    Made made(group, off);
    return std::get<PathSearch>(made[0].plans.front()->op).backward;
  };
  CHECK(backward("{ ?x :in+ :world }"));
  CHECK_FALSE(backward("{ :s1 :in+ ?x }"));
  CHECK_FALSE(backward("{ ?x :in+ ?y }"));
  CHECK_FALSE(backward("{ ?x :in+ :world }", {"path-direction"}));
}

TEST_CASE("an open path that may have no step counts every node") {
  const double some = Made("{ ?x :in+ ?y }")[0].estimate.rows;
  const double any = Made("{ ?x :in* ?y }")[0].estimate.rows;
  CHECK(any > some + 40);
  CHECK(Made("{ :s1 :in* ?y }")[0].estimate.rows < some);
}

TEST_CASE("ends of a path that a filter lists are rows to search from") {
  Made made("{ ?x :in+ ?y FILTER(?x IN (:s1, :s2)) }");
  REQUIRE(made.leaves.list.size() == 2);
  const PlanRef& values = made[1].plans.front();
  REQUIRE(is_filter(values)); // the filter is on the rows too
  CHECK(std::get<ValuesPlan>(values->inputs.front()->op).rows.size() == 2);
  CHECK(Made("{ ?x :in+ ?y FILTER(?x IN (:s1)) }", {"path-direction"}).leaves.list.size() == 1);
  CHECK(Made("{ ?x :in+ ?y FILTER(?x != :s1) }").leaves.list.size() == 1);
  CHECK(Made("{ ?x :in ?y FILTER(?x IN (:s1, :s2)) }").leaves.list.size() == 1); // no path
}

TEST_CASE("a path is offered from the rows of its bound end, whichever it is") {
  Made made("{ ?x :in+ ?y }");
  const auto from = [&](const std::string& end, const Choices& choices = {}) {
    const PlanRef left = rows_of({made.slot(end)}, 2);
    std::string found;
    offer_seeks(made[0], join_task(JoinKind::inner, *left, *made[0].plans[0], {}), left, choices,
                [&](const PlanRef& plan) {
                  found += std::get<PathSearch>(plan->op).backward ? "backward" : "forward";
                });
    return found;
  };
  CHECK(from("x") == "forward");
  CHECK(from("y") == "backward");
  CHECK(from("x", Choices({"path-direction"})).empty());
}

TEST_CASE("a cycle is matched variable by variable, every scan in their order") {
  Made made("{ ?a :borders ?b . ?b :borders ?c . ?c :borders ?a }");
  const PlanRef node = multiway_node(all_of(made.leaves), {});
  REQUIRE(node);
  const auto order = std::get<MultiwayJoin>(node->op).order;
  CHECK(SlotSet(order) == SlotSet{made.slot("a"), made.slot("b"), made.slot("c")});
  CHECK(node->sorted_by == order);
  for (const PlanRef& input : node->inputs) {
    Slots expected;
    for (const Slot slot : order)
      if (input->certain.contains(slot)) expected.push_back(slot);
    CHECK(input->sorted_by == expected);
  }
}

TEST_CASE("a pattern with a variable that stands twice takes no part in a multiway join") {
  Made made("{ ?a ?b ?a . ?b :borders ?c . ?c :borders ?a }");
  CHECK_FALSE(multiway_node(all_of(made.leaves), {}));
}
