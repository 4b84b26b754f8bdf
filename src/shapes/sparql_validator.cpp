#include "shapes/sparql_validator.h"

#include "base/error.h"
#include "engine/planned_run.h"
#include "engine/store_dataset.h"
#include "rdf/namespaces.h"
#include "shapes/message_template.h"
#include "shapes/pre_binding.h"
#include "shapes/query_data.h"
#include "shapes/vocabulary.h"
#include "sparql/algebra/translate.h"
#include "sparql/optimiser/variables.h"
#include "sparql/syntax/parser.h"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

namespace tela::shapes {

namespace algebra = sparql::algebra;
namespace evaluator = sparql::evaluator;

namespace {

using Bindings = algebra::Substitution;

// A query made ready, but for the values of its focus and value nodes.
struct Prepared {
  algebra::Query query;
  Bindings bindings; // of parameters, the shape and the shapes graph
};

std::string holder_of(const SparqlQuery& query) {
  return "the query of " + rdf::to_ntriples(query.node);
}

[[noreturn]] void refuse(const SparqlQuery& query, const std::string& why) {
  throw base::Error(base::Failure::input, holder_of(query) + " " + why, "mend the shapes file");
}

algebra::Query compile(const SparqlQuery& query, const std::optional<rdf::Path>& path) {
  const bool is_ask = query.form == SparqlQuery::Form::ask;
  sparql::syntax::ParseOptions options;
  options.source = (is_ask ? "sh:ask of " : "sh:select of ") + rdf::to_ntriples(query.node);
  options.prefixes = &query.prefixes;
  options.known = &rdf::PrefixMap::standard();
  if (path) options.paths.emplace("PATH", *path);
  algebra::Query result = algebra::translate(sparql::syntax::parse(query.text, options));
  if (result.form != (is_ask ? algebra::Query::Form::ask : algebra::Query::Form::select))
    refuse(query, is_ask ? "is no ASK query" : "is no SELECT query");
  if (!is_ask && std::ranges::find(result.projection, "this", &algebra::Variable::name) ==
                     result.projection.end())
    refuse(query, "does not select $this");
  return result;
}

// Hands the solutions of a query on one by one, as terms.
class SolutionTerms final : public evaluator::SolutionSink {
 public:
  explicit SolutionTerms(std::function<void(const Bindings&)> visit) : visit_(std::move(visit)) {}

  void begin(std::span<const std::string> variables) override {
    names_.assign(variables.begin(), variables.end());
  }
  void rows(const evaluator::Batch& batch, const evaluator::TermSource& terms) override {
    for (std::size_t row = 0; row < batch.count; ++row) {
      Bindings solution;
      for (std::size_t i = 0; i < names_.size(); ++i)
        if (const rdf::Id id = batch.columns[i][row]; id.defined())
          solution.emplace(names_[i], rdf::to_term(terms.term(id, storage_)));
      visit_(solution);
    }
  }
  void end() override {}

 private:
  std::function<void(const Bindings&)> visit_;
  std::vector<std::string> names_;
  rdf::Term storage_;
};

const rdf::Term* find(const Bindings& bindings, std::string_view name) {
  const auto found = bindings.find(name);
  return found == bindings.end() ? nullptr : &found->second;
}

bool is_true(const rdf::Term* term) {
  return term != nullptr && term->datatype == rdf::xsd::boolean &&
         (term->value == "true" || term->value == "1");
}

std::vector<rdf::Term> messages_of(const Shape& shape, const SparqlConstraint& constraint,
                                   const Bindings& solution, const Bindings& values) {
  if (const rdf::Term* message = find(solution, "message"))
    return {message->kind == rdf::TermKind::literal ? *message : rdf::literal(message->value)};
  std::vector<rdf::Term> messages;
  for (const auto* source : {&constraint.messages, &shape.messages, &constraint.templates}) {
    for (const rdf::Term& message : *source) messages.push_back(filled(message, values));
    if (!messages.empty()) return messages;
  }
  return {rdf::literal("does not conform to " + (constraint.source
                                                     ? "the query of the shape"
                                                     : "<" + constraint.component + ">"))};
}

// Section 5.3.2: the first of the ways to fill each property counts.
Result result_of(const Shape& shape, const SparqlConstraint& constraint, const Bindings& solution,
                 Bindings values) {
  Result result;
  for (const auto& [name, term] : solution) values.insert_or_assign(name, term);
  result.focus = values.at("this");
  result.path = shape.path;
  if (const rdf::Term* path = find(solution, "path"); path && path->kind == rdf::TermKind::iri)
    result.path = rdf::Path{rdf::Path::Kind::predicate, *path};
  if (const rdf::Term* value = find(values, "value"))
    result.value = *value;
  else if (!shape.path)
    result.value = result.focus;
  result.shape = shape.id;
  result.constraint = constraint.source;
  result.component = constraint.component;
  result.severity = shape.severity;
  result.messages = messages_of(shape, constraint, solution, values);
  return result;
}

} // namespace

struct SparqlValidator::State {
  State(const store::Store& store, const ShapesGraph& all, Limits some)
      : shapes(all.shapes), limits(some), data(store, all, some) {
    for (const Shape& shape : shapes) {
      constraints.emplace_back();
      targets.emplace_back();
      if (shape.deactivated) continue;
      for (const SparqlConstraint& constraint : shape.sparql)
        constraints.back().push_back(prepare(shape, constraint));
      for (const SparqlQuery& query : shape.targets.queries)
        targets.back().push_back({compile(query, std::nullopt), {}});
    }
  }

  Prepared prepare(const Shape& shape, const SparqlConstraint& constraint) {
    const SparqlQuery& query = constraint.query;
    Prepared prepared{compile(query, shape.path), {}};
    const auto mentioned = sparql::optimiser::mentioned_variables(*prepared.query.pattern);
    if (mentioned.contains({"PATH"}))
      refuse(query, "has $PATH where no property shape gives it a meaning");
    std::set<std::string> names{"this", "shapesGraph", "currentShape"};
    if (query.form == SparqlQuery::Form::ask) names.insert("value");
    const auto bind = [&](const std::string& name, const std::optional<rdf::Term>& value) {
      names.insert(name);
      if (value && mentioned.contains({name})) prepared.bindings.emplace(name, *value);
    };
    for (const auto& [name, value] : constraint.parameters) bind(name, value);
    bind("currentShape", QueryData::in_shapes_graph(shape.id));
    bind("shapesGraph", QueryData::shapes_graph());
    check_pre_binding(prepared.query, names, holder_of(query));
    return prepared;
  }

  [[nodiscard]] evaluator::Settings settings() const {
    evaluator::Settings settings;
    settings.cancellation = limits.cancellation;
    settings.memory = limits.memory;
    settings.threads = 1; // of one node's answer there is too little to share
    return settings;
  }

  void select(const algebra::Query& query, const std::function<void(const Bindings&)>& visit) {
    SolutionTerms sink(visit);
    engine::planned_run(query, data.dataset(), settings()).run(sink);
  }

  void check_select(const Shape& shape, const SparqlConstraint& constraint,
                    const Prepared& prepared, const rdf::Term& focus, ResultList& results) {
    Bindings bindings = prepared.bindings;
    bindings.emplace("this", focus);
    Bindings values = bindings; // what messages may name
    for (const auto& [name, value] : constraint.parameters)
      if (value) values.emplace(name, *value);
    select(pre_bound(prepared.query, bindings), [&](const Bindings& solution) {
      if (is_true(find(solution, "failure"))) refuse(constraint.query, "reports a failure");
      results.add(result_of(shape, constraint, solution, values));
    });
  }

  void check_ask(const Shape& shape, const SparqlConstraint& constraint, const Prepared& prepared,
                 const rdf::Term& focus, const rdf::Term& value, ResultList& results) {
    Bindings bindings = prepared.bindings;
    bindings.emplace("this", focus);
    bindings.emplace("value", value);
    const algebra::Query query = pre_bound(prepared.query, bindings);
    if (engine::planned_run(query, data.dataset(), settings()).ask()) return;
    for (const auto& [name, term] : constraint.parameters)
      if (term) bindings.emplace(name, *term);
    results.add(result_of(shape, constraint, {}, std::move(bindings)));
  }

  const std::vector<Shape>& shapes;
  Limits limits;
  QueryData data;
  std::vector<std::vector<Prepared>> constraints; ///< of each shape
  std::vector<std::vector<Prepared>> targets;     ///< likewise
};

SparqlValidator::SparqlValidator(const store::Store& data, const ShapesGraph& shapes, Limits limits)
    : state_(std::make_unique<State>(data, shapes, limits)) {}
SparqlValidator::~SparqlValidator() = default;

std::set<rdf::Term> SparqlValidator::targets(ShapeIndex shape) {
  constexpr std::size_t node_bytes = 64; // beside the term
  std::set<rdf::Term> nodes;             // a query may give each of them a million times
  evaluator::Reservation held;
  held.charge_to(state_->limits.memory);
  for (const Prepared& target : state_->targets[shape])
    state_->select(target.query, [&](const Bindings& solution) {
      const rdf::Term* node = find(solution, "this");
      if (node == nullptr || !nodes.insert(*node).second) return;
      held.add(sizeof(rdf::Term) + node_bytes + node->value.size());
    });
  return nodes;
}

void SparqlValidator::check(ShapeIndex index, const rdf::Term& focus,
                            std::span<const rdf::Term> values, ResultList& results) {
  const Shape& shape = state_->shapes[index];
  for (std::size_t i = 0; i < shape.sparql.size(); ++i) {
    const SparqlConstraint& constraint = shape.sparql[i];
    const Prepared& prepared = state_->constraints[index][i];
    if (constraint.query.form == SparqlQuery::Form::select) {
      state_->check_select(shape, constraint, prepared, focus, results);
      continue;
    }
    for (const rdf::Term& value : values)
      state_->check_ask(shape, constraint, prepared, focus, value, results);
  }
}

} // namespace tela::shapes
