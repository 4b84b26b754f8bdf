#include "engine/construct.h"

#include <algorithm>

namespace tela::engine {

namespace algebra = sparql::algebra;
namespace evaluator = sparql::evaluator;

Construct::~Construct() {
  if (memory_ != nullptr) memory_->release(charged_);
}

void Construct::begin(std::span<const std::string> variables) {
  for (const algebra::TriplePattern& triple : pattern_)
    slots_.push_back({slot_of(triple.subject, variables), slot_of(triple.predicate, variables),
                      slot_of(triple.object, variables)});
}

Construct::Slot Construct::slot_of(const algebra::Node& node,
                                   std::span<const std::string> variables) {
  if (const auto* term = std::get_if<rdf::Term>(&node)) return *term;
  const auto& variable = std::get<algebra::Variable>(node);
  const auto found = std::ranges::find(variables, variable.name);
  if (found != variables.end()) return Column{static_cast<std::size_t>(found - variables.begin())};
  if (!variable.is_generated()) return Never{};
  const auto blank = std::ranges::find(blanks_, variable.name);
  const TemplateBlank slot{static_cast<std::size_t>(blank - blanks_.begin())};
  if (blank == blanks_.end()) blanks_.push_back(variable.name);
  return slot;
}

std::optional<rdf::Term> Construct::fill(const Slot& slot, const Row& row) const {
  if (const auto* constant = std::get_if<rdf::Term>(&slot)) return *constant;
  if (const auto* blank = std::get_if<TemplateBlank>(&slot))
    return rdf::blank("t" + std::to_string(solution_) + "n" + std::to_string(blank->number));
  const auto* column = std::get_if<Column>(&slot);
  if (column == nullptr) return std::nullopt;
  const rdf::Id id = row.batch.columns[column->index][row.number];
  if (!id.defined()) return std::nullopt;
  rdf::Term storage;
  return rdf::to_term(row.terms.term(id, storage));
}

void Construct::rows(const evaluator::Batch& batch, const evaluator::TermSource& terms) {
  for (std::size_t number = 0; number < batch.count; ++number) {
    if (cancellation_ != nullptr) cancellation_->check();
    ++solution_;
    seen_in_solution_.clear();
    const Row row{batch, number, terms};
    for (const auto& slots : slots_) {
      auto subject = fill(slots[0], row);
      auto predicate = fill(slots[1], row);
      auto object = fill(slots[2], row);
      const bool of_this_solution = std::ranges::any_of(
          slots, [](const Slot& slot) { return std::holds_alternative<TemplateBlank>(slot); });
      if (subject && predicate && object)
        push({std::move(*subject), std::move(*predicate), std::move(*object), std::nullopt},
             of_this_solution);
    }
  }
}

void Construct::push(const rdf::Quad& triple, bool of_this_solution) {
  if (triple.subject.kind == rdf::TermKind::literal || triple.predicate.kind != rdf::TermKind::iri)
    return;
  std::string text;
  rdf::append_ntriples(text, triple.subject);
  rdf::append_ntriples(text, triple.predicate);
  rdf::append_ntriples(text, triple.object);
  const bool is_new = of_this_solution ? seen_in_solution_.insert(std::move(text)).second
                                       : remember(std::move(text));
  if (is_new) sink_.quad(rdf::view(triple));
}

bool Construct::remember(std::string triple) {
  constexpr std::size_t entry = 64; // beside the text: string, hash, link, slot
  const std::size_t bytes = entry + triple.capacity();
  if (seen_.contains(triple)) return false;
  if (memory_ != nullptr) memory_->charge(bytes);
  charged_ += bytes;
  seen_.insert(std::move(triple));
  return true;
}

} // namespace tela::engine
