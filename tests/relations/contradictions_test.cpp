#include "rdf/nquads_reader.h"
#include "relations/contradictions.h"
#include "store/builder.h"

#include <catch2/catch.hpp>

#include <string>

using namespace tela;

namespace {

constexpr std::string_view ontology = "https://w3id.org/tela/ontology#";
constexpr std::string_view title = "http://purl.org/dc/terms/title";

/// A store of lines "record project property value".
store::Store store_of(std::initializer_list<std::array<std::string, 4>> lines) {
  store::Builder builder;
  std::string quads;
  for (const auto& [record, project, property, value] : lines)
    quads +=
        "<http://a/" + project + "> <" + property + "> " + value + " <http://a/" + record + "> .\n";
  rdf::read_nquads(quads, "test.nq", rdf::NQuadsSyntax::nquads, builder);
  return store::Store::from_memory(builder.finish_in_memory());
}

std::string own(std::string_view name) {
  return std::string(ontology).append(name);
}

const std::string active = "<" + own("activeStatus") + ">";
const std::string completed = "<" + own("completedStatus") + ">";

} // namespace

TEST_CASE("sources that differ on a status contradict each other") {
  const auto store = store_of({{"page", "p1", own("status"), active},
                               {"file", "p1", own("status"), completed},
                               {"third", "p1", own("status"), completed},
                               {"page", "p2", own("status"), active},
                               {"file", "p2", own("status"), active}});
  const auto found = relations::contradictions(store);
  REQUIRE(found.size() == 1);
  rdf::Term storage;
  CHECK(store.term(found[0].subject, storage).value == "http://a/p1");
  REQUIRE(found[0].claims.size() == 2);
  CHECK(found[0].claims[0].graphs.size() == 1);
  CHECK(found[0].claims[1].graphs.size() == 2);
}

TEST_CASE("titles contradict each other only in one language") {
  const std::string property(title);
  CHECK(relations::contradictions(store_of({{"page", "p1", property, "\"Ferry\"@en"},
                                            {"page", "p1", property, "\"Bac\"@fr"},
                                            {"file", "p1", property, "\"Bac\"@fr"}}))
            .empty());
  CHECK(relations::contradictions(store_of({{"page", "p1", property, "\"Ferry\"@en"},
                                            {"file", "p1", property, "\"A ferry\"@en"},
                                            {"file", "p1", property, "\"Bac\"@fr"}}))
            .size() == 1);
}

TEST_CASE("what one source says twice is its own affair") {
  CHECK(relations::contradictions(store_of({{"file", "p1", own("status"), active},
                                            {"file", "p1", own("status"), completed}}))
            .empty());
}

TEST_CASE("many values are usual for other properties") {
  CHECK(relations::contradictions(store_of({{"page", "p1", own("beneficiary"), "<http://a/HN>"},
                                            {"file", "p1", own("beneficiary"), "<http://a/SV>"}}))
            .empty());
}

TEST_CASE("what is said of a thing under two names can contradict itself") {
  const std::string same_as = "http://www.w3.org/2002/07/owl#sameAs";
  const auto store = store_of({{"table", "p1", same_as, "<http://a/x9>"},
                               {"table", "p1", own("status"), active},
                               {"file", "x9", own("status"), completed},
                               {"file", "x8", own("status"), completed},
                               {"list", "x9", same_as, "<http://a/w3>"},
                               {"list", "w3", own("status"), completed}});
  const auto found = relations::contradictions(store);
  REQUIRE(found.size() == 1);
  rdf::Term storage;
  CHECK(store.term(found[0].subject, storage).value == "http://a/p1");
  REQUIRE(found[0].claims.size() == 2);
  CHECK(found[0].claims[1].graphs.size() == 2);
}

TEST_CASE("a month and a day in it agree") {
  const std::string start = "https://schema.org/startDate";
  const auto dated = [](std::string_view text, std::string_view type) {
    return "\"" + std::string(text) + "\"^^<http://www.w3.org/2001/XMLSchema#" + std::string(type) +
           ">";
  };
  const auto month = dated("2018-08", "gYearMonth");
  CHECK(relations::contradictions(store_of({{"page", "m", start, month},
                                            {"file", "m", start, dated("2018-08-29", "date")}}))
            .empty());
  CHECK(relations::contradictions(store_of({{"page", "m", start, month},
                                            {"file", "m", start, dated("2018-09-01", "date")}}))
            .size() == 1);
}
