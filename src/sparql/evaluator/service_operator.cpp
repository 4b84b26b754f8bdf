#include "sparql/evaluator/service_operator.h"

#include "base/error.h"

namespace tela::sparql::evaluator {

using rdf::Id;

ServiceOperator::ServiceOperator(const optimiser::PlanNode& node, const Surroundings& around)
    : Operator(node, around), plan_(std::get<optimiser::ServicePlan>(node.op)),
      input_(make_operator(*node.inputs[0], around)), memory_(around.context),
      pacer_(around.context), output_(node.columns.size()), joined_(node.columns.size()) {
  for (const Slot slot : node.columns)
    sources_.push_back({find_column(input_->columns(), slot), find_column(plan_.slots, slot)});
}

const Batch& ServiceOperator::produce() {
  output_.clear();
  while (output_.count() < Batch::target_rows && (batch_ != nullptr || next_batch())) join_row();
  return output_.batch();
}

bool ServiceOperator::next_batch() {
  batch_ = &input_->next();
  row_ = 0;
  if (batch_->count == 0) batch_ = nullptr;
  return batch_ != nullptr;
}

/// Joins the row with what is left of the answer to it, as far as the output has room.
void ServiceOperator::join_row() {
  if (row_answer_ == nullptr) {
    const auto endpoint = endpoint_of(*batch_, row_);
    static const Answer nothing;
    row_answer_ = endpoint ? &answer_of(*endpoint) : &nothing;
    next_ = 0;
  }
  for (; next_ < row_answer_->rows; ++next_) {
    if (output_.count() == Batch::target_rows) return; // to be continued
    pacer_.step();
    join(row_answer_->ids.data() + next_ * plan_.slots.size());
  }
  row_answer_ = nullptr;
  if (++row_ == batch_->count) batch_ = nullptr;
}

/// Where a row is to be asked for; nothing when its variable is no IRI.
std::optional<Id> ServiceOperator::endpoint_of(const Batch& batch, std::size_t row) const {
  if (const auto* term = std::get_if<rdf::Term>(&plan_.endpoint))
    return context().words.id_of(*term);
  const auto column = find_column(input_->columns(), std::get<Slot>(plan_.endpoint));
  if (!column || !batch.columns[*column][row].defined()) return std::nullopt;
  return batch.columns[*column][row];
}

const ServiceOperator::Answer& ServiceOperator::answer_of(Id endpoint) {
  const auto [entry, fresh] = answers_.try_emplace(endpoint);
  Answer& answer = entry->second;
  if (!fresh) return answer;
  rdf::Term storage;
  try {
    ask(rdf::to_term(context().words.term(endpoint, storage)), answer);
  } catch (const base::Error& error) {
    if (!plan_.silent || error.failure() != base::Failure::input) throw;
    answer = {std::vector<Id>(plan_.slots.size()), 1}; // SILENT: one empty solution
  }
  return answer;
}

void ServiceOperator::ask(const rdf::Term& endpoint, Answer& answer) {
  if (!context().service)
    throw base::Error(base::Failure::input, "SERVICE <" + endpoint.value + "> is not allowed",
                      "allow it with --allow-service PREFIX");
  if (endpoint.kind != rdf::TermKind::iri)
    throw base::Error(base::Failure::input, "SERVICE needs an IRI to ask");
  ServiceRequest request{endpoint, plan_.pattern, {}};
  for (const Slot slot : plan_.slots)
    request.variables.push_back(around().plan.variables[slot].name);
  context().service(request, [&](std::span<const std::optional<rdf::Term>> cells) {
    context().check();
    for (std::size_t i = 0; i < plan_.slots.size(); ++i)
      answer.ids.push_back(i < cells.size() && cells[i] ? context().words.id_of(*cells[i]) : Id{});
    memory_.add(plan_.slots.size() * sizeof(Id) * 2); // of a list that grows by doubling
    ++answer.rows;
  });
}

/// Appends the row and one of the answer together when they agree.
void ServiceOperator::join(const Id* answer) {
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    const auto& [mine, theirs] = sources_[i];
    const Id left = mine ? batch_->columns[*mine][row_] : Id{};
    const Id right = theirs ? answer[*theirs] : Id{};
    if (left.defined() && right.defined() && left != right) return;
    joined_[i] = left.defined() ? left : right;
  }
  for (std::size_t i = 0; i < joined_.size(); ++i) output_.column(i).push_back(joined_[i]);
  output_.grow(1);
}

} // namespace tela::sparql::evaluator
