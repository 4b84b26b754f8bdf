#include "engine/planned_run.h"

#include "sparql/optimiser/planner.h"

#include <utility>

namespace tela::engine {

sparql::evaluator::QueryRun planned_run(const sparql::algebra::Query& query,
                                        const sparql::evaluator::Dataset& dataset,
                                        sparql::evaluator::Settings settings,
                                        const sparql::optimiser::Choices& choices) {
  sparql::evaluator::OpenQuery open(query, dataset, std::move(settings));
  auto plan = sparql::optimiser::make_plan(query, open.statistics(), choices);
  return {std::move(open), std::move(plan)};
}

} // namespace tela::engine
