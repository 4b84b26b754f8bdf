#include "base/error.h"
#include "engine/database.h"
#include "engine/query.h"
#include "relations/query_network.h"
#include "relations/small_world.h"
#include "support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace tela;
using namespace tela::relations;
using tests::small_world;

namespace {

Network network_of(std::string_view text, std::string_view language = "en") {
  const tests::TemporaryFolder folder;
  store::Builder builder(folder.path / "store");
  tests::push(small_world, builder);
  builder.finish();
  const auto database = engine::Database::open(folder.path / "store");
  engine::Query query(database, "PREFIX t: <https://w3id.org/tela/ontology#> " + std::string(text),
                      {});
  return query_network(database.store(), query, language);
}

std::string end(const Network& network, network::Node node) {
  return network.head.nodes[node].id;
}

network::Value cell(const Network& network, std::string_view attribute, std::size_t edge) {
  for (const network::Column& column : network.edges.columns())
    if (column.attribute().name == attribute) return column[edge];
  FAIL("no attribute " << attribute);
  return {};
}

} // namespace

TEST_CASE("?source and ?target of a SELECT become edges, what the store knows names the nodes") {
  const Network found = network_of("SELECT ?source ?target { ?source t:beneficiary ?target }");
  CHECK(found.head.direction == network::Direction::directed);
  REQUIRE(found.edges.size() == 5);
  CHECK(found.head.nodes.size() == 3 + 3);
  CHECK(found.edges[0].weight == 1);
  bool honduras = false;
  for (network::Node n = 0; n < found.head.nodes.size(); ++n)
    honduras = honduras ||
               (found.head.nodes[n].id == "state:HN" && found.head.nodes[n].label == "Honduras");
  CHECK(honduras);
  CHECK(found.head.nodes.column("region") != nullptr);
}

TEST_CASE("?weight, ?type, ?start and ?end belong to the edge, other variables are attributes") {
  const Network found = network_of(
      "SELECT ?source ?target (0.5 AS ?weight) (t:beneficiary AS ?type) (2015 AS ?start) "
      "('2016-03' AS ?end) (?y AS ?since) (?y > 2016 AS ?late) ?id "
      "{ ?source t:beneficiary ?target ; t:startYear ?y BIND(STR(?y) AS ?id) } "
      "ORDER BY ?source ?target");
  REQUIRE(found.edges.size() == 4);
  CHECK(end(found, found.edges[0].source) == "project:p1");
  CHECK(end(found, found.edges[0].target) == "state:HN");
  CHECK(found.edges[0].weight == 0.5);
  CHECK(found.edges.kind(0) == "beneficiary");
  CHECK(found.edges[0].period.first == network::years(2015, 2015).first);
  CHECK(network::iso_date(found.edges[0].period.last) == "2016-03-31");
  CHECK(std::get<std::int64_t>(cell(found, "since", 0)) == 2015);
  CHECK(std::get<bool>(cell(found, "late", 3)));
  CHECK(std::get<std::string_view>(cell(found, "value_id", 0)) == "2015"); // id is taken
}

TEST_CASE("columns of mixed numbers are real, of anything else text, and may have holes") {
  const Network found = network_of("SELECT ?source ?target ?n ?m { VALUES (?source ?target ?n ?m) {"
                                   " (t:a t:b 1 'one') (t:b t:c 2.5 UNDEF) (t:a t:c 3 7) } }");
  REQUIRE(found.edges.size() == 3);
  CHECK(std::get<double>(cell(found, "n", 0)) == 1);
  CHECK(std::get<double>(cell(found, "n", 1)) == 2.5);
  CHECK(std::get<std::string_view>(cell(found, "m", 2)) == "7");
  CHECK_FALSE(network::has_value(cell(found, "m", 1)));
}

TEST_CASE("literals can be nodes, and things that end alike stay apart") {
  const Network found =
      network_of("SELECT ?source ?target { VALUES (?source ?target) {"
                 " (<http://a.org/x/y> <http://b.org/x/y>) (<http://a.org/x/y> 'text') } }");
  REQUIRE(found.head.nodes.size() == 3);
  CHECK(found.head.nodes[0].id != found.head.nodes[1].id);
  CHECK(found.head.nodes[2].label == "text");
}

TEST_CASE("rows without an end are left out and counted") {
  const Network found = network_of("SELECT ?source ?target { VALUES (?source ?target) {"
                                   " (t:a t:b) (t:a UNDEF) (UNDEF t:b) } }");
  CHECK(found.edges.size() == 1);
  CHECK(found.notes == std::vector<std::string>{"2 rows without ?source or ?target left out"});
}

TEST_CASE("a start that is no date is left out and counted") {
  const Network found = network_of("SELECT ?source ?target ?start { VALUES (?source ?target ?start)"
                                   " { (t:a t:b 'soon') (t:b t:c '2015') } }");
  CHECK(found.edges[0].period == network::Period{});
  CHECK(found.notes ==
        std::vector<std::string>{"1 values of ?start or ?end are no dates and left out"});
}

TEST_CASE("a CONSTRUCT is a network of its statements") {
  const Network found = network_of("CONSTRUCT { ?p t:helps ?s } { ?p t:beneficiary ?s }");
  CHECK(found.edges.size() == 5);
  CHECK(found.edges.kind(0) == "helps");
}

TEST_CASE("the title of a query's network is in the language asked for") {
  const std::string select = "SELECT ?source ?target { ?source t:beneficiary ?target }";
  CHECK(network_of(select, "fr").head.title == "requête");
  CHECK(network_of("CONSTRUCT WHERE { ?p t:beneficiary ?s }", "es").head.title == "consulta");
}

TEST_CASE("queries that describe no network are refused with advice") {
  CHECK_THROWS_WITH(network_of("SELECT ?a ?target { ?a t:beneficiary ?target }"),
                    Catch::Contains("?source"));
  CHECK_THROWS_WITH(network_of("ASK { ?a t:beneficiary ?b }"), Catch::Contains("ASK"));
  CHECK_THROWS_WITH(
      network_of("SELECT ?source ?target ('heavy' AS ?weight) { ?source t:beneficiary ?target }"),
      Catch::Contains("heavy"));
}
