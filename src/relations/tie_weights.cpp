#include "relations/tie_weights.h"

#include "base/error.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>

namespace tela::relations {

namespace {

using rdf::Id;

struct Budget {
  double amount = 0;
  Id currency;
};

double number(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// The values of `predicate` of things that come in any order and may be undefined.
std::vector<Id> objects_of(const store::Store& store, std::string_view predicate,
                           const std::vector<Id>& things) {
  std::vector<std::size_t> order(things.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return things[a] < things[b]; });
  std::vector<Id> ascending;
  ascending.reserve(order.size());
  for (const std::size_t i : order) ascending.push_back(things[i]);
  const auto found = first_objects(store, id_of(store, predicate), ascending);
  std::vector<Id> result(things.size());
  for (std::size_t i = 0; i < order.size(); ++i) result[order[i]] = found[i];
  return result;
}

std::vector<Budget> budgets(const store::Store& store, std::span<const Id> events) {
  const auto nodes = first_objects(store, id_of(store, vocabulary::budget), events);
  const auto amounts = texts(store, objects_of(store, vocabulary::schema::value, nodes));
  const auto currencies = objects_of(store, vocabulary::schema::currency, nodes);
  std::vector<Budget> result;
  for (std::size_t i = 0; i < nodes.size(); ++i)
    result.push_back({number(amounts[i]), currencies[i]});
  return result;
}

Id commonest_currency(const std::vector<Budget>& budgets) {
  std::map<Id, std::size_t> counts;
  for (const Budget& budget : budgets)
    if (budget.amount > 0) ++counts[budget.currency];
  Id best;
  std::size_t most = 0;
  for (const auto& [currency, count] : counts)
    if (count > most) {
      most = count;
      best = currency;
    }
  if (most == 0)
    throw base::Error(base::Failure::usage, "none of these ties has a budget",
                      "leave --tie-weights out, or take --by beneficiaries");
  return best;
}

} // namespace

std::vector<double> budget_shares(const store::Store& store, RawTies& ties) {
  const std::vector<Budget> known = budgets(store, ties.events);
  const Id currency = commonest_currency(known);
  RawTies kept;
  kept.actors = std::move(ties.actors);
  std::vector<double> weights;
  for (std::size_t e = 0; e < ties.events.size(); ++e) {
    if (known[e].amount <= 0 || known[e].currency != currency) continue;
    const auto begin = ties.columns.begin() + static_cast<std::ptrdiff_t>(ties.offsets[e]);
    const auto end = ties.columns.begin() + static_cast<std::ptrdiff_t>(ties.offsets[e + 1]);
    kept.events.push_back(ties.events[e]);
    kept.columns.insert(kept.columns.end(), begin, end);
    kept.offsets.push_back(kept.columns.size());
    weights.resize(kept.columns.size(), known[e].amount / static_cast<double>(end - begin));
  }
  drop_idle_actors(kept);
  ties = std::move(kept);
  return weights;
}

} // namespace tela::relations
