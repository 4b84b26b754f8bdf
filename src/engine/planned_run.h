#pragma once

#include "sparql/evaluator/query_run.h"
#include "sparql/optimiser/choices.h"

namespace tela::engine {

/// `query` planned over `dataset` and ready to run: where optimiser and evaluator meet. `query`
/// must outlive the run, and what evaluator::OpenQuery keeps references to. Throws Error(input) as
/// OpenQuery does.
[[nodiscard]] sparql::evaluator::QueryRun
planned_run(const sparql::algebra::Query& query, const sparql::evaluator::Dataset& dataset,
            sparql::evaluator::Settings settings, const sparql::optimiser::Choices& choices = {});

} // namespace tela::engine
