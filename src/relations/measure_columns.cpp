#include "relations/measure_columns.h"

#include "base/error.h"
#include "network/measures/assortativity.h"
#include "network/measures/betweenness.h"
#include "network/measures/closeness.h"
#include "network/measures/clustering.h"
#include "network/measures/communities.h"
#include "network/measures/components.h"
#include "network/measures/constraint.h"
#include "network/measures/core_number.h"
#include "network/measures/degree.h"
#include "network/measures/eigenvector.h"
#include "network/measures/pagerank.h"
#include "network/measures/summary.h"
#include "network/measures/two_mode_clustering.h"

#include <algorithm>
#include <array>
#include <map>

namespace tela::relations {

namespace {

using network::Distance;
using network::Graph;
using network::Value;
using network::ValueType;

// What every measure works with.
struct Context {
  Network& network;
  const Graph& graph;
  std::uint64_t seed;
  const base::Execution& execution;
};

template<class Values>
void add_column(Context& context, const char* name, const Values& values) {
  using Cell = typename Values::value_type;
  constexpr ValueType type = std::is_same_v<Cell, bool>       ? ValueType::boolean
                             : std::is_floating_point_v<Cell> ? ValueType::real
                                                              : ValueType::integer;
  network::Column& column = context.network.head.nodes.add_column({name, type});
  for (const auto value : values) {
    if constexpr (type == ValueType::integer) {
      column.push(static_cast<std::int64_t>(value));
    } else {
      column.push(Cell(value));
    }
  }
}

// Several measures give some figures, each the same.
void add_figure(Context& context, network::Figure figure) {
  auto& figures = context.network.head.figures;
  const bool known = std::ranges::any_of(
      figures, [&](const auto& other) { return other.attribute == figure.attribute; });
  if (!known) figures.push_back(std::move(figure));
}

void add_figure(Context& context, const char* name, double value) {
  add_figure(context, {{name, ValueType::real}, value});
}

void add_count(Context& context, const char* name, std::uint64_t count) {
  add_figure(context, {{name, ValueType::integer}, static_cast<std::int64_t>(count)});
}

void add_iterated(Context& context, const char* name, const network::Iterated& found) {
  if (!found.converged)
    context.network.notes.push_back(std::string(name) + " did not settle in " +
                                    std::to_string(found.rounds) + " rounds");
  add_column(context, name, found.scores);
}

void degree(Context& c) {
  add_column(c, "degree", network::degree(c.graph));
}
void strength(Context& c) {
  add_column(c, "strength", network::strength(c.graph));
}

void betweenness(Context& c) {
  add_column(c, "betweenness", network::betweenness(c.graph, Distance::hops, c.execution));
}

void weighted_betweenness(Context& c) {
  add_column(c, "weighted_betweenness",
             network::betweenness(c.graph, Distance::inverse_weight, c.execution));
}

void edge_betweenness(Context& c) {
  const auto values = network::edge_betweenness(c.graph, Distance::hops, c.execution);
  network::EdgeTable& edges = c.network.edges;
  network::Column& column = edges.add_column({"edge_betweenness", ValueType::real});
  for (std::size_t e = 0; e < edges.size(); ++e) {
    const auto found = c.graph.edge_between(edges[e].source, edges[e].target);
    column.push(found ? Value(values[*found]) : Value());
  }
}

void closeness(Context& c) {
  add_column(c, "closeness", network::closeness(c.graph, Distance::hops, c.execution));
}

void eigenvector(Context& c) {
  add_iterated(c, "eigenvector", network::eigenvector(c.graph, c.execution));
}
void pagerank(Context& c) {
  add_iterated(c, "pagerank", network::pagerank(c.graph, 0.85, c.execution));
}

void clustering(Context& c) {
  add_column(c, "clustering", network::clustering(c.graph, c.execution).local);
}
void core(Context& c) {
  add_column(c, "core", network::core_number(c.graph));
}
void constraint(Context& c) {
  add_column(c, "constraint", network::constraint(c.graph, c.execution));
}

void component(Context& c) {
  add_column(c, "component", network::components(c.graph).group_of);
}

void articulation(Context& c) {
  add_column(c, "articulation", network::articulation_points(c.graph));
}

network::Communities communities_with_figures(Context& c) {
  auto found = network::communities(c.graph, {.resolution = 1, .seed = c.seed}, c.execution);
  add_count(c, "communities", found.partition.sizes.size());
  add_figure(c, "modularity", found.modularity);
  add_count(c, "community_seed", c.seed);
  return found;
}

void community(Context& c) {
  add_column(c, "community", communities_with_figures(c).partition.group_of);
}

// By the regions of the nodes; those without one are one kind.
void assortativity(Context& c) {
  const network::Column* regions = c.network.head.nodes.column("region");
  if (regions == nullptr) return;
  std::map<std::string, std::uint32_t> numbers;
  std::vector<std::uint32_t> kinds;
  for (std::size_t n = 0; n < regions->size(); ++n) {
    const Value value = (*regions)[n];
    const std::string region(network::has_value(value) ? std::get<std::string_view>(value) : "");
    kinds.push_back(numbers.try_emplace(region, numbers.size()).first->second);
  }
  if (const auto found = network::assortativity(c.graph, kinds))
    add_figure(c, "region_assortativity", *found);
}

void whole(Context& c) {
  const network::Summary figures = network::summarise(c.graph, c.execution);
  add_count(c, "edges", figures.edges);
  add_figure(c, "density", figures.density);
  add_count(c, "components", figures.components);
  add_count(c, "diameter", network::diameter(c.graph, c.execution));
  add_figure(c, "average_clustering", figures.average_clustering);
  add_figure(c, "transitivity", figures.transitivity);
  add_figure(c, "mean_degree", figures.mean_degree);
  add_figure(c, "largest_component", figures.largest_component);
  communities_with_figures(c);
  assortativity(c);
}

bool is_text(const Value& value, std::string_view text) {
  const auto* held = std::get_if<std::string_view>(&value);
  return held != nullptr && *held == text;
}

// Of the actors of a network of affiliations; its events have none.
void two_mode_clustering(Context& c) {
  network::NodeTable& nodes = c.network.head.nodes;
  const network::Column* const mode = nodes.column("mode");
  if (mode == nullptr) return;
  std::vector<network::Tie> ties;
  for (std::size_t e = 0; e < c.network.edges.size(); ++e)
    ties.push_back({c.network.edges[e].source, c.network.edges[e].target, 1, {}});
  const network::Affiliation graph(nodes.size(), nodes.size(), std::move(ties));
  const std::vector<double> values = network::two_mode_clustering(graph, c.execution);
  network::Column& column = nodes.add_column({"two_mode_clustering", ValueType::real});
  for (network::Node n = 0; n < nodes.size(); ++n)
    column.push(is_text((*mode)[n], "actor") ? Value(values[n]) : Value());
  add_figure(c, "two_mode_closure", network::two_mode_closure(graph, c.execution));
}

struct Measure {
  std::string_view name;
  void (*add)(Context&);
};

constexpr std::array measures{
    Measure{"degree", degree},
    Measure{"strength", strength},
    Measure{"betweenness", betweenness},
    Measure{"weighted-betweenness", weighted_betweenness},
    Measure{"edge-betweenness", edge_betweenness},
    Measure{"closeness", closeness},
    Measure{"eigenvector", eigenvector},
    Measure{"pagerank", pagerank},
    Measure{"clustering", clustering},
    Measure{"two-mode-clustering", two_mode_clustering},
    Measure{"core", core},
    Measure{"constraint", constraint},
    Measure{"component", component},
    Measure{"articulation", articulation},
    Measure{"community", community},
    Measure{"assortativity", assortativity},
    Measure{"whole", whole},
};

} // namespace

std::string measure_names() {
  std::string names;
  for (const Measure& measure : measures)
    names.append(names.empty() ? "" : ", ").append(measure.name);
  return names;
}

bool is_measure(std::string_view name) {
  return std::ranges::any_of(measures, [&](const Measure& one) { return one.name == name; });
}

void add_measures(Network& network, std::span<const std::string> names, std::uint64_t seed,
                  const base::Execution& execution) {
  if (names.empty()) return;
  const auto asked = [&](std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  for (const std::string& name : names)
    if (name != "all" && std::none_of(measures.begin(), measures.end(),
                                      [&](const Measure& m) { return m.name == name; }))
      throw base::Error(base::Failure::usage, "there is no measure \"" + name + "\"",
                        "take all, or some of " + measure_names());
  if (asked("two-mode-clustering") && network.head.nodes.column("mode") == nullptr)
    throw base::Error(base::Failure::usage, "this network has one mode only",
                      "take tela graph affiliations for two-mode-clustering");
  const Graph graph = measurable(network);
  Context context{network, graph, seed, execution};
  for (const Measure& measure : measures)
    if (asked("all") || asked(measure.name)) measure.add(context);
}

} // namespace tela::relations
