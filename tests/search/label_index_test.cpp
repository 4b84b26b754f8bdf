#include "rdf/turtle_reader.h"
#include "search/label_index.h"
#include "store/builder.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::search;

namespace {

store::Store store_of(const std::string& turtle) {
  store::Builder builder;
  rdf::read_turtle(
      "test",
      "@prefix : <http://ex.org/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . "
      "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . " +
          turtle,
      builder);
  return store::Store::from_memory(builder.finish_in_memory());
}

const std::string names =
    ":HN rdfs:label \"Honduras\"@en . "
    ":CI rdfs:label \"Côte d’Ivoire\"@fr, \"Ivory Coast\"@en . "
    ":KR rdfs:label \"Republic of Korea\"@en . :KP rdfs:label \"Democratic People’s Republic of "
    "Korea\"@en . "
    ":rcm rdfs:label \"Regional Conference on Migration\"@en ; skos:altLabel \"RCM\" ; "
    "<https://w3id.org/tela/ontology#acronym> \"CRM\"@fr . "
    ":sacm rdfs:label \"South American Conference on Migration\"@en .";

/// The ends of the IRIs that are found, the best first.
std::vector<std::string> found(const store::Store& store, std::string_view text,
                               std::size_t most = 3) {
  const LabelIndex index(store);
  std::vector<std::string> ends;
  rdf::Term storage;
  for (const Hit& hit : index.find(text, most, [](rdf::Id) { return true; }))
    ends.emplace_back(store.term(hit.thing, storage).value.substr(14));
  return ends;
}

} // namespace

TEST_CASE("a thing is found by its name, whatever case and accents") {
  const auto store = store_of(names);
  CHECK(found(store, "HONDURAS", 1) == std::vector<std::string>{"HN"});
  CHECK(found(store, "cote d'ivoire", 1) == std::vector<std::string>{"CI"});
  CHECK(found(store, "rcm", 1) == std::vector<std::string>{"rcm"});
  CHECK(found(store, "crm", 1) == std::vector<std::string>{"rcm"});
  CHECK(found(store, "Republic of Korea", 2) == std::vector<std::string>{"KR", "KP"});
  CHECK(found(store, "conference migration south", 1) == std::vector<std::string>{"sacm"});
  CHECK(found(store, "").empty());
  CHECK(found(store, "Atlantis").empty());
}

TEST_CASE("a bare symbol is no word that names share") {
  const auto store = store_of(":XK rdfs:label \"Kosovo*\"@en . :MK rdfs:label \"North & South\" .");
  for (const std::string symbol : {"*", "€", "&", "\U0001F600"})
    CHECK(found(store, symbol).empty());
  CHECK(found(store, "kosovo *") == std::vector<std::string>{"XK"});
}

TEST_CASE("slips of the typewriter are forgiven in longer words") {
  const auto store = store_of(names);
  CHECK(found(store, "Hondruas", 1) == std::vector<std::string>{"HN"});
  CHECK(found(store, "Hondras", 1) == std::vector<std::string>{"HN"});
  CHECK(found(store, "regional conferense on migraton", 1) == std::vector<std::string>{"rcm"});
  CHECK(found(store, "rcn").empty());
}

TEST_CASE("only the whole name has the score 100") {
  const auto store = store_of(names);
  const LabelIndex index(store);
  const auto all = [](rdf::Id) { return true; };
  CHECK(index.find("Republic of Korea", 1, all).front().fit == Fit::whole);
  CHECK(index.find("Republic of Korea", 1, all).front().score == 100);
  const auto part = index.find("Korea", 1, all).front();
  CHECK(part.fit == Fit::words);
  CHECK(part.score < 100);
  CHECK(index.find("Koera", 1, all).front().fit == Fit::mistaken);
}

TEST_CASE("names that begin so, the shorter first") {
  const auto store = store_of(names);
  const LabelIndex index(store);
  rdf::Term storage;
  const auto hits = index.begin_with("regional conf", 5);
  REQUIRE(hits.size() == 1);
  CHECK(store.term(hits[0].thing, storage).value == "http://ex.org/rcm");
  CHECK(index.begin_with("", 5).empty());
  CHECK(index.begin_with("zz", 5).empty());
}

TEST_CASE("edit distance: changes, gaps, neighbours that changed places") {
  CHECK(edit_distance("abc", "abc", 2) == 0);
  CHECK(edit_distance("abc", "abd", 2) == 1);
  CHECK(edit_distance("abc", "acb", 2) == 1);
  CHECK(edit_distance("abc", "abxc", 2) == 1);
  CHECK(edit_distance("", "ab", 2) == 2);
  CHECK(edit_distance("abc", "xyz", 2) == 3); // more than 2
  CHECK(edit_distance("a", "abcdef", 2) == 3);
}
