#include "base/error.h"
#include "sparql/optimiser/choices.h"
#include "support.h"

#include <catch2/catch.hpp>

#include <set>

using namespace tela;
using namespace tela::tests;
using namespace tela::sparql::optimiser;
using Catch::Matchers::Contains;

TEST_CASE("all passes are on, but for those that are named") {
  for (const PassInfo& info : passes()) CHECK(Choices().on(info.pass));
  const Choices choices({"top-k", "merge-joins"});
  for (const PassInfo& info : passes()) {
    INFO(info.name);
    CHECK(choices.on(info.pass) == (info.name != "top-k" && info.name != "merge-joins"));
  }
}

TEST_CASE("each pass has a name and a summary of its own") {
  std::set<std::string_view> names;
  std::set<std::string_view> summaries;
  for (const PassInfo& info : passes()) {
    names.insert(info.name);
    summaries.insert(info.summary);
  }
  CHECK(names.size() == passes().size());
  CHECK(summaries.size() == passes().size());
}

TEST_CASE("a name that no pass has is refused, and the error lists those there are") {
  try {
    const Choices choices({"top-k", "top-l"});
    FAIL("nothing was refused");
  } catch (const base::Error& error) {
    CHECK(error.failure() == base::Failure::usage);
    CHECK_THAT(error.what(), Contains("\"top-l\""));
    for (const PassInfo& info : passes())
      CHECK_THAT(error.advice(), Contains(std::string(info.name)));
  }
}

TEST_CASE("no pass changes an answer") {
  const std::string query = GENERATE(
      "SELECT DISTINCT ?s { ?p :for ?s ; :budget ?b FILTER(?b > 2 + 3) } ORDER BY ?s LIMIT 4",
      "SELECT ?s (MAX(?b) AS ?m) { ?p :for ?s ; :budget ?b OPTIONAL { ?s :name ?n } "
      "FILTER(!BOUND(?n)) } GROUP BY ?s",
      "SELECT ?a ?b { ?a :borders ?b . ?p :for ?a, ?b FILTER EXISTS { ?b :in+ :world } }",
      "SELECT ?p ?q { ?p :budget ?b . ?q :budget ?c FILTER(?c = ?b + 1 && ?b IN (3, 5)) }");
  const auto expected = answer_set(projects(), query);
  CHECK_FALSE(expected.empty());
  Settings none;
  for (const PassInfo& info : passes()) {
    INFO(info.name);
    CHECK(same_answers(query, std::string(info.name)));
    none.disabled_passes.emplace_back(info.name);
  }
  CHECK(answer_set(projects(), query, none) == expected);
}
