#include "support.h"

#include <catch2/catch.hpp>

#include <functional>

using namespace tela;
using namespace tela::tests;
using namespace tela::sparql::optimiser;

namespace {

/// What would be counted in a map of a thousand cities with twenty roads each. Two roads in a row
/// are so many more than triangles that a triangle is best matched at once.
class RoadMap final : public Statistics {
 public:
  rdf::Id id_of(const rdf::TermView& term) override {
    return rdf::Id::make(rdf::IdTag::iri, term.value.size());
  }
  std::uint64_t count(rdf::Order, std::span<const rdf::Id> prefix,
                      const GraphScope&) const override {
    return prefix.size() < 2 ? 20'000 : 20;
  }
  std::uint64_t rows_before(rdf::Order, std::span<const rdf::Id>) const override { return 0; }
  std::uint64_t distinct(rdf::Order, std::span<const rdf::Id> prefix) const override {
    return prefix.size() < 2 ? 1000 : 20;
  }
  std::uint64_t named_graph_count() const override { return 2; }
  bool is_named_graph(rdf::Id) const override { return true; }
  std::optional<rdf::Term> value(const sparql::algebra::Expression&) override { return {}; }
};

/// The variables of the multiway join of a plan; empty when it has none.
std::string matched_at_once(const std::string& pattern,
                            const std::vector<std::string>& disabled = {}) {
  const auto query = parse_query("SELECT * { " + pattern + " }");
  RoadMap map;
  const Plan made = make_plan(query, map, Choices(disabled));
  std::string found;
  const std::function<void(const PlanNode&)> look = [&](const PlanNode& node) {
    if (const auto* join = std::get_if<MultiwayJoin>(&node.op)) {
      for (const Slot slot : join->order) found += made.variables[slot].name;
      std::ranges::sort(found);
    }
    for (const PlanRef& input : node.inputs) look(*input);
  };
  look(*made.root);
  return found;
}

} // namespace

TEST_CASE("a triangle is matched variable by variable") {
  CHECK(matched_at_once("?a :road ?b . ?b :road ?c . ?c :road ?a") == "abc");
  CHECK(matched_at_once("?a :road ?b . ?b :road ?c . ?c :road ?a", {"multiway-joins"}).empty());
}

TEST_CASE("what hangs on a cycle is joined after it") {
  CHECK(matched_at_once("?a :road ?b . ?b :road ?c . ?c :road ?a . ?a :road ?d") == "abc");
}

TEST_CASE("chains, stars and a cycle through a path are joined pair by pair") {
  CHECK(matched_at_once("?a :road ?b . ?b :road ?c . ?c :road ?d").empty());
  CHECK(matched_at_once("?a :road ?b, ?c, ?d").empty());
  CHECK(matched_at_once("?a :road ?b . ?b :road ?c . ?c :road+ ?a").empty());
  CHECK(matched_at_once("?a :road ?b . ?b :road ?a").empty()); // one ear of the other
}

TEST_CASE(
    "a triangle over named graphs, or with a variable that stands twice, is joined in pairs") {
  const std::string triangle = "?a :road ?b . ?b :road ?c . ?c :road ?a";
  CHECK(matched_at_once("GRAPH ?g { " + triangle + " }").empty());
  CHECK(matched_at_once("GRAPH :g { " + triangle + " }") == "abc");
  CHECK(matched_at_once("?a ?a ?b . ?b :road ?c . ?c :road ?a").empty());
}

TEST_CASE("triangles of data are found once for each corner they begin at") {
  const auto data = MemoryDataset::from(
      ":a :road :b . :b :road :c . :c :road :a, :d . :d :road :a . :d :road :d .");
  const std::string query = "SELECT * { ?a :road ?b . ?b :road ?c . ?c :road ?a }";
  CHECK(answer_set(data, query).size() == 4); // three of a b c, and d alone
  CHECK(same_answers(query, "multiway-joins", data));
}
