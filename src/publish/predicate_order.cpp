#include "publish/predicate_order.h"

#include "publish/page_plan.h"
#include "vocabulary/tela.h"

#include <algorithm>

namespace tela::publish {

namespace {

using Iris = std::vector<std::string>;

bool holds(const Iris& list, std::string_view iri) {
  return std::ranges::find(list, iri) != list.end();
}

std::uint32_t place(const Iris& list, std::string_view iri) {
  return static_cast<std::uint32_t>(std::ranges::find(list, iri) - list.begin());
}

// Those that the plan does not know stand between the first and the last.
std::uint32_t rank(const PagePlan& plan, std::string_view iri) {
  for (const Iris* list : {&plan.names, &plan.first, &plan.identifiers})
    if (holds(*list, iri)) return place(*list, iri);
  const auto middle = static_cast<std::uint32_t>(plan.first.size());
  return holds(plan.last, iri) ? middle + 1 + place(plan.last, iri) : middle;
}

PredicateRole role(const PagePlan& plan, std::string_view iri) {
  PredicateRole result;
  result.rank = rank(plan, iri);
  result.is_name = holds(plan.names, iri);
  result.is_identifier = holds(plan.identifiers, iri);
  result.is_searched = result.is_name || holds(plan.searched, iri);
  result.is_membership = iri == vocabulary::member_state || iri == vocabulary::observer_state ||
                         iri == vocabulary::observer_organisation;
  result.is_tie = iri == vocabulary::tied_to;
  return result;
}

} // namespace

PredicateOrder::PredicateOrder(const store::Store& store) {
  rdf::Term storage;
  for (const auto& known : store.predicates())
    roles_[known.predicate] = role(page_plan(), store.term(known.predicate, storage).value);
}

PredicateRole PredicateOrder::operator[](rdf::Id predicate) const {
  const auto found = roles_.find(predicate);
  return found == roles_.end() ? PredicateRole{} : found->second;
}

} // namespace tela::publish
