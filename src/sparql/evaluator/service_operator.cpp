#include "sparql/evaluator/service_operator.h"

#include "base/error.h"

#include <algorithm>
#include <map>
#include <string>

namespace tela::sparql::evaluator {

using rdf::Id;

namespace {
/// Rows of the input that are held at once.
constexpr std::size_t most_rows = std::size_t{1} << 16U;
/// Different values that are asked for together: few of the blocks that they come in are short
/// then.
constexpr std::size_t enough_values = 10'000;
} // namespace

ServiceOperator::ServiceOperator(const optimiser::PlanNode& node, const Surroundings& around)
    : Operator(node, around), plan_(std::get<optimiser::ServicePlan>(node.op)),
      input_(make_operator(*node.inputs[0], around)), memory_(around.context),
      pacer_(around.context), output_(node.columns.size()), joined_(node.columns.size()),
      held_(input_->columns().size()) {
  for (const Slot slot : node.columns)
    sources_.push_back({find_column(input_->columns(), slot), find_column(plan_.slots, slot)});
  // Values that only some rows have would let one solution come for several rows of values.
  for (std::size_t i = 0; i < plan_.slots.size(); ++i)
    if (const auto column = find_column(input_->columns(), plan_.slots[i]);
        column && node.inputs[0]->certain.contains(plan_.slots[i])) {
      mine_.push_back(*column);
      theirs_.push_back(i);
    }
}

const Batch& ServiceOperator::produce() {
  output_.clear();
  while (output_.count() < Batch::target_rows && (row_ < held_.count() || next_rows())) join_row();
  return output_.batch();
}

/// Holds rows and asks for what belongs to them. False when there are no more.
bool ServiceOperator::next_rows() {
  std::map<Id, std::set<Key>> wanted;
  hold_rows(wanted);
  for (auto& [endpoint, keys] : wanted) ask(endpoint, std::move(keys));
  return held_.count() > 0;
}

void ServiceOperator::hold_rows(std::map<Id, std::set<Key>>& wanted) {
  held_.clear();
  row_ = next_ = 0;
  std::size_t values = 0;
  while (held_.count() < most_rows && values < enough_values) {
    const Batch& batch = input_->next();
    if (batch.count == 0) break;
    const std::size_t first = held_.count();
    held_.append(batch);
    memory_.hold(held_.bytes());
    for (std::size_t row = first; row < held_.count(); ++row)
      if (const auto endpoint = endpoint_of(row))
        values += wanted[*endpoint].insert(key_of(row)).second ? 1 : 0;
  }
}

/// Joins the row with what is left of the answer to it, as far as the output has room.
void ServiceOperator::join_row() {
  if (const auto endpoint = endpoint_of(row_)) {
    const ServiceAnswer& answer = answers_.at(*endpoint).answer;
    const auto candidates = answer.candidates(key_of(row_));
    for (; next_ < candidates.size(); ++next_) {
      if (output_.count() == Batch::target_rows) return; // to be continued
      pacer_.step();
      join(answer.row(candidates[next_]));
    }
  }
  next_ = 0;
  ++row_;
}

ServiceOperator::Key ServiceOperator::key_of(std::size_t row) const {
  Key key;
  for (const std::size_t column : mine_) key.push_back(held_.column(column)[row]);
  return key;
}

/// Where a row is to be asked for; nothing when its variable is no IRI.
std::optional<Id> ServiceOperator::endpoint_of(std::size_t row) const {
  if (const auto* term = std::get_if<rdf::Term>(&plan_.endpoint))
    return context().words.id_of(*term);
  const auto column = find_column(input_->columns(), std::get<Slot>(plan_.endpoint));
  if (!column || !held_.column(*column)[row].defined()) return std::nullopt;
  return held_.column(*column)[row];
}

void ServiceOperator::ask(Id endpoint, std::set<Key> keys) {
  if (const auto known = answers_.find(endpoint); known != answers_.end()) {
    if (std::ranges::includes(known->second.keys, keys)) return;
    answers_.erase(known);
  }
  const ServiceAnswer nothing(plan_.slots.size(), theirs_);
  const auto place = answers_.try_emplace(endpoint, std::move(keys), nothing, context()).first;
  rdf::Term storage;
  try {
    ask(rdf::to_term(context().words.term(endpoint, storage)), place->second);
  } catch (const base::Error& error) {
    if (!plan_.silent || error.failure() != base::Failure::input) throw;
    place->second.answer = nothing;
    place->second.answer.add(std::vector<Id>(plan_.slots.size())); // SILENT: one empty solution
  }
}

/// A blank node means nothing elsewhere: what every solution of the pattern binds cannot be one, so
/// that a key with one is not sent; a variable that may stay open is not sent at all.
ServiceBindings ServiceOperator::bindings_of(const std::set<Key>& keys) const {
  rdf::Term storage;
  const auto is_blank = [&](Id id) {
    return context().words.term(id, storage).kind == rdf::TermKind::blank;
  };
  std::vector<std::size_t> columns;
  ServiceBindings bindings;
  for (std::size_t i = 0; i < mine_.size(); ++i) {
    const Slot slot = plan_.slots[theirs_[i]];
    if (!plan_.certain.contains(slot) &&
        std::ranges::any_of(keys, [&](const Key& key) { return is_blank(key[i]); }))
      continue;
    columns.push_back(i);
    bindings.variables.push_back(around().plan.variables[slot].name);
  }
  std::set<Key> sent;
  for (const Key& key : keys) {
    Key part;
    for (const std::size_t i : columns) part.push_back(key[i]);
    if (std::ranges::any_of(part, is_blank) || !sent.insert(part).second) continue;
    auto& row = bindings.rows.emplace_back();
    for (const Id id : part) row.push_back(rdf::to_term(context().words.term(id, storage)));
  }
  if (columns.empty()) bindings.rows.clear();
  return bindings;
}

void ServiceOperator::ask(const rdf::Term& endpoint, Asked& asked) {
  if (!context().service)
    throw base::Error(base::Failure::input, "SERVICE <" + endpoint.value + "> is not allowed",
                      "allow it with --allow-service PREFIX");
  if (endpoint.kind != rdf::TermKind::iri)
    throw base::Error(base::Failure::input, "SERVICE needs an IRI to ask");
  ServiceRequest request{endpoint, plan_.pattern, {}, bindings_of(asked.keys)};
  if (!request.bindings.variables.empty() && request.bindings.rows.empty()) return;
  for (const Slot slot : plan_.slots)
    request.variables.push_back(around().plan.variables[slot].name);
  std::vector<Id> row(plan_.slots.size());
  std::map<std::string, Id> blanks; // a label of the answer's is none of the data's
  const auto id_of = [&](const rdf::Term& term) {
    if (term.kind != rdf::TermKind::blank) return context().words.id_of(term);
    const auto [place, is_new] = blanks.try_emplace(term.value);
    if (is_new) place->second = context().words.fresh_blank();
    return place->second;
  };
  context().service(request, [&](std::span<const std::optional<rdf::Term>> cells) {
    context().check();
    for (std::size_t i = 0; i < row.size(); ++i)
      row[i] = i < cells.size() && cells[i] ? id_of(*cells[i]) : Id{};
    // Of lists that grow by doubling, and of what finds a row.
    asked.memory.add((row.size() + theirs_.size()) * sizeof(Id) * 2 + 4 * sizeof(std::size_t));
    asked.answer.add(row);
  });
}

/// Appends the row and one of the answer together when they agree.
void ServiceOperator::join(const Id* answer) {
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    const auto& [mine, theirs] = sources_[i];
    const Id left = mine ? held_.column(*mine)[row_] : Id{};
    const Id right = theirs ? answer[*theirs] : Id{};
    if (left.defined() && right.defined() && left != right) return;
    joined_[i] = left.defined() ? left : right;
  }
  for (std::size_t i = 0; i < joined_.size(); ++i) output_.column(i).push_back(joined_[i]);
  output_.grow(1);
}

} // namespace tela::sparql::evaluator
