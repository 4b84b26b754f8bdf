#include "base/error.h"
#include "relations/small_world.h"
#include "relations/tie_filter.h"

#include <catch2/catch.hpp>

using namespace tela::relations;
using tela::network::Node;
using tela::rdf::Id;
using tela::rdf::Order;
using tela::store::Store;
using tela::tests::small_world;
using tela::tests::store_of;

namespace {

Id thing(const Store& store, const std::string& word) {
  return id_of(store, "https://w3id.org/tela/" + word);
}

std::string year(const std::string& meeting, int year) {
  return "d:meeting/" + meeting + " a t:Meeting\nd:meeting/" + meeting + " t:startYear \"" +
         std::to_string(year) + "\"^^<http://www.w3.org/2001/XMLSchema#integer>\n";
}

const Relation beneficiaries = relation(Actors::states, "beneficiaries", Role::any);

} // namespace

TEST_CASE("the ids behind a predicate are found once each, over blocks of the store") {
  std::string lines;
  for (int i = 0; i < 3000; ++i)
    lines += "d:p" + std::to_string(i) + " t:beneficiary d:s" + std::to_string(i % 2) + "\n";
  const Store store = store_of(lines);
  const Id predicate = id_of(store, "https://w3id.org/tela/ontology#beneficiary");
  CHECK(distinct_ids(store, Order::pos, predicate) ==
        std::vector{thing(store, "s0"), thing(store, "s1")});
  CHECK(distinct_ids(store, Order::pso, predicate).size() == 3000);
}

TEST_CASE("ties over several predicates count among the actors that have one") {
  const Store store = store_of(small_world);
  const RawTies ties = read_ties(store, beneficiaries, {});
  CHECK(ties.actors == std::vector{thing(store, "state/GT"), thing(store, "state/HN"),
                                   thing(store, "state/SV"), thing(store, "state/TD")});
  CHECK(ties.columns == std::vector<Node>{1, 2, 0, 1, 2, 3});
  CHECK(ties.offsets == std::vector<std::uint64_t>{0, 2, 5, 6});
}

TEST_CASE("actors whose events are not wanted are no actors") {
  const Store store = store_of(small_world);
  const RawTies ties =
      read_ties(store, beneficiaries, {std::nullopt, std::vector{thing(store, "project/p3")}});
  CHECK(ties.actors == std::vector{thing(store, "state/TD")});
  CHECK(ties.columns == std::vector<Node>{0});
}

TEST_CASE("a relation's ties are numbered among the actors of all relations") {
  const Store store = store_of(small_world);
  const std::vector all{
      read_ties(store, beneficiaries, {}),
      read_ties(store, relation(Actors::states, "memberships", Role::observer), {})};
  const std::vector<Id> actors = all_actors(all);
  CHECK(actors.size() == 4);
  const TwoMode observers = two_mode(all.back(), actors);
  CHECK(observers.graph.actor_count() == 4);
  CHECK(observers.graph.by_event().columns == std::vector<Node>{3});
  CHECK(observers.graph.by_actor().degree(3) == 1);
}

TEST_CASE("a project that another source names differently is one event") {
  const std::string same_as = " <http://www.w3.org/2002/07/owl#sameAs> ";
  const std::string elsewhere = std::string(small_world) +
                                "d:project/x9 t:beneficiary d:state/HN\n" +
                                "d:project/x9 t:beneficiary d:state/TD\n";
  CHECK(read_ties(store_of(elsewhere), beneficiaries, {}).events.size() == 4);
  const Store store = store_of(elsewhere + "d:project/p1" + same_as + "d:project/x9\n" + //
                               "d:state/HN" + same_as + "<http://www.wikidata.org/entity/Q783>\n");
  const RawTies ties = read_ties(store, beneficiaries, {});
  CHECK(ties.events == std::vector{thing(store, "project/p1"), thing(store, "project/p2"),
                                   thing(store, "project/p3")});
  CHECK(ties.offsets == std::vector<std::uint64_t>{0, 3, 6, 7});
  CHECK(ties.columns == std::vector<Node>{1, 2, 3, 0, 1, 2, 3});
}

TEST_CASE("what stands in no graph that counts makes no tie") {
  tela::store::Builder builder;
  const auto member = [](std::string_view state, std::string_view graph) {
    return "<https://w3id.org/tela/process/rcm> <https://w3id.org/tela/ontology#memberState> "
           "<https://w3id.org/tela/state/" +
           std::string(state) + "> <http://a/" + std::string(graph) + "> .\n";
  };
  const std::string quads =
      member("HN", "page") + member("HN", "memory") + member("CL", "memory") +
      "<http://a/memory> <https://w3id.org/tela/ontology#basis> "
      "<https://w3id.org/tela/ontology#generalKnowledge> <http://a/provenance> .\n";
  tela::rdf::read_nquads(quads, "test.nq", tela::rdf::NQuadsSyntax::nquads, builder);
  const Store store = Store::from_memory(builder.finish_in_memory());
  const Relation members = relation(Actors::states, "memberships", Role::member);
  const auto actors = [&](const Conditions& conditions) {
    return read_ties(store, members, tie_filter(store, Actors::states, conditions)).actors;
  };
  CHECK(actors({}) == std::vector{thing(store, "state/HN")});
  CHECK(actors({.include = {"general-knowledge"}}).size() == 2);
  CHECK_THROWS_AS(actors({.include = {"hearsay"}}), tela::base::Error);
}

TEST_CASE("processes are tied by those who came to both, in the time asked for") {
  const std::string lines = "d:process/rcm a t:Process\n"
                            "d:process/sacm a t:Process\n"
                            "d:meeting/r1 t:meetingOf d:process/rcm\n"
                            "d:meeting/r2 t:meetingOf d:process/rcm\n"
                            "d:meeting/s1 t:meetingOf d:process/sacm\n"
                            "d:meeting/r1 t:participant d:state/CL\n"
                            "d:meeting/r2 t:participant d:state/HN\n"
                            "d:meeting/s1 t:participant d:state/CL\n" +
                            year("r1", 2008) + year("r2", 2012) + year("s1", 2012);
  const Store store = store_of(lines);
  const Relation participants = relation(Actors::processes, "participants", Role::any);
  const auto shared = [&](std::optional<tela::network::Period> period) {
    TieFilter filter;
    filter.period = period;
    const RawTies ties = read_ties(store, participants, filter);
    const auto actors = ties.actors;
    return actors.size() < 2 ? 0 : shared_events(two_mode(ties, actors).graph, 0, 1).size();
  };
  CHECK(shared(std::nullopt) == 1);
  CHECK(shared(tela::network::years(2008, 2012)) == 1);
  CHECK(shared(tela::network::years(2012, 2012)) == 0);
}
