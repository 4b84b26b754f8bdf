#include "relations/affiliations.h"

#include "relations/id_index.h"
#include "relations/node_description.h"
#include "relations/periods.h"
#include "relations/tie_weights.h"
#include "relations/words.h"

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
          const OneModeOptions& options) {
  Read result{relation.kind, read_ties(store, relation, filter), {}, {}};
  if (options.tie_weights == network::TieWeights::used)
    result.weights = budget_shares(store, result.ties);
  if (options.dates || options.where.period) result.periods = periods(store, result.ties.events);
  return result;
}

void add_mode(network::NodeTable& nodes, std::span<const Id> things, std::vector<Id> actors) {
  const IdIndex index(actors);
  network::Column& mode = nodes.add_column({"mode", ValueType::text});
  for (const Id thing : things)
    mode.push(std::string_view(index[thing] == IdIndex::absent ? "event" : "actor"));
}

void add_edges(const Read& relation, const OneModeOptions& options, const IdIndex& index,
               network::EdgeTable& edges) {
  for (std::size_t e = 0; e < relation.ties.events.size(); ++e) {
    const Period period = relation.periods.empty() ? Period{} : relation.periods[e];
    if (options.where.period && !period.overlaps(*options.where.period)) continue;
    for (auto tie = relation.ties.offsets[e]; tie < relation.ties.offsets[e + 1]; ++tie)
      edges.add({index[relation.ties.actors[relation.ties.columns[tie]]],
                 index[relation.ties.events[e]],
                 relation.weights.empty() ? 1.0 : relation.weights[tie],
                 options.dates ? period : Period{}},
                relation.kind);
  }
}

} // namespace

Network affiliations(const store::Store& store, const OneModeOptions& options) {
  const TieFilter filter = tie_filter(store, options.actors, options.where);
  std::vector<Read> relations;
  std::vector<Id> actors;
  std::vector<Id> things;
  for (const std::string& by : options.by) {
    const Read& found = relations.emplace_back(
        read(store, relation(options.actors, by, options.where.role), filter, options));
    actors.insert(actors.end(), found.ties.actors.begin(), found.ties.actors.end());
    things.insert(things.end(), found.ties.events.begin(), found.ties.events.end());
  }
  make_set(actors);
  things.insert(things.end(), actors.begin(), actors.end());
  make_set(things);

  Network result;
  result.head.title =
      words_in(options.language)("affiliations of " + std::string(name(options.actors)));
  result.head.nodes = describe(store, things, options.language);
  add_mode(result.head.nodes, things, std::move(actors));
  const IdIndex index(things);
  for (const Read& found : relations) add_edges(found, options, index, result.edges);
  return result;
}

} // namespace tela::relations
