#include "engine/query.h"

#include "base/error.h"
#include "engine/construct.h"
#include "engine/describe.h"
#include "engine/planned_run.h"
#include "engine/service_client.h"
#include "sparql/algebra/substitute.h"
#include "sparql/algebra/translate.h"
#include "sparql/evaluator/context.h"
#include "sparql/results/solution_writer.h"
#include "sparql/syntax/parser.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

namespace tela::engine {

namespace algebra = sparql::algebra;
namespace evaluator = sparql::evaluator;
namespace results = sparql::results;

namespace {

class Clock {
 public:
  /// Milliseconds since the object was made or asked last.
  double lap() {
    const auto now = std::chrono::steady_clock::now();
    const std::chrono::duration<double, std::milli> time = now - std::exchange(last_, now);
    return time.count();
  }

 private:
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

std::vector<rdf::Term> graph_terms(const std::vector<std::string>& iris) {
  std::vector<rdf::Term> terms;
  for (const std::string& iri : iris) terms.push_back(rdf::iri(iri));
  return terms;
}

/// What a query's text, its tree, its algebra and its plan take, charged before they are made: a
/// long list of numbers in VALUES about fifty bytes a character.
class TextMemory {
 public:
  TextMemory(base::MemoryBudget* memory, std::size_t characters)
      : memory_(memory), bytes_(characters * bytes_of_one) {
    if (memory_ != nullptr) memory_->charge(bytes_);
  }
  ~TextMemory() {
    if (memory_ != nullptr) memory_->release(bytes_);
  }
  TextMemory(const TextMemory&) = delete;
  TextMemory& operator=(const TextMemory&) = delete;

 private:
  static constexpr std::size_t bytes_of_one = 50;
  base::MemoryBudget* memory_;
  std::size_t bytes_;
};

algebra::Query compile(const Database& database, std::string_view text,
                       const QueryOptions& options) {
  sparql::syntax::ParseOptions parse_options;
  parse_options.source = options.source;
  parse_options.base = options.base;
  parse_options.prefixes = options.prefixes;
  parse_options.known = &database.prefixes();
  algebra::Query query = algebra::translate(sparql::syntax::parse(text, parse_options));
  algebra::Substitution terms;
  for (const auto& [name, term] : options.bindings) terms.insert_or_assign(name, term);
  algebra::substitute(query, terms);
  if (!options.default_graphs.empty() || !options.named_graphs.empty())
    query.dataset = {graph_terms(options.default_graphs), graph_terms(options.named_graphs)};
  return query;
}

evaluator::Settings settings_of(const QueryOptions& options) {
  evaluator::Settings settings;
  settings.cancellation = options.cancellation;
  settings.memory = options.memory;
  settings.service = make_service_client(options.allowed_services, options.cancellation);
  settings.threads = options.threads;
  return settings;
}

// The resources that DESCRIBE names or that its pattern binds.
class DescribedResources final : public evaluator::SolutionSink {
 public:
  DescribedResources(const algebra::Query& query, const StoreDataset& dataset,
                     base::MemoryBudget* memory)
      : query_(query), dataset_(dataset) {
    held_.charge_to(memory);
  }

  void begin(std::span<const std::string> variables) override {
    for (const algebra::Node& node : query_.describe) {
      if (const auto* term = std::get_if<rdf::Term>(&node)) {
        if (const auto id = dataset_.find(*term)) resources.insert(*id);
        continue;
      }
      const auto found = std::ranges::find(variables, std::get<algebra::Variable>(node).name);
      if (found != variables.end())
        columns_.push_back(static_cast<std::size_t>(found - variables.begin()));
    }
  }

  void rows(const evaluator::Batch& batch, const evaluator::TermSource&) override {
    for (const std::size_t column : columns_)
      for (std::size_t row = 0; row < batch.count; ++row) {
        const rdf::Id id = batch.columns[column][row];
        if (id.tag() == rdf::IdTag::iri || id.tag() == rdf::IdTag::blank) resources.insert(id);
      }
    constexpr std::size_t node_bytes = 48;
    held_.hold(resources.size() * node_bytes * 3); // describe() makes two copies
  }

  void end() override {}

  std::set<rdf::Id> resources;

 private:
  const algebra::Query& query_;
  const StoreDataset& dataset_;
  evaluator::Reservation held_;
  std::vector<std::size_t> columns_;
};

// Passes solutions on and keeps the time that takes: the writing, as against the finding.
class TimedSink final : public evaluator::SolutionSink {
 public:
  explicit TimedSink(evaluator::SolutionSink& next) : next_(next) {}

  void begin(std::span<const std::string> variables) override {
    timed([&] { next_.begin(variables); });
  }
  void rows(const evaluator::Batch& batch, const evaluator::TermSource& terms) override {
    timed([&] { next_.rows(batch, terms); });
  }
  void end() override {
    timed([&] { next_.end(); });
  }

  double milliseconds = 0;

 private:
  template<class Work>
  void timed(Work work) {
    Clock clock;
    work();
    milliseconds += clock.lap();
  }

  evaluator::SolutionSink& next_;
};

class Counter final : public rdf::QuadSink {
 public:
  explicit Counter(rdf::QuadSink& next) : next_(next) {}
  void quad(const rdf::QuadView& quad) override {
    next_.quad(quad);
    ++count;
  }
  std::uint64_t count = 0;

 private:
  rdf::QuadSink& next_;
};

} // namespace

struct Query::State {
  State(const Database& data, std::string_view text, const QueryOptions& options)
      : database(data), text_memory(options.memory, text.size()),
        query(compile(data, text, options)), parse_time(clock.lap()),
        run(planned_run(query, data.dataset(), settings_of(options),
                        sparql::optimiser::Choices(options.disabled_passes))),
        cancellation(options.cancellation), memory(options.memory) {
    times.parse = parse_time;
    times.plan = clock.lap();
  }

  void solve(evaluator::SolutionSink& solutions) {
    Clock clock;
    TimedSink timed(solutions);
    run.run(timed);
    times.write = timed.milliseconds;
    times.execute = clock.lap() - times.write;
  }

  const Database& database;
  Clock clock;
  TextMemory text_memory;
  algebra::Query query;
  double parse_time;
  evaluator::QueryRun run;
  const base::Cancellation* cancellation; ///< may be null, as memory
  base::MemoryBudget* memory;
  QueryTimes times;
};

Query::Query(const Database& database, std::string_view text, const QueryOptions& options)
    : state_(std::make_unique<State>(database, text, options)) {}
Query::~Query() = default;
Query::Query(Query&&) noexcept = default;
Query& Query::operator=(Query&&) noexcept = default;

Query::Form Query::form() const noexcept {
  return state_->query.form;
}

bool Query::gives_graph() const noexcept {
  return form() == Form::construct || form() == Form::describe;
}

std::uint64_t Query::run(results::ResultWriter& writer) {
  std::uint64_t count = 1;
  try {
    if (form() == Form::ask) {
      Clock clock;
      writer.boolean(state_->run.ask());
      state_->times.execute = clock.lap();
    } else {
      results::SolutionWriter solutions(writer, state_->cancellation);
      state_->solve(solutions);
      count = solutions.count();
    }
  } catch (const base::Error& error) {
    writer.cut_short(error.message());
    throw;
  }
  return count;
}

std::uint64_t Query::run(rdf::QuadSink& sink) {
  Counter counter(sink);
  if (form() == Form::construct) {
    Construct construct(state_->query.construct, counter, state_->cancellation, state_->memory);
    state_->solve(construct);
  } else {
    DescribedResources described(state_->query, state_->database.dataset(), state_->memory);
    state_->solve(described);
    if (describe(state_->database.store(), described.resources, counter, state_->cancellation).cut)
      throw base::Error(base::Failure::limit, "the description is longer than a million triples",
                        "describe fewer resources");
  }
  return counter.count;
}

std::string Query::explain_text() const {
  return state_->run.explain_text();
}
std::string Query::explain_json() const {
  return state_->run.explain_json();
}
const QueryTimes& Query::times() const noexcept {
  return state_->times;
}

} // namespace tela::engine
