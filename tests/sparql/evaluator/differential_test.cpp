#include "base/error.h"
#include "rdf/language_tag.h"
#include "sparql/evaluator/naive_evaluator.h"
#include "sparql/evaluator/random_query.h"
#include "sparql/optimiser/choices.h"
#include "support/environment.h"
#include "support/memory_dataset.h"
#include "support/query_answers.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::tests;

namespace {

std::vector<std::string> naive_answers(const std::vector<rdf::Quad>& quads,
                                       const sparql::algebra::Query& query) {
  std::vector<std::string> lines;
  for (const auto& solution : NaiveEvaluator(quads).select(query)) {
    std::string line;
    for (const auto& variable : query.projection)
      if (const auto bound = solution.find(variable.name); bound != solution.end())
        ((line += line.empty() ? "?" : " ?") += variable.name) += "=" + brief(bound->second);
    lines.push_back(std::move(line));
  }
  return sorted(lines);
}

std::vector<std::string> pass_names() {
  std::vector<std::string> names;
  for (const auto& info : sparql::optimiser::passes()) names.emplace_back(info.name);
  return names;
}

/// Sets of passes to switch off: none, all, and a few by chance.
std::vector<std::vector<std::string>> pass_choices(std::uint64_t seed) {
  const auto names = pass_names();
  std::vector<std::vector<std::string>> choices{{}, names};
  std::mt19937_64 random(seed);
  for (int i = 0; i < 3; ++i) {
    auto& some = choices.emplace_back();
    for (const auto& name : names)
      if (random() % 3 == 0) some.push_back(name);
  }
  return choices;
}

void describe(const std::vector<rdf::Quad>& quads) {
  std::string text;
  for (const auto& quad : quads)
    text += brief(quad.subject) + " " + brief(quad.predicate) + " " + brief(quad.object) +
            (quad.graph ? " " + brief(*quad.graph) : "") + "\n";
  UNSCOPED_INFO("data:\n" << text);
}

} // namespace

// TELA_SEED and TELA_CASES choose other cases than the usual ones.
TEST_CASE("Random queries have the answers that the definitions give, whatever passes are on") {
  const std::uint64_t first = environment_number("TELA_SEED", 1);
  const std::uint64_t cases = environment_number("TELA_CASES", 1500);
  for (std::uint64_t seed = first; seed < first + cases; ++seed) {
    RandomQueries generator(seed);
    auto quads = generator.data();
    const std::string text = generator.query();
    sparql::algebra::Query query;
    try {
      query = parse_query(text);
    } catch (const base::Error&) {
      continue; // two BINDs of one name, a variable that is grouped away: no query
    }
    const MemoryDataset data(quads);
    for (rdf::Quad& quad : quads)
      quad.object.language = rdf::canonical_language(quad.object.language);
    const auto expected = naive_answers(quads, query);
    if (expected.size() > 20'000) continue;
    for (const auto& disabled : pass_choices(seed)) {
      Settings settings;
      settings.disabled_passes = disabled;
      const auto got = sorted(answers(data, query, settings));
      if (got == expected) continue;
      describe(quads);
      UNSCOPED_INFO("seed " << seed << "\n" << text << "\n" << to_string(*query.pattern));
      for (const auto& name : disabled) UNSCOPED_INFO("off: " << name);
      REQUIRE(got == expected);
    }
  }
  SUCCEED("seeds " << first << " to " << first + cases - 1);
}
