#include "relations/derived_edges.h"

#include "base/error.h"
#include "network/backbone/disparity.h"
#include "network/backbone/sdsm.h"
#include "network/filter.h"
#include "network/shared_counts.h"
#include "network/similarity_join.h"
#include "relations/periods.h"
#include "relations/tie_weights.h"

#include <algorithm>

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
bool joinable(const network::Affiliation& graph, const OneModeOptions& options) {
  return has_jaccard_threshold(options) && graph.by_event().periods.empty() &&
         graph.actor_count() > network::SharedCounts::most_actors;
}

std::vector<ProjectedEdge> projected(const network::Affiliation& graph,
                                     const OneModeOptions& options) {
  const network::ProjectionOptions projection{.weight = options.weight,
                                              .tie_weights = options.tie_weights,
                                              .min_weight = options.min_weight,
                                              .execution = options.execution};
  const auto pass_to = [&](const network::ProjectedEdgeSink& sink) {
    if (joinable(graph, options)) {
      network::SimilarityJoin join(graph, options.min_weight, options.execution);
      for (auto some = join.next(); !some.empty(); some = join.next()) sink(some);
    } else {
      project(graph, projection, sink);
    }
  };
  // A backbone has to see all edges before the strongest are taken.
  if (options.top > 0 && options.backbone == Backbone::none) {
    network::StrongestEdges strongest(options.top);
    pass_to([&](auto edges) { strongest.add(edges); });
    return strongest.take();
  }
  std::vector<ProjectedEdge> result;
  pass_to([&](auto edges) {
    if (result.size() + edges.size() > most_edges) too_many_edges();
    result.insert(result.end(), edges.begin(), edges.end());
  });
  std::sort(result.begin(), result.end(), [](const ProjectedEdge& x, const ProjectedEdge& y) {
    return std::pair(x.a, x.b) < std::pair(y.a, y.b);
  });
  return result;
}

std::vector<double> p_values(const network::Affiliation& graph,
                             const std::vector<ProjectedEdge>& edges,
                             const OneModeOptions& options) {
  if (options.backbone == Backbone::sdsm) {
    const double n = graph.actor_count();
    return corrected(sdsm(graph, edges, options.execution), n * (n - 1) / 2, options.correction);
  }
  std::vector<network::WeightedEdge> weighted;
  weighted.reserve(edges.size());
  for (const ProjectedEdge& edge : edges) weighted.push_back({edge.a, edge.b, edge.weight});
  const network::Graph one_mode(graph.actor_count(), network::Direction::undirected, weighted);
  // The edges come sorted and simple, so that they stand in the same order there.
  return corrected(disparity(one_mode), static_cast<double>(edges.size()), options.correction);
}

// From the first to the last day on which the two share something.
Period hull_of_shared(const network::Affiliation& graph, const ProjectedEdge& edge) {
  const auto shared = shared_events(graph, edge.a, edge.b);
  Period hull = shared.front().period;
  for (const auto& event : shared) hull = network::hull(hull, event.period);
  return hull;
}

void append(const network::Affiliation& graph, std::uint32_t kind, const OneModeOptions& options,
            std::optional<Period> slice, DerivedEdges& result) {
  const auto edges = projected(graph, options);
  result.projected += edges.size();
  std::vector<double> p(edges.size(), 1);
  if (options.backbone != Backbone::none) p = p_values(graph, edges, options);
  for (std::size_t i = 0; i < edges.size(); ++i) {
    if (options.backbone != Backbone::none && p[i] >= options.alpha) continue;
    DerivedEdge derived{edges[i], kind, slice.value_or(Period{}), p[i]};
    if (options.dates && !slice) derived.period = hull_of_shared(graph, edges[i]);
    result.edges.push_back(derived);
    if (result.edges.size() > most_edges) too_many_edges();
  }
}

TwoMode loaded(const store::Store& store, RawTies ties, const std::vector<rdf::Id>& actors,
               const OneModeOptions& options) {
  std::vector<double> weights;
  if (options.tie_weights == network::TieWeights::used) weights = budget_shares(store, ties);
  std::vector<Period> when;
  if (options.dates || options.slicing || options.where.period) when = periods(store, ties.events);
  TwoMode result = two_mode(std::move(ties), actors, std::move(weights), when);
  if (options.where.period) result.graph = result.graph.during(*options.where.period);
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

DerivedEdges derive(const store::Store& store, const OneModeOptions& options) {
  TieFilter filter = tie_filter(store, options.actors, options.where);
  if (options.slicing && !filter.period)
    filter.period = network::years(options.slicing->first_year, options.slicing->last_year);
  std::vector<RawTies> ties;
  std::vector<Relation> relations;
  DerivedEdges result;
  for (const std::string& by : options.by) {
    const Relation& tied = relations.emplace_back(relation(options.actors, by, options.where.role));
    result.kinds.push_back(tied.kind);
    ties.push_back(read_ties(store, tied, filter));
  }
  result.actors = all_actors(ties);
  for (std::uint32_t kind = 0; kind < ties.size(); ++kind) {
    const TwoMode& read =
        result.two_modes.emplace_back(loaded(store, std::move(ties[kind]), result.actors, options));
    if (!options.slicing) {
      append(read.graph, kind, options, std::nullopt, result);
      continue;
    }
    const Slicing& slicing = *options.slicing;
    for (const Period& slice : network::slices(slicing.first_year, slicing.last_year,
                                               slicing.window, slicing.accumulation))
      append(in_slice(store, relations[kind], filter, slice, read), kind, options, slice, result);
  }
  return result;
}

} // namespace tela::relations
