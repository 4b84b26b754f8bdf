#include "sparql/evaluator/service_operator.h"

#include "base/error.h"

#include <algorithm>

namespace tela::sparql::evaluator {

using rdf::Id;

ServiceOperator::ServiceOperator(const optimiser::PlanNode& node, const Surroundings& around)
    : Operator(node, around), plan_(std::get<optimiser::ServicePlan>(node.op)),
      input_(make_operator(*node.inputs[0], around)), memory_(around.context),
      output_(node.columns.size()) {}

const Batch& ServiceOperator::produce() {
  output_.clear();
  while (output_.count() == 0) {
    const Batch& batch = input_->next();
    if (batch.count == 0) break;
    for (std::size_t row = 0; row < batch.count; ++row)
      if (const auto endpoint = endpoint_of(batch, row))
        for (const Row& answer : answer_of(*endpoint)) join(batch, row, answer);
    memory_.hold(output_.bytes());
  }
  return output_.batch();
}

/// Where a row is to be asked for; nothing when its variable is no IRI.
std::optional<Id> ServiceOperator::endpoint_of(const Batch& batch, std::size_t row) const {
  if (const auto* term = std::get_if<rdf::Term>(&plan_.endpoint))
    return context().words.id_of(*term);
  const auto column = find_column(input_->columns(), std::get<Slot>(plan_.endpoint));
  if (!column || !batch.columns[*column][row].defined()) return std::nullopt;
  return batch.columns[*column][row];
}

const std::vector<ServiceOperator::Row>& ServiceOperator::answer_of(Id endpoint) {
  const auto [entry, fresh] = answers_.try_emplace(endpoint);
  if (!fresh) return entry->second;
  rdf::Term storage;
  try {
    entry->second = ask(rdf::to_term(context().words.term(endpoint, storage)));
  } catch (const base::Error& error) {
    if (!plan_.silent || error.failure() != base::Failure::input) throw;
    entry->second = {Row(plan_.slots.size())}; // SILENT: one empty solution
  }
  return entry->second;
}

std::vector<ServiceOperator::Row> ServiceOperator::ask(const rdf::Term& endpoint) {
  if (!context().service)
    throw base::Error(base::Failure::input, "SERVICE <" + endpoint.value + "> is not allowed",
                      "allow it with --allow-service PREFIX");
  if (endpoint.kind != rdf::TermKind::iri)
    throw base::Error(base::Failure::input, "SERVICE needs an IRI to ask");
  ServiceRequest request{endpoint, plan_.pattern, {}};
  for (const Slot slot : plan_.slots)
    request.variables.push_back(around().plan.variables[slot].name);
  std::vector<Row> rows;
  context().service(request, [&](std::span<const std::optional<rdf::Term>> cells) {
    Row& row = rows.emplace_back();
    for (const auto& cell : cells) row.push_back(cell ? context().words.id_of(*cell) : Id{});
    row.resize(plan_.slots.size());
    context().check();
  });
  return rows;
}

/// Appends the row and the answer together when they agree.
void ServiceOperator::join(const Batch& batch, std::size_t row, const Row& answer) {
  std::vector<Id> joined;
  for (const Slot slot : columns()) {
    const auto mine = find_column(input_->columns(), slot);
    const auto theirs = find_column(plan_.slots, slot);
    const Id left = mine ? batch.columns[*mine][row] : Id{};
    const Id right = theirs ? answer[*theirs] : Id{};
    if (left.defined() && right.defined() && left != right) return;
    joined.push_back(left.defined() ? left : right);
  }
  for (std::size_t i = 0; i < joined.size(); ++i) output_.column(i).push_back(joined[i]);
  output_.grow(1);
}

} // namespace tela::sparql::evaluator
