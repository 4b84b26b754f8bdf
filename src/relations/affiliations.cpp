#include "relations/affiliations.h"

#include "relations/id_index.h"
#include "relations/node_description.h"
#include "relations/periods.h"
#include "relations/tie_weights.h"
#include "relations/words.h"

#include <optional>

namespace tela::relations {

namespace {

using network::Period;
using network::ValueType;
using rdf::Id;

// One relation, read.
struct Read {
  std::string kind;
  RawTies ties;
  std::vector<double> weights;
  std::vector<Period> periods; // of the events; empty when nobody asked
};

Read read(const store::Store& store, const Relation& relation, const TieFilter& filter,
          const Weighing& weighing, bool needs_periods) {
  Read result{relation.kind, read_ties(store, relation, filter), {}, {}};
  if (weighing.tie_weights == network::TieWeights::used)
    result.weights = budget_shares(store, result.ties);
  if (needs_periods) result.periods = periods(store, result.ties.events);
  return result;
}

void add_mode(network::NodeTable& nodes, std::span<const Id> things, std::vector<Id> actors) {
  const IdIndex index(actors);
  network::Column& mode = nodes.add_column({"mode", ValueType::text});
  for (const Id thing : things)
    mode.push(std::string_view(index[thing] == IdIndex::absent ? "event" : "actor"));
}

void add_edges(const Read& relation, const std::optional<Period>& during, bool dates,
               const IdIndex& index, network::EdgeTable& edges) {
  for (std::size_t e = 0; e < relation.ties.events.size(); ++e) {
    const Period period = relation.periods.empty() ? Period{} : relation.periods[e];
    if (during && !period.overlaps(*during)) continue;
    for (auto tie = relation.ties.offsets[e]; tie < relation.ties.offsets[e + 1]; ++tie)
      edges.add({index[relation.ties.actors[relation.ties.columns[tie]]],
                 index[relation.ties.events[e]],
                 relation.weights.empty() ? 1.0 : relation.weights[tie], dates ? period : Period{}},
                relation.kind);
  }
}

} // namespace

Network affiliations(const store::Store& store, const Selection& ties, const Weighing& weighing,
                     const std::string& language) {
  const TieFilter filter = tie_filter(store, ties.actors, ties.where);
  std::vector<Read> relations;
  std::vector<Id> actors;
  std::vector<Id> things;
  const bool needs_periods = weighing.dates || ties.where.period;
  for (const std::string& by : ties.by) {
    const Read& found = relations.emplace_back(
        read(store, relation(ties.actors, by, ties.where.role), filter, weighing, needs_periods));
    actors.insert(actors.end(), found.ties.actors.begin(), found.ties.actors.end());
    things.insert(things.end(), found.ties.events.begin(), found.ties.events.end());
  }
  make_set(actors);
  things.insert(things.end(), actors.begin(), actors.end());
  make_set(things);

  Network result;
  result.head.title = words_in(language)("affiliations of " + std::string(name(ties.actors)));
  result.head.nodes = describe(store, things, language);
  add_mode(result.head.nodes, things, std::move(actors));
  const IdIndex index(things);
  for (const Read& found : relations)
    add_edges(found, ties.where.period, weighing.dates, index, result.edges);
  return result;
}

} // namespace tela::relations
