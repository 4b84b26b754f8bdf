#include "rdf/namespaces.h"
#include "relations/derived_graph.h"
#include "relations/small_world.h"
#include "relations/why.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <catch2/catch.hpp>

#include <map>
#include <set>

using namespace tela;
using namespace tela::relations;
using tests::small_world;
using tests::store_of;

namespace {

// Derived statements by subject and predicate; objects in the order of their text.
struct Collected final : rdf::QuadSink {
  std::map<std::pair<std::string, std::string>, std::set<std::string>> objects;
  std::set<std::string> graphs;
  DerivedCounts counts;

  void quad(const rdf::QuadView& quad) override {
    objects[{std::string(quad.subject.value), std::string(quad.predicate.value)}].insert(
        std::string(quad.object.value));
    graphs.insert(std::string(quad.graph->value));
  }

  using Objects = std::set<std::string>;
  [[nodiscard]] Objects of(const std::string& subject, std::string_view predicate) const {
    const auto found = objects.find({subject, std::string(predicate)});
    return found == objects.end() ? Objects{} : found->second;
  }
};

Collected derived(const store::Store& store, network::Weight weight = network::Weight::count) {
  Collected result;
  result.counts = derive_graph(store, iris::Scheme(), weight, result);
  return result;
}

const std::string below = "https://w3id.org/tela/";
const std::string projects_of_both = below + "tie/shared-projects/state:HN/state:SV";

using Objects = Collected::Objects;

} // namespace

TEST_CASE("a derived tie has its parties, kind, weight, formula, period and sources") {
  const Collected found = derived(store_of(small_world));
  CHECK(found.graphs == Objects{below + "graph/derived"});
  CHECK(found.of(projects_of_both, rdf::rdf_type) ==
        Objects{std::string(vocabulary::classes::tie)});
  CHECK(found.of(projects_of_both, vocabulary::party) ==
        Objects{below + "state/HN", below + "state/SV"});
  CHECK(found.of(projects_of_both, vocabulary::tie_kind) ==
        Objects{std::string(vocabulary::shared_projects)});
  CHECK(found.of(projects_of_both, vocabulary::formula) ==
        Objects{std::string(vocabulary::count_formula)});
  CHECK(found.of(projects_of_both, vocabulary::weight) == Objects{"2.0E0"});
  CHECK(found.of(projects_of_both, vocabulary::shared_count) == Objects{"2"});
  CHECK(found.of(projects_of_both, vocabulary::schema::start_date) == Objects{"2015-01-01"});
  CHECK(found.of(projects_of_both, vocabulary::schema::end_date) == Objects{"2021-12-31"});
  CHECK(found.of(projects_of_both, vocabulary::prov::was_derived_from) ==
        Objects{below + "project/p1", below + "project/p2"});
  CHECK(found.of(below + "state/SV", vocabulary::tied_to).contains(below + "state/HN"));
}

TEST_CASE("the weight follows the formula asked for") {
  const Collected found = derived(store_of(small_world), network::Weight::newman);
  CHECK(found.of(projects_of_both, vocabulary::weight) == Objects{"1.5E0"}); // 1/1 + 1/2
  CHECK(found.of(projects_of_both, vocabulary::shared_count) == Objects{"2"});
  CHECK(found.of(projects_of_both, vocabulary::formula) ==
        Objects{std::string(vocabulary::newman_formula)});
}

TEST_CASE("derived ties have the reasons that why() gives") {
  const store::Store store = store_of(small_world);
  const Collected found = derived(store);
  std::map<std::string, Objects> reasons;
  for (const Reason& reason :
       why(store, {{.by = relations_of(Actors::states)}}, "HN", "GT").reasons)
    reasons[reason.kind].insert(reason.iri);
  CHECK(reasons.size() == 2); // projects and memberships
  for (const auto& [kind, sources] : reasons)
    CHECK(found.of(below + "tie/" + kind + "/state:GT/state:HN",
                   vocabulary::prov::was_derived_from) == sources);
}

TEST_CASE("ties of things without an IRI are counted, not named") {
  const Collected found = derived(store_of("d:project/p t:beneficiary _:somewhere\n"
                                           "d:project/p t:beneficiary d:state/HN\n"));
  CHECK(found.counts.ties == 0);
  CHECK(found.counts.unnamed == 1);
  CHECK(found.objects.empty());
}
