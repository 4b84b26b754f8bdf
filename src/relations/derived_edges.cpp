#include "relations/derived_edges.h"

#include "base/error.h"
#include "network/backbone/disparity.h"
#include "network/backbone/sdsm.h"
#include "network/filter.h"
#include "network/shared_counts.h"
#include "network/similarity_join.h"
#include "relations/one_mode.h"
#include "relations/periods.h"
#include "relations/tie_weights.h"

#include <algorithm>
#include <optional>
#include <span>

namespace tela::relations {

namespace {

using network::Period;
using network::ProjectedEdge;

[[noreturn]] void too_many_edges() {
  throw base::Error(base::Failure::limit,
                    "the network has more than " + std::to_string(most_edges) + " edges",
                    "raise --min-weight, take --top N, or narrow it with --where");
}

// Whether the edges that reach the threshold can be found without looking at the others, and
// there are actors enough for that to matter.
bool joinable(const network::Affiliation& graph, const Weighing& weighing) {
  return has_jaccard_threshold(weighing) && graph.by_event().periods.empty() &&
         graph.actor_count() > network::SharedCounts::most_actors;
}

// Gives the edges of `graph` that weigh enough to `sink`, some at a time.
void pass_edges(const network::Affiliation& graph, const Weighing& weighing,
                const base::Execution& execution, const network::ProjectedEdgeSink& sink) {
  if (joinable(graph, weighing)) {
    network::SimilarityJoin join(graph, weighing.min_weight, execution);
    for (auto some = join.next(); !some.empty(); some = join.next()) sink(some);
  } else {
    project(graph,
            {.weight = weighing.weight,
             .tie_weights = weighing.tie_weights,
             .min_weight = weighing.min_weight,
             .execution = execution},
            sink);
  }
}

std::vector<ProjectedEdge> projected(const network::Affiliation& graph, const Weighing& weighing,
                                     const Pruning& pruning, const base::Execution& execution) {
  // A backbone has to see all edges before the strongest are taken.
  if (pruning.top > 0 && pruning.backbone == Backbone::none) {
    network::StrongestEdges strongest(pruning.top);
    pass_edges(graph, weighing, execution, [&](auto edges) { strongest.add(edges); });
    return strongest.take();
  }
  std::vector<ProjectedEdge> result;
  pass_edges(graph, weighing, execution, [&](auto edges) {
    if (result.size() + edges.size() > most_edges) too_many_edges();
    result.insert(result.end(), edges.begin(), edges.end());
  });
  std::sort(result.begin(), result.end(), [](const ProjectedEdge& x, const ProjectedEdge& y) {
    return std::pair(x.a, x.b) < std::pair(y.a, y.b);
  });
  return result;
}

std::vector<double> p_values(const network::Affiliation& graph,
                             const std::vector<ProjectedEdge>& edges, const Pruning& pruning,
                             const base::Execution& execution) {
  if (pruning.backbone == Backbone::sdsm) {
    const double n = graph.actor_count();
    return corrected(sdsm(graph, edges, execution), n * (n - 1) / 2, pruning.correction);
  }
  std::vector<network::WeightedEdge> weighted;
  weighted.reserve(edges.size());
  for (const ProjectedEdge& edge : edges) weighted.push_back({edge.a, edge.b, edge.weight});
  const network::Graph one_mode(graph.actor_count(), network::Direction::undirected, weighted);
  // The edges come sorted and simple, so that they stand in the same order there.
  return corrected(disparity(one_mode), static_cast<double>(edges.size()), pruning.correction);
}

// From the first to the last day on which the two share something.
Period hull_of_shared(const network::Affiliation& graph, const ProjectedEdge& edge) {
  const auto shared = shared_events(graph, edge.a, edge.b);
  Period hull = shared.front().period;
  for (const auto& event : shared) hull = network::hull(hull, event.period);
  return hull;
}

// Edges say when they hold.
void date_edges(const network::Affiliation& graph, std::span<DerivedEdge> edges) {
  for (DerivedEdge& edge : edges) edge.period = hull_of_shared(graph, edge.edge);
}

// Appends the edges of `graph` that the backbone keeps; all of them where there is none.
void append_kept(const network::Affiliation& graph, const std::vector<ProjectedEdge>& edges,
                 const Pruning& pruning, const base::Execution& execution, const DerivedEdge& like,
                 DerivedEdges& result) {
  const bool tested = pruning.backbone != Backbone::none;
  const std::vector<double> p =
      tested ? p_values(graph, edges, pruning, execution) : std::vector<double>(edges.size(), 1);
  result.projected += edges.size();
  for (std::size_t i = 0; i < edges.size(); ++i) {
    if (tested && p[i] >= pruning.alpha) continue;
    result.edges.push_back({edges[i], like.kind, like.period, p[i]});
    if (result.edges.size() > most_edges) too_many_edges();
  }
}

TwoMode loaded(const store::Store& store, RawTies ties, const std::vector<rdf::Id>& actors,
               const Weighing& weighing, const std::optional<Period>& during) {
  std::vector<double> weights;
  if (weighing.tie_weights == network::TieWeights::used) weights = budget_shares(store, ties);
  std::vector<Period> when;
  if (weighing.dates || weighing.slicing || during) when = periods(store, ties.events);
  TwoMode result = two_mode(std::move(ties), actors, std::move(weights), when);
  if (during) result.graph = result.graph.during(*during);
  return result;
}

// The ties in a slice. What ties through intermediate things is read anew, since these are what
// has a time: two processes are tied by a state that came to both in the slice, on whatever day.
network::Affiliation in_slice(const store::Store& store, const Relation& relation, TieFilter filter,
                              const Period& slice, const TwoMode& read) {
  if (relation.through.empty()) return read.graph.during(slice);
  if (filter.period && !filter.period->overlaps(slice)) return {};
  filter.period = filter.period ? network::intersection(*filter.period, slice) : slice;
  return two_mode(read_ties(store, relation, filter), read.actors).graph;
}

} // namespace

DerivedEdges derive(const store::Store& store, const Selection& selection, const Weighing& weighing,
                    const Pruning& pruning, const base::Execution& execution) {
  TieFilter filter = tie_filter(store, selection.actors, selection.where);
  if (weighing.slicing && !filter.period)
    filter.period = network::years(weighing.slicing->first_year, weighing.slicing->last_year);
  std::vector<RawTies> ties;
  std::vector<Relation> relations;
  DerivedEdges result;
  for (const std::string& by : selection.by) {
    const Relation& tied =
        relations.emplace_back(relation(selection.actors, by, selection.where.role));
    result.kinds.push_back(tied.kind);
    ties.push_back(read_ties(store, tied, filter));
  }
  result.actors = all_actors(ties);
  const auto append = [&](const network::Affiliation& graph, std::uint32_t kind,
                          const Period& slice) {
    append_kept(graph, projected(graph, weighing, pruning, execution), pruning, execution,
                {{}, kind, slice, 1}, result);
  };
  for (std::uint32_t kind = 0; kind < ties.size(); ++kind) {
    const TwoMode& read = result.two_modes.emplace_back(
        loaded(store, std::move(ties[kind]), result.actors, weighing, selection.where.period));
    if (!weighing.slicing) {
      const std::size_t before = result.edges.size();
      append(read.graph, kind, Period{});
      if (weighing.dates) date_edges(read.graph, std::span(result.edges).subspan(before));
      continue;
    }
    const Slicing& slicing = *weighing.slicing;
    for (const Period& slice : network::slices(slicing.first_year, slicing.last_year,
                                               slicing.window, slicing.accumulation))
      append(in_slice(store, relations[kind], filter, slice, read), kind, slice);
  }
  return result;
}

} // namespace tela::relations
