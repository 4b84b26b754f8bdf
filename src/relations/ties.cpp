#include "relations/ties.h"

#include "base/require.h"
#include "relations/id_index.h"
#include "relations/identities.h"
#include "relations/periods.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tela::relations {

namespace {

using network::Node;
using rdf::Id;
using rdf::Order;

// Members of a sorted set; everything when there is none.
class Allowed {
 public:
  explicit Allowed(const std::optional<std::vector<Id>>& ids) {
    if (ids) index_.emplace(*ids);
  }
  [[nodiscard]] bool operator()(Id id) const { return !index_ || (*index_)[id] != IdIndex::absent; }

 private:
  std::optional<IdIndex> index_;
};

// Starts an event where it is not the last one already, and adds a tie to it.
void add_tie(RawTies& ties, Id event, Node actor) {
  if (ties.events.empty() || ties.events.back() != event) {
    ties.events.push_back(event);
    ties.offsets.push_back(ties.columns.size());
  }
  ties.columns.push_back(actor);
  ties.offsets.back() = ties.columns.size();
}

std::vector<Id> actors_of(const store::Store& store, Order by_actor, Id predicate,
                          const std::optional<std::vector<Id>>& allowed) {
  std::vector<Id> actors = distinct_ids(store, by_actor, predicate);
  if (allowed)
    std::erase_if(actors, [&](Id id) { return !std::ranges::binary_search(*allowed, id); });
  return actors;
}

using Pair = std::pair<Id, Id>; // event, actor

// Whether a graph that counts has the statement too.
bool stands_elsewhere(const store::Store& store, const std::array<Id, 3>& triple,
                      const std::vector<Id>& left_out) {
  auto cursor =
      store.scan(Order::spo, triple, {rdf::GraphSelection::Kind::each, {}}, {rdf::graph_column});
  for (auto rows = cursor.next(); rows.count > 0; rows = cursor.next())
    for (std::size_t row = 0; row < rows.count; ++row)
      if (!std::ranges::binary_search(left_out, rows.columns[3][row])) return true;
  return false;
}

// The ties of a predicate that stand only in the graphs left out, ascending. They are few.
std::vector<Pair> left_out(const store::Store& store, Order by_event, Id predicate,
                           const std::vector<Id>& graphs) {
  std::vector<Pair> pairs;
  if (graphs.empty()) return pairs;
  auto cursor = store.scan(by_event, std::array{predicate},
                           {rdf::GraphSelection::Kind::merge_of, graphs}, {1, 2});
  for (auto rows = cursor.next(); rows.count > 0; rows = cursor.next())
    for (std::size_t row = 0; row < rows.count; ++row)
      pairs.emplace_back(rows.columns[1][row], rows.columns[2][row]);
  std::erase_if(pairs, [&](const Pair& pair) {
    const auto& [event, actor] = pair;
    const Id subject = by_event == Order::pso ? event : actor;
    return stands_elsewhere(store, {subject, predicate, subject == event ? actor : event}, graphs);
  });
  return pairs;
}

// One predicate, by event: its subjects when the actors are objects, and the other way round.
RawTies scan(const store::Store& store, const Predicate& predicate, const TieFilter& filter) {
  RawTies ties;
  const Id id = id_of(store, predicate.iri);
  if (!id.defined()) return ties;
  const bool objects = predicate.actor == ActorEnd::object;
  const Order by_event = objects ? Order::pso : Order::pos;
  ties.actors = actors_of(store, objects ? Order::pos : Order::pso, id, filter.actors);
  const IdIndex number(ties.actors);
  const Allowed event_allowed(filter.events);
  const std::vector<Pair> doubtful = left_out(store, by_event, id, filter.graphs_left_out);
  const auto counts = [&](Id event, Id actor) {
    return event_allowed(event) &&
           (doubtful.empty() || !std::ranges::binary_search(doubtful, Pair(event, actor)));
  };
  if (!filter.actors && !filter.events) {
    ties.columns.reserve(store.count(by_event, std::array{id}));
    ties.events.reserve(store.distinct(by_event, std::array{id}));
    ties.offsets.reserve(ties.events.capacity() + 1);
  }
  auto cursor = store.scan(by_event, std::array{id}, {}, {1, 2});
  for (auto rows = cursor.next(); rows.count > 0; rows = cursor.next())
    for (std::size_t row = 0; row < rows.count; ++row) {
      const Node actor = number[rows.columns[2][row]];
      if (actor != IdIndex::absent && counts(rows.columns[1][row], rows.columns[2][row]))
        add_tie(ties, rows.columns[1][row], actor);
    }
  if (filter.events || !doubtful.empty()) drop_idle_actors(ties);
  return ties;
}

void append_pairs(const RawTies& ties, std::vector<Pair>& pairs) {
  for (std::size_t e = 0; e < ties.events.size(); ++e)
    for (std::uint64_t tie = ties.offsets[e]; tie < ties.offsets[e + 1]; ++tie)
      pairs.emplace_back(ties.events[e], ties.actors[ties.columns[tie]]);
}

RawTies grouped(std::vector<Pair> pairs) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  RawTies ties;
  for (const Pair& pair : pairs) ties.actors.push_back(pair.second);
  make_set(ties.actors);
  const IdIndex number(ties.actors);
  for (const auto& [event, actor] : pairs) add_tie(ties, event, number[actor]);
  return ties;
}

// Lets the columns count among other actors, which hold all of those that have a tie.
void number_anew(RawTies& ties, std::span<const Id> actors) {
  const IdIndex number(actors);
  std::vector<Node> places;
  for (const Id actor : ties.actors) places.push_back(number[actor]);
  for (Node& column : ties.columns) column = places[column];
}

RawTies read_all(const store::Store& store, const std::vector<Predicate>& predicates,
                 const TieFilter& filter) {
  std::vector<RawTies> found;
  for (const Predicate& predicate : predicates) {
    RawTies ties = scan(store, predicate, filter);
    if (!ties.columns.empty()) found.push_back(std::move(ties));
  }
  if (found.empty()) return {};
  if (found.size() == 1) return std::move(found.front());
  std::vector<Pair> pairs;
  for (const RawTies& ties : found) append_pairs(ties, pairs);
  return grouped(std::move(pairs));
}

void erase_events(const std::vector<Id>& events, RawTies& ties) {
  if (events.empty()) return;
  std::vector<Pair> pairs;
  append_pairs(ties, pairs);
  std::erase_if(pairs,
                [&](const Pair& pair) { return std::ranges::binary_search(events, pair.first); });
  ties = grouped(std::move(pairs));
}

// Takes out the ties of events that were at no time of the period.
void keep_during(const store::Store& store, const network::Period& period, RawTies& ties) {
  const std::vector<network::Period> when = periods(store, ties.events);
  std::vector<Id> outside;
  for (std::size_t e = 0; e < when.size(); ++e)
    if (!when[e].overlaps(period)) outside.push_back(ties.events[e]);
  erase_events(outside, ties);
}

void drop_undated_meetings(const store::Store& store, RawTies& ties) {
  erase_events(undated_meetings(store, ties.events), ties);
}

// Actors and events that a common middle thing has: both lists are grouped by it.
RawTies composed(const RawTies& actors_by_middle, const RawTies& events_by_middle) {
  std::vector<Pair> pairs;
  std::size_t other = 0;
  for (std::size_t m = 0; m < actors_by_middle.events.size(); ++m) {
    const Id middle = actors_by_middle.events[m];
    while (other < events_by_middle.events.size() && events_by_middle.events[other] < middle)
      ++other;
    if (other == events_by_middle.events.size()) break;
    if (events_by_middle.events[other] != middle) continue;
    for (auto a = actors_by_middle.offsets[m]; a < actors_by_middle.offsets[m + 1]; ++a)
      for (auto e = events_by_middle.offsets[other]; e < events_by_middle.offsets[other + 1]; ++e)
        pairs.emplace_back(events_by_middle.actors[events_by_middle.columns[e]],
                           actors_by_middle.actors[actors_by_middle.columns[a]]);
  }
  return grouped(std::move(pairs));
}

// What two sources name differently is one event, or one actor, all the same.
RawTies unified(RawTies ties, const Identities& identities) {
  const auto has_other_names = [&](const std::vector<Id>& ids) {
    return std::ranges::any_of(identities.represented(),
                               [&](Id id) { return std::ranges::binary_search(ids, id); });
  };
  if (!has_other_names(ties.events) && !has_other_names(ties.actors)) return ties;
  std::vector<Pair> pairs;
  append_pairs(ties, pairs);
  for (auto& [event, actor] : pairs) {
    event = identities.representative(event);
    actor = identities.representative(actor);
  }
  return grouped(std::move(pairs));
}

// Those of `allowed` that are of the relation's classes.
std::optional<std::vector<Id>> allowed_actors(const store::Store& store, const Relation& relation,
                                              const std::optional<std::vector<Id>>& allowed) {
  if (relation.actor_classes.empty()) return allowed;
  std::vector<Id> actors;
  for (const std::string_view of_class : relation.actor_classes) {
    const std::vector<Id> some = instances(store, of_class);
    actors.insert(actors.end(), some.begin(), some.end());
  }
  make_set(actors);
  if (allowed)
    std::erase_if(actors,
                  [&](Id id) { return !std::binary_search(allowed->begin(), allowed->end(), id); });
  return actors;
}

} // namespace

void drop_idle_actors(RawTies& ties) {
  std::vector<bool> busy(ties.actors.size());
  for (const Node actor : ties.columns) busy[actor] = true;
  std::vector<Id> kept;
  for (Node actor = 0; actor < busy.size(); ++actor)
    if (busy[actor]) kept.push_back(ties.actors[actor]);
  if (kept.size() == ties.actors.size()) return;
  number_anew(ties, kept);
  ties.actors = std::move(kept);
}

RawTies read_ties(const store::Store& store, const Relation& relation, const TieFilter& all) {
  TieFilter filter = all;
  filter.actors = allowed_actors(store, relation, all.actors);
  const Identities identities(store);
  RawTies first = read_all(store, relation.predicates, filter);
  for (const std::string_view of_class : relation.no_events)
    erase_events(instances(store, of_class), first);
  if (filter.period) drop_undated_meetings(store, first);
  if (relation.through.empty()) return unified(std::move(first), identities);
  // The event filter is about the middle things: projects, when partners are the events.
  if (filter.period) keep_during(store, *filter.period, first);
  filter.actors.reset();
  return unified(composed(first, read_all(store, relation.through, filter)), identities);
}

std::vector<Id> all_actors(const std::vector<RawTies>& relations) {
  std::vector<Id> actors;
  for (const RawTies& ties : relations)
    actors.insert(actors.end(), ties.actors.begin(), ties.actors.end());
  make_set(actors);
  return actors;
}

TwoMode two_mode(RawTies ties, std::vector<Id> actors, std::vector<double> weights,
                 const std::vector<network::Period>& periods) {
  base::require([&] { return std::ranges::includes(actors, ties.actors); },
                "every actor of the ties is listed");
  if (ties.actors != actors) number_anew(ties, actors);
  network::TieRows rows;
  if (!periods.empty()) {
    rows.periods.reserve(ties.columns.size());
    for (std::size_t e = 0; e < ties.events.size(); ++e)
      rows.periods.insert(rows.periods.end(), ties.offsets[e + 1] - ties.offsets[e], periods[e]);
  }
  rows.columns = std::move(ties.columns);
  rows.offsets = std::move(ties.offsets);
  rows.weights = std::move(weights);
  const auto count = static_cast<Node>(actors.size());
  return {std::move(actors), std::move(ties.events), {count, std::move(rows)}};
}

} // namespace tela::relations
