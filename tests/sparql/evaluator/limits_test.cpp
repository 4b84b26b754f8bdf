#include "base/error.h"
#include "sparql/evaluator/charged_text.h"
#include "sparql/evaluator/matcher.h"
#include "support/memory_dataset.h"
#include "support/query_answers.h"

#include <catch2/catch.hpp>

#include <chrono>

using namespace tela;
using namespace tela::tests;
using namespace tela::sparql;
using Catch::Matchers::Contains;

namespace {

const MemoryDataset& little() {
  static const MemoryDataset data = MemoryDataset::from(":a :p 1 , 2 ; :q :b .");
  return data;
}

/// Counts the rows of a query that may hold `mib`.
std::string count_within(const std::string& query, std::size_t mib,
                         evaluator::ServiceHandler service = {}) {
  base::MemoryBudget memory(mib << 20U);
  tests::Settings settings;
  settings.memory = &memory;
  settings.service = std::move(service);
  const auto lines = answers(little(), query, settings);
  CHECK(memory.used() == 0);
  return lines.empty() ? "" : lines.front();
}

std::string numbers(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += std::to_string(i) + " ";
  return text;
}

/// Gives one batch.
class Given final : public evaluator::Operator {
 public:
  Given(const optimiser::PlanNode& node, const evaluator::Surroundings& around,
        evaluator::Batch batch)
      : Operator(node, around), batch_(std::move(batch)) {}

 private:
  const evaluator::Batch& produce() override {
    return std::exchange(given_, true) ? evaluator::no_rows() : batch_;
  }

  evaluator::Batch batch_;
  bool given_ = false;
};

} // namespace

TEST_CASE("a text is charged before it grows") {
  base::MemoryBudget memory(1000);
  evaluator::Reservation held;
  held.charge_to(&memory);
  evaluator::ChargedText text;
  text.append(std::string(300, 'a'), held);
  CHECK(memory.used() >= 300);
  CHECK_THROWS_WITH(text.append(std::string(900, 'a'), held), Contains("memory limit"));
  CHECK(text.text().size() == 300);
  CHECK(text.text().capacity() < 1000);
}

TEST_CASE("every function that makes a long text is charged for it") {
  const std::string long_text = "REPLACE(REPLACE('aaaaaaaa', 'a', '" + std::string(1000, 'a') +
                                "'), 'a', '" + std::string(500, 'b') + "')"; // 4 MB
  CHECK(count_within("SELECT (STRLEN(" + long_text + ") AS ?n) {}", 32) == "?n=4000000");
  const std::string made =
      GENERATE("$", "CONCAT($, $)", "UCASE($)", "LCASE($)", "ENCODE_FOR_URI($)",
               "REPLACE($, 'b', 'cd')", "STRLANG('a', $)", "IRI($)", "STRUUID()", "BNODE($)");
  std::string expression = made;
  for (auto at = expression.find('$'); at != std::string::npos; at = expression.find('$'))
    expression.replace(at, 1, long_text);
  INFO(made);
  const std::string query = "SELECT (BOUND(?x) AS ?n) { BIND(" + expression + " AS ?x) }";
  if (made == "STRUUID()")
    CHECK(count_within(query, 2) == "?n=true");
  else
    CHECK_THROWS_WITH(count_within(query, 2), Contains("memory limit"));
}

TEST_CASE("no function makes a text of more than 64 MiB") {
  const std::string ten = "REPLACE(REPLACE(REPLACE(REPLACE('%%%%%%%%%%', '%', '%%%%%%%%%%')"
                          ", '%', '%%%%%%%%%%'), '%', '%%%%%%%%%%'), '%', '%%%%%%%%%%')"; // 100 kB
  const std::string hundred =
      "REPLACE(REPLACE(" + ten + ", '%', '%%%%%%%%%%'), '%', '%%%')"; // 3 MB
  const std::string query = "SELECT (STRLEN(ENCODE_FOR_URI(CONCAT(" + hundred + ", " + hundred +
                            ", " + hundred + ", " + hundred + ", " + hundred + ", " + hundred +
                            ", " + hundred + ", " + hundred + "))) AS ?n) {}"; // 24 MB, then 72
  CHECK_THROWS_WITH(answers(little(), query), Contains("more than 64 MiB"));
}

TEST_CASE("a part is looked for in linear time") {
  const std::string many = "REPLACE(REPLACE(REPLACE(REPLACE('aaaaaaaaaa', 'a', 'aaaaaaaaaa'), 'a', "
                           "'aaaaaaaaaa'), 'a', 'aaaaaaaaaa'), 'a', 'aaaaaaaaaa')"; // 100 kB
  const std::string text = "REPLACE(" + many + ", 'a', 'aaaaaaaaaa')";              // 1 MB
  const std::string part = "CONCAT(" + many + ", 'b')";
  const std::string function = GENERATE("CONTAINS", "STRBEFORE", "STRAFTER");
  const std::string query = "SELECT (COUNT(?x) AS ?n) { VALUES ?y { " + numbers(20) + "} BIND(" +
                            function + "(CONCAT(STR(?y), " + text + "), " + part + ") AS ?x) }";
  CHECK(answers(little(), query) == std::vector<std::string>{"?n=20"});
}

TEST_CASE("an answer of a service is joined bit by bit") {
  const auto service = [](const evaluator::ServiceRequest& request,
                          const evaluator::ServiceRow& take) {
    std::vector<std::optional<rdf::Term>> cells(request.variables.size());
    for (int i = 0; i < 400; ++i) {
      for (auto& cell : cells) cell = rdf::literal("x" + std::to_string(i));
      take(cells);
    }
  };
  const std::string query = "SELECT (COUNT(*) AS ?n) { VALUES ?y { " + numbers(3000) +
                            "} SERVICE <http://ex.org/> { ?s ?p ?x } }";
  CHECK(count_within(query, 2, service) == "?n=1200000");
}

TEST_CASE("what a service answers is charged while it comes") {
  int taken = 0;
  const auto endless = [&](const evaluator::ServiceRequest& request,
                           const evaluator::ServiceRow& take) {
    std::vector<std::optional<rdf::Term>> cells(request.variables.size(), rdf::literal("x"));
    for (;; ++taken) take(cells);
  };
  CHECK_THROWS_WITH(count_within("SELECT * { SERVICE <http://ex.org/> { ?s ?p ?x } }", 2, endless),
                    Contains("memory limit"));
  CHECK(taken < 100'000);
}

TEST_CASE("many patterns are charged while they are planned, and what they join") {
  std::string patterns;
  for (int i = 0; i < 600; ++i)
    patterns += "?x" + std::to_string(i) + " :p ?x" + std::to_string(i + 1) + " . ";
  CHECK_THROWS_WITH(count_within("SELECT * { " + patterns + "}", 2), Contains("memory limit"));
  CHECK(count_within("SELECT * { ?x :p ?y . ?x :q ?z . ?x :p ?w }", 2) != "");
}

TEST_CASE("a merge join looks at the clock though no row agrees") {
  constexpr std::uint32_t rows = evaluator::Batch::target_rows;
  const auto id = [](std::uint64_t n) { return rdf::Id::make(rdf::IdTag::iri, n); };
  const std::vector<rdf::Id> same(rows, id(1)), left(rows, id(2)), right(rows, id(3));
  base::Cancellation cancellation;
  evaluator::Words words(little());
  evaluator::Context context(little(), words);
  context.cancellation = &cancellation;
  optimiser::PlanNode node;
  node.columns = {0, 1, 2};
  const optimiser::Plan plan;
  std::vector<evaluator::Figures> figures(1);
  auto input =
      std::make_unique<Given>(node, evaluator::Surroundings{context, plan, figures, {}},
                              evaluator::Batch{rows, {same.data(), same.data(), right.data()}});
  evaluator::MatchTask task;
  task.left_keys = task.right_keys = {0, 1, 2};
  const auto matcher = evaluator::make_merge_matcher(task, std::move(input), context);
  const evaluator::Batch batch{rows, {same.data(), same.data(), left.data()}};
  matcher->begin(batch);
  evaluator::Pairs pairs;
  pairs.row_limit = 1;
  // The right input is read at once, which looks at the clock by itself; then 16 million pairs.
  cancellation.set_deadline(std::chrono::steady_clock::now() + std::chrono::milliseconds(20));
  CHECK_THROWS_WITH(
      [&] {
        while (matcher->match(pairs)) {
        }
      }(),
      Contains("time limit"));
}
