#include "sparql/evaluator/query_run.h"

#include "base/worker_team.h"
#include "sparql/evaluator/constant_patterns.h"
#include "sparql/evaluator/context.h"
#include "sparql/evaluator/dataset_statistics.h"
#include "sparql/evaluator/explain.h"
#include "sparql/evaluator/operator.h"
#include "sparql/optimiser/nodes.h"

#include <algorithm>
#include <chrono>

namespace tela::sparql::evaluator {

using rdf::Id;
using rdf::IdTag;

namespace {

rdf::DateTime current_time() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
  constexpr std::int64_t attoseconds_of_one = 1'000'000'000'000'000;
  const rdf::Instant instant{milliseconds / 1000, milliseconds % 1000 * attoseconds_of_one};
  return rdf::date_time_at(instant, rdf::DateTimeKind::date_time, 0);
}

/// The graphs of a FROM or FROM NAMED list that the data has, ascending.
std::vector<Id> graph_ids(const std::vector<rdf::Term>& names, Words& words) {
  std::vector<Id> ids;
  for (const rdf::Term& name : names)
    if (const Id id = words.id_of(name); id.tag() != IdTag::computed) ids.push_back(id);
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

void select_graphs(Context& context, const algebra::DatasetClause& clause) {
  if (clause.empty()) {
    context.default_graph = context.dataset.default_graph();
    context.named_graphs = {rdf::GraphSelection::Kind::each_named, {}};
    context.graph_names = context.dataset.named_graphs();
    return;
  }
  context.default_graph = {rdf::GraphSelection::Kind::merge_of,
                           graph_ids(clause.default_graphs, context.words)};
  context.graph_names = graph_ids(clause.named_graphs, context.words);
  context.named_graphs = {rdf::GraphSelection::Kind::each_of, context.graph_names};
}

} // namespace

struct OpenQuery::State {
  State(const algebra::Query& query, const Dataset& dataset, Settings all)
      : settings(std::move(all)), words(dataset, settings.memory), context(dataset, words),
        statistics(context, settings.memory) {
    context.cancellation = settings.cancellation;
    context.memory = settings.memory;
    context.blanks_memory.charge_to(settings.memory);
    context.threads = settings.threads != 0 ? settings.threads : base::hardware_threads();
    context.service = settings.service;
    context.base = query.base;
    context.now = settings.now.value_or(current_time());
    select_graphs(context, query.dataset);
    check_constant_patterns(*query.pattern);
  }

  Settings settings;
  Words words;
  Context context;
  DatasetStatistics statistics;
};

OpenQuery::OpenQuery(const algebra::Query& query, const Dataset& dataset, Settings settings)
    : state_(std::make_unique<State>(query, dataset, std::move(settings))) {}
OpenQuery::~OpenQuery() = default;
OpenQuery::OpenQuery(OpenQuery&&) noexcept = default;
OpenQuery& OpenQuery::operator=(OpenQuery&&) noexcept = default;

optimiser::Statistics& OpenQuery::statistics() noexcept {
  return state_->statistics;
}

struct QueryRun::State {
  State(std::unique_ptr<OpenQuery::State> query, optimiser::Plan made)
      : open(std::move(query)), plan(std::move(made)), planned_words(open->words.size()) {
    plan_memory.charge_to(open->settings.memory);
    plan_memory.hold(optimiser::bytes_of_tree(*plan.root));
    open->context.plan_pattern = [this](const auto& pattern, const auto& graph) {
      return plan.plan_pattern(pattern, graph, open->statistics);
    };
  }

  [[nodiscard]] const Words& words() const { return open->words; }

  OperatorPtr begin() {
    Context& context = open->context;
    open->words.forget(planned_words);
    context.blanks.clear();
    context.blanks_memory.release();
    context.now = open->settings.now.value_or(current_time());
    figures.assign(plan.node_count, {});
    return make_operator(*plan.root, {context, plan, figures, {}});
  }

  std::unique_ptr<OpenQuery::State> open;
  optimiser::Plan plan;
  Reservation plan_memory;
  std::size_t planned_words;
  std::vector<Figures> figures; ///< of the last run; empty before the first
};

QueryRun::QueryRun(OpenQuery query, optimiser::Plan plan)
    : state_(std::make_unique<State>(std::move(query.state_), std::move(plan))) {}
QueryRun::~QueryRun() = default;
QueryRun::QueryRun(QueryRun&&) noexcept = default;
QueryRun& QueryRun::operator=(QueryRun&&) noexcept = default;

void QueryRun::run(SolutionSink& sink) {
  std::vector<std::string> names;
  for (const Slot slot : state_->plan.root->columns)
    names.push_back(state_->plan.variables[slot].name);
  sink.begin(names);
  const OperatorPtr root = state_->begin();
  for (const Batch* batch = &root->next(); batch->count != 0; batch = &root->next())
    sink.rows(*batch, state_->words());
  sink.end();
}

bool QueryRun::ask() {
  return state_->begin()->next().count != 0;
}

std::string QueryRun::explain_text() const {
  return evaluator::explain_text(state_->plan, state_->words(), state_->figures);
}

std::string QueryRun::explain_json() const {
  return evaluator::explain_json(state_->plan, state_->words(), state_->figures);
}

} // namespace tela::sparql::evaluator
