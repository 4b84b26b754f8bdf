#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;

TEST_CASE("joins begin with the pattern that leaves the fewest rows") {
  const std::string query = "SELECT ?p { ?p :for ?s . ?s :in ?r . ?s :name \"Haiti\" }";
  CHECK(plan(query, {"order-joins"}) == R"(
project
└─ merge join on ?s
   ├─ lookup join on ?s
   │  ├─ scan PSO ?s <in> ?r
   │  └─ scan POS ?p <for> ?s
   └─ scan POS ?s <name> "Haiti"
)");
  CHECK(plan(query) == R"(
project
└─ lookup join on ?s
   ├─ lookup join on ?s
   │  ├─ scan POS ?s <name> "Haiti"
   │  └─ scan PSO ?s <in> ?r
   └─ scan POS ?p <for> ?s
)");
  CHECK(same_answers(query, "order-joins"));
}

TEST_CASE("parts without a common variable are joined last, the largest of them streaming") {
  const std::string query = "SELECT * { ?s :name ?n . ?p :budget ?b . ?s :in ?r . ?p :for :s1 }";
  CHECK(plan(query) == R"(
project
└─ hash join
   ├─ lookup join on ?p
   │  ├─ scan POS ?p <for> <s1>
   │  └─ scan PSO ?p <budget> ?b
   └─ lookup join on ?s
      ├─ scan PSO ?s <name> ?n
      └─ scan PSO ?s <in> ?r
)");
  CHECK(same_answers(query, "order-joins"));
}

TEST_CASE("a filter works at the first join that binds what it names") {
  const std::string query =
      "SELECT * { ?p :budget ?b . ?p :for ?s . ?s :name ?n FILTER(?b != STRLEN(?n)) }";
  CHECK(plan(query) == R"(
project
└─ filter (!= ?b (strlen ?n))
   └─ lookup join on ?p
      ├─ lookup join on ?s
      │  ├─ scan PSO ?s <name> ?n
      │  └─ scan POS ?p <for> ?s
      └─ scan PSO ?p <budget> ?b
)");
  CHECK(same_answers(query, "order-joins"));
}

TEST_CASE("chains, stars and more patterns than are tried in every order have the same answers") {
  std::string chain = "SELECT (COUNT(*) AS ?n) { :s0 :borders ?v0 . ";
  std::string star = "SELECT (COUNT(*) AS ?n) { ?s :name \"Haiti\" . ";
  for (int i = 0; i < 14; ++i) {
    const std::string n = std::to_string(i);
    chain += "?v" + n + " :borders ?v" + std::to_string(i + 1) + " . ";
    star += "?s :borders ?w" + n + " . ";
  }
  for (const std::string& query : {chain + "}", star + "}"}) {
    INFO(query);
    CHECK(answer_set(projects(), query) == std::vector<std::string>{"?n=1"});
    CHECK(same_answers(query, "order-joins"));
  }
}

TEST_CASE("every order of writing three patterns has the same plan") {
  std::vector<std::string> patterns{"?p :for ?s . ", "?s :in ?r . ", "?s :name \"Haiti\" . "};
  std::sort(patterns.begin(), patterns.end());
  std::set<std::size_t> lines;
  do {
    const std::string text = plan("SELECT ?p { " + patterns[0] + patterns[1] + patterns[2] + "}");
    lines.insert(text.find("scan POS ?s <name>") < text.find("scan POS ?p <for>"));
  } while (std::next_permutation(patterns.begin(), patterns.end()));
  CHECK(lines == std::set<std::size_t>{true}); // the name always comes first
}
