#include "base/error.h"
#include "relations/affiliations.h"
#include "relations/measure_columns.h"
#include "relations/node_description.h"
#include "relations/one_mode.h"
#include "relations/periods.h"
#include "relations/similar_actors.h"
#include "relations/small_world.h"
#include "relations/triple_network.h"
#include "relations/why.h"
#include "relations/words.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace tela::relations;
using tela::network::Node;
using tela::store::Store;
using tela::tests::small_world;
using tela::tests::store_of;
namespace network = tela::network;

namespace {

struct Tie {
  std::string a, b, kind;
  double weight;
  bool operator==(const Tie&) const = default;
};

std::vector<Tie> ties(const Network& network) {
  std::vector<Tie> result;
  for (std::size_t e = 0; e < network.edges.size(); ++e)
    result.push_back({network.head.nodes[network.edges[e].source].id,
                      network.head.nodes[network.edges[e].target].id,
                      std::string(network.edges.kind(e)), network.edges[e].weight});
  return result;
}

bool has(const Network& network, const Tie& tie) {
  const auto all = ties(network);
  return std::any_of(all.begin(), all.end(), [&](const Tie& other) {
    return other == tie || other == Tie{tie.b, tie.a, tie.kind, tie.weight};
  });
}

} // namespace

TEST_CASE("states that share projects and processes are tied, each kind for itself") {
  const Store store = store_of(small_world);
  const Network found =
      one_mode(store, {{.by = {"beneficiaries", "memberships"}, .where = {.role = Role::member}}});
  CHECK(found.edges.size() == 4);
  CHECK(has(found, {"state:HN", "state:SV", "shared-projects", 2}));
  CHECK(has(found, {"state:HN", "state:GT", "shared-projects", 1}));
  CHECK(has(found, {"state:HN", "state:GT", "shared-memberships", 1}));
  CHECK(found.head.nodes.size() == 3); // Chad shares nothing
  CHECK(found.notes.size() == 1);
}

TEST_CASE("an article that mentions a state and a process ties no state to a process") {
  const Store store = store_of("d:state/HN a t:Country\nd:state/SV a t:Country\n"
                               "d:process/rcm a t:Process\n"
                               "d:article/one <https://schema.org/mentions> d:state/HN\n"
                               "d:article/one <https://schema.org/mentions> d:state/SV\n"
                               "d:article/one <https://schema.org/mentions> d:process/rcm\n");
  CHECK(ties(one_mode(store, {{.by = {"articles"}}})) ==
        std::vector<Tie>{{"state:HN", "state:SV", "shared-articles", 1}});
  CHECK(one_mode(store, {{.actors = Actors::processes, .by = {"articles"}}}).edges.size() == 0);
}

TEST_CASE("a project that mentions two states is no article that they share") {
  const Store store = store_of("d:state/HN a t:Country\nd:state/SV a t:Country\n"
                               "d:article/one <https://schema.org/mentions> d:state/HN\n"
                               "d:article/one <https://schema.org/mentions> d:state/SV\n"
                               "d:project/p1 a t:Project\n"
                               "d:project/p1 <https://schema.org/mentions> d:state/HN\n"
                               "d:project/p1 <https://schema.org/mentions> d:state/SV\n");
  CHECK(ties(one_mode(store, {{.by = {"articles"}}})) ==
        std::vector<Tie>{{"state:HN", "state:SV", "shared-articles", 1}});
  const Why found = why(store, {{.by = {"articles"}}}, "HN", "SV");
  REQUIRE(found.reasons.size() == 1);
  CHECK(found.reasons.front().iri == "https://w3id.org/tela/article/one");
}

TEST_CASE("nothing ties a thing to itself") {
  const Store store = store_of(small_world);
  CHECK_THROWS_WITH(why(store, {{.by = {"beneficiaries"}}}, "HN", "Honduras"),
                    Catch::Contains("are both Honduras"));
}

TEST_CASE("an ego network keeps those without any tie when they are asked for") {
  const Store store = store_of(small_world);
  OneModeOptions options{{.by = {"beneficiaries"}}, {}, {}, {.ego = "HN"}};
  CHECK(one_mode(store, options).head.nodes.size() == 3);
  options.isolates = true; // Chad benefits from a project of its own
  CHECK(one_mode(store, options).head.nodes.size() == 4);
}

TEST_CASE("kinds can be summed, roles chosen, hermits kept") {
  const Store store = store_of(small_world);
  const Network summed = one_mode(store, {{.by = {"beneficiaries", "memberships"}},
                                          {},
                                          {},
                                          {.kinds = Kinds::summed, .isolates = true}});
  CHECK(has(summed, {"state:HN", "state:GT", "tied", 2}));
  CHECK(has(summed, {"state:HN", "state:TD", "tied", 1})); // the observer counts
  CHECK(summed.head.nodes.size() == 4);
}

TEST_CASE("nodes have labels, codes and regions") {
  const Store store = store_of(small_world);
  const Network found = one_mode(store, {{.by = {"beneficiaries"}}, {}, {}, {.language = "fr"}});
  const auto& nodes = found.head.nodes;
  for (Node n = 0; n < nodes.size(); ++n)
    if (nodes[n].id == "state:HN") {
      CHECK(nodes[n].label == "Honduras (fr)");
      CHECK(nodes[n].iri == "https://w3id.org/tela/state/HN");
      CHECK(std::get<std::string_view>((*nodes.column("region"))[n]) == "Central America");
      CHECK(std::get<std::string_view>((*nodes.column("code"))[n]) == "HN");
    } else if (nodes[n].id == "state:GT") {
      CHECK(nodes[n].label == "state:GT"); // it has no other name
    }
}

TEST_CASE("conditions narrow the network") {
  const Store store = store_of(small_world);
  OneModeOptions options{{.by = {"beneficiaries"}}, {}, {}, {.isolates = true}};
  read_condition("year=2015", options.where);
  CHECK(has(one_mode(store, options), {"state:HN", "state:SV", "shared-projects", 1}));
  options.where = {};
  read_condition("region=013", options.where);
  CHECK(one_mode(store, options).head.nodes.size() == 3);
  CHECK_THROWS_AS(read_condition("colour=red", options.where), tela::base::Error);
  options.where.region = "999";
  CHECK_THROWS_AS(one_mode(store, options), tela::base::Error);
}

TEST_CASE("a backbone says how much it keeps") {
  const Store store = store_of(small_world);
  OneModeOptions options{{.by = {"beneficiaries"}}, {}, {.backbone = Backbone::sdsm}};
  const Network strict = one_mode(store, options);
  CHECK(strict.edges.size() == 0); // three projects surprise nobody
  CHECK(strict.notes.front().find("keeps 0 of 3 edges") != std::string::npos);
  options.alpha = 1;
  options.correction = network::Correction::none;
  const Network lax = one_mode(store, options);
  CHECK(lax.edges.columns()[1].attribute().name == "p_value");
}

TEST_CASE("only the strongest, only what is near") {
  const Store store = store_of(small_world);
  CHECK(ties(one_mode(store, {{.by = {"beneficiaries"}}, {}, {.top = 1}})) ==
        std::vector<Tie>{{"state:HN", "state:SV", "shared-projects", 2}});
  const Network near =
      one_mode(store, {{.by = {"memberships"}}, {}, {}, {.ego = "TD", .radius = 1}});
  CHECK(near.head.nodes.size() == 3);
  CHECK_THROWS_AS(one_mode(store, {{.by = {"memberships"}}, {}, {}, {.ego = "XX"}}),
                  tela::base::Error);
}

TEST_CASE("edges above a similarity can come while they are written") {
  const Store store = store_of(small_world);
  OneModeOptions options{{.actors = Actors::projects, .by = {"beneficiaries"}},
                         {.weight = network::Weight::jaccard, .min_weight = 0.5}};
  REQUIRE(asks_for_similar_actors(options));
  const StreamedNetwork found = similar_actors(store, options);
  CHECK(found.edge_count == 1);
  CHECK(found.head.nodes.size() == 2);
  CHECK(found.notes == one_mode(store, options).notes);
  const auto* edge = found.edges->next();
  REQUIRE(edge != nullptr);
  CHECK(found.head.nodes[edge->source].id == "project:p1");
  CHECK(edge->weight == 2.0 / 3);
  CHECK(edge->kind == "shared-beneficiaries");
  CHECK(std::get<std::int64_t>(edge->values[0]) == 2);
  CHECK(found.edges->next() == nullptr);
  options.min_weight = 0.7;
  CHECK(similar_actors(store, options).edge_count == 0);
  options.evidence = true;
  CHECK_FALSE(asks_for_similar_actors(options));
}

TEST_CASE("slices see only what held in them") {
  const Store store = store_of(small_world);
  const Network found =
      one_mode(store, {{.by = {"beneficiaries"}},
                       {.slicing = Slicing{2015, 2020, 1, network::Accumulation::windowed}}});
  std::size_t in_2020 = 0;
  for (std::size_t e = 0; e < found.edges.size(); ++e)
    in_2020 += found.edges[e].period == network::years(2020, 2020);
  CHECK(in_2020 == 3); // p2 has three states
  CHECK(found.edges.size() == 2 + 3);
}

TEST_CASE("edges say when they hold and what makes them") {
  const Store store = store_of(small_world);
  const Network found =
      one_mode(store, {{.by = {"beneficiaries"}}, {.dates = true}, {}, {.evidence = true}});
  for (std::size_t e = 0; e < found.edges.size(); ++e) {
    if (found.edges[e].weight != 2) continue;
    CHECK(found.edges[e].period == network::years(2015, 2021));
    const auto evidence = found.edges.columns().back()[e];
    CHECK(std::get<std::string_view>(evidence) == "project:p1|project:p2");
  }
}

TEST_CASE("projects and organisations have networks too, and any predicate makes one") {
  const Store store = store_of(small_world);
  CHECK(has(one_mode(store, {{.actors = Actors::projects, .by = {"beneficiaries"}}}),
            {"project:p1", "project:p2", "shared-beneficiaries", 2}));
  CHECK(
      has(one_mode(store, {{.by = {"partners"}}}), {"state:HN", "state:SV", "shared-partners", 1}));
  CHECK(has(one_mode(store, {{.by = {"<https://w3id.org/tela/ontology#observerState>",
                                     "^<https://w3id.org/tela/ontology#partner>"}}}),
            {"project:p1", "project:p2", "shared-partner", 1}));
  CHECK_THROWS_AS(one_mode(store, {{.by = {"luck"}}}), tela::base::Error);
}

TEST_CASE("the two-mode network is there as it is") {
  const Store store = store_of(small_world);
  const Network found = affiliations(store, {.by = {"beneficiaries"}});
  CHECK(found.head.nodes.size() == 4 + 3);
  CHECK(found.edges.size() == 6);
}

TEST_CASE("measures become attributes") {
  const Store store = store_of(small_world);
  Network found = one_mode(store, {{.by = {"beneficiaries"}}});
  add_measures(found, std::vector<std::string>{"all"}, 7);
  CHECK(found.head.nodes.column("betweenness") != nullptr);
  CHECK(found.head.nodes.column("community") != nullptr);
  const auto& figures = found.head.figures;
  CHECK(std::any_of(figures.begin(), figures.end(), [](const auto& figure) {
    return figure.attribute.name == "community_seed" &&
           figure.value == network::Value(std::int64_t{7});
  }));
  CHECK_THROWS_AS(add_measures(found, std::vector<std::string>{"beauty"}, 1), tela::base::Error);
}

TEST_CASE("two-mode clustering belongs to the actors of affiliations") {
  const Store store = store_of(small_world);
  const std::vector<std::string> asked{"two-mode-clustering"};
  Network found = affiliations(store, {.by = {"beneficiaries"}});
  add_measures(found, asked, 1);
  const network::Column* values = found.head.nodes.column("two_mode_clustering");
  REQUIRE(values != nullptr);
  for (Node n = 0; n < found.head.nodes.size(); ++n) {
    const std::string& id = found.head.nodes[n].id;
    if (id == "state:HN") // with El Salvador 2 of 2, with Guatemala 1 of 2
      CHECK(std::get<double>((*values)[n]) == 0.75);
    if (id == "state:TD") CHECK(std::get<double>((*values)[n]) == 0);
    if (id == "project:p1") CHECK_FALSE(network::has_value((*values)[n]));
  }
  Network flat = one_mode(store, {{.by = {"beneficiaries"}}});
  CHECK_THROWS_AS(add_measures(flat, asked, 1), tela::base::Error);
}

TEST_CASE("why two states are tied: as many reasons as the weight counts") {
  const Store store = store_of(small_world);
  const Why found = why(store, {{.by = {"beneficiaries"}}}, "HN", "state:SV");
  CHECK(found.first_label == "Honduras");
  REQUIRE(found.reasons.size() == 2);
  CHECK(found.reasons[0].label == "First project");
  CHECK(found.reasons[0].period == network::years(2015, 2016));
  CHECK(found.reasons[0].when == "2015 to 2016");
  CHECK_THROWS_AS(why(store, {{.by = {"beneficiaries"}}}, "HN", "XX"), tela::base::Error);
}

TEST_CASE("a time is told as it was said: a year, a month, a day") {
  const Store store = store_of("d:m/1 a t:Meeting\nd:m/1 t:startYear \"2008\"\n"
                               "d:m/2 a t:Meeting\n"
                               "d:m/2 <https://schema.org/startDate> \"2008-04\"\n"
                               "d:m/2 <https://schema.org/endDate> \"2008-04-12\"\n"
                               "d:p/3 t:endYear \"2024\"\nd:p/4 t:allocationYear \"2019\"\n"
                               "d:p/5 t:startYear \"2008\"\nd:p/6 t:other \"2008\"\n");
  std::vector<tela::rdf::Id> things;
  for (const char* name : {"m/1", "m/2", "p/3", "p/4", "p/5", "p/6"})
    things.push_back(
        store.find(tela::rdf::iri("https://w3id.org/tela/" + std::string(name))).value());
  std::sort(things.begin(), things.end());
  std::vector<std::string> said = periods_as_said(store, things);
  std::sort(said.begin(), said.end());
  CHECK(said == std::vector<std::string>{"", "2008", "2008 to …", "2008-04 to 2008-04-12", "2019",
                                         "… to 2024"});
}

TEST_CASE("a node's type is its most special class, whatever the classes are called") {
  const Store store = store_of("d:zone a t:Alpha\nd:zone a t:Zulu\nd:other a t:Zulu\n"
                               "t:Alpha <http://www.w3.org/2000/01/rdf-schema#subClassOf> t:Mid\n"
                               "t:Mid <http://www.w3.org/2000/01/rdf-schema#subClassOf> t:Zulu\n");
  const auto zone = store.find(tela::rdf::iri("https://w3id.org/tela/zone")).value();
  const auto nodes = describe(store, std::span(&zone, 1), "en");
  CHECK(std::get<std::string_view>((*nodes.column("type"))[0]) == "Alpha");
}

TEST_CASE("titles of networks are in the language of their labels") {
  OneModeOptions options;
  options.by = {"beneficiaries", "meetings"};
  CHECK(title(options, options.language) == "states with shared projects, shared meetings");
  options.language = "fr";
  CHECK(title(options, options.language) == "États avec des projets communs, réunions communes");
  options.language = "es-HN";
  CHECK(title(options, options.language) == "Estados con proyectos en común, reuniones en común");
  options.language = "pt";
  CHECK(title(options, options.language) == "states with shared projects, shared meetings");
  options.by = {"<http://x.org/flows>"};
  CHECK(title(options, options.language) == "states with shared flows");
}

TEST_CASE("each kind of tie has words in each language") {
  for (const Actors actors :
       {Actors::states, Actors::projects, Actors::processes, Actors::organisations})
    for (const std::string& by : relations_of(actors)) {
      const std::string kind = relation(actors, by, Role::any).kind;
      for (const char* language : {"fr", "es"})
        CHECK(tela::relations::kind_in_words(kind, language) !=
              tela::relations::kind_in_words(kind, "en"));
    }
}

TEST_CASE("tokens are readable, safe and different") {
  CHECK(node_token("https://w3id.org/tela/state/HN") == "state:HN");
  CHECK(node_token("http://x.org/a#b") == "a:b");
  CHECK(node_token("http://x.org/été/") == "x.org:_C3_A9t_C3_A9");
  CHECK(node_token("urn:isbn:1") == "urn_3Aisbn_3A1");
}

TEST_CASE("of RDF itself, too, a node's type is its most special class") {
  TripleNetwork triples("fr");
  constexpr std::string_view below = " <http://www.w3.org/2000/01/rdf-schema#subClassOf> ";
  const Store store = store_of("d:x/a a t:Thing\nd:x/a a t:State\nd:x/a a t:Country\n"
                               "d:x/b a t:Thing\nd:x/b t:type \"x\"\n"
                               "t:State" +
                               std::string(below) +
                               "t:Country\n"
                               "t:Country" +
                               std::string(below) +
                               "t:Thing\n"
                               "t:Country" +
                               std::string(below) + "t:State\n");
  tela::store::export_quads(store, tela::rdf::Order::spo, triples);
  const Network found = triples.take("resources");
  CHECK(found.head.title == "ressources");
  const auto& nodes = found.head.nodes;
  const auto cell = [&](const char* column, const char* id) {
    for (Node n = 0; n < nodes.size(); ++n)
      if (nodes[n].id == id)
        return std::string(std::get<std::string_view>((*nodes.column(column))[n]));
    return std::string("none");
  };
  CHECK(cell("type", "x:a") == "Country"); // of equal classes the first
  CHECK(cell("type", "x:b") == "Thing");
  CHECK(cell("value_type", "x:b") == "x");
  CHECK(network::list_items(cell("types", "x:a")).size() == 3);
}

TEST_CASE("RDF itself is a directed network of resources") {
  TripleNetwork triples("fr");
  const Store store = store_of(small_world);
  tela::store::export_quads(store, tela::rdf::Order::spo, triples);
  const Network found = triples.take("resources");
  CHECK(found.head.direction == network::Direction::directed);
  CHECK(has(found, {"project:p1", "state:HN", "beneficiary", 1}));
  const auto& nodes = found.head.nodes;
  for (Node n = 0; n < nodes.size(); ++n) {
    if (nodes[n].id == "state:HN") CHECK(nodes[n].label == "Honduras (fr)");
    if (nodes[n].id == "region:013")
      CHECK(std::get<std::string_view>((*nodes.column("type"))[n]) == "Region");
  }
}
