#include "relations/one_mode.h"

#include "base/error.h"
#include "network/filter.h"
#include "relations/chosen_nodes.h"
#include "relations/derived_edges.h"
#include "relations/id_index.h"
#include "relations/node_description.h"
#include "relations/resource_finder.h"
#include "relations/words.h"
#include "vocabulary/reused.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <tuple>

namespace tela::relations {

namespace {

using network::EdgeTable;
using network::Node;
using network::Value;
using network::ValueType;
using rdf::Id;

std::string kind_name(const DerivedEdges& derived, const DerivedEdge& edge, Kinds kinds) {
  return kinds == Kinds::summed ? "tied" : derived.kinds[edge.kind];
}

// Edges of the same ends and slice become one, whatever their kind.
void sum_kinds(std::vector<DerivedEdge>& edges) {
  const auto key = [](const DerivedEdge& e) {
    return std::tie(e.edge.a, e.edge.b, e.period.first, e.period.last);
  };
  std::stable_sort(edges.begin(), edges.end(),
                   [&](const auto& x, const auto& y) { return key(x) < key(y); });
  std::size_t kept = 0;
  for (const DerivedEdge& edge : edges) {
    if (kept > 0 && key(edges[kept - 1]) == key(edge)) {
      edges[kept - 1].edge.weight += edge.edge.weight;
      edges[kept - 1].edge.shared += edge.edge.shared;
      edges[kept - 1].p_value = std::min(edges[kept - 1].p_value, edge.p_value);
    } else {
      edges[kept++] = edge;
    }
  }
  edges.resize(kept);
}

void keep_strongest(std::vector<DerivedEdge>& edges, std::size_t count) {
  if (count == 0 || edges.size() <= count) return;
  std::stable_sort(edges.begin(), edges.end(), [](const DerivedEdge& x, const DerivedEdge& y) {
    return std::tuple(-x.edge.weight, x.edge.a, x.edge.b) <
           std::tuple(-y.edge.weight, y.edge.a, y.edge.b);
  });
  edges.resize(count);
}

// Which actors are nodes: those of the ego network, or those with edges; and those that have none
// at all, when they are asked for.
std::vector<bool> chosen_actors(const DerivedEdges& derived, std::optional<Node> ego,
                                const View& view) {
  const auto count = static_cast<Node>(derived.actors.size());
  std::vector<bool> tied(count);
  for (const DerivedEdge& edge : derived.edges) tied[edge.edge.a] = tied[edge.edge.b] = true;
  if (!ego) return view.isolates ? std::vector<bool>(count, true) : tied;
  std::vector<network::WeightedEdge> edges;
  for (const DerivedEdge& edge : derived.edges) edges.push_back({edge.edge.a, edge.edge.b, 1});
  const network::Graph graph(count, network::Direction::undirected, edges);
  std::vector<bool> chosen(count);
  if (view.isolates) std::transform(tied.begin(), tied.end(), chosen.begin(), std::logical_not());
  for (const Node node : ego_network(graph, *ego, view.radius)) chosen[node] = true;
  return chosen;
}

// What the edges of a network tell beside their weights.
struct EdgeFacts {
  Kinds kinds;
  bool evidence, p_values, sliced;
};

// The events behind an edge, of one kind or of all.
std::string evidence(const DerivedEdges& derived, const DerivedEdge& edge, const EdgeFacts& facts,
                     const std::vector<std::vector<std::string>>& event_tokens) {
  std::string list;
  for (std::uint32_t kind = 0; kind < derived.two_modes.size(); ++kind) {
    if (facts.kinds == Kinds::apart && kind != edge.kind) continue;
    const auto& graph = derived.two_modes[kind].graph;
    for (const auto& shared : shared_events(graph, edge.edge.a, edge.edge.b))
      if (!facts.sliced || shared.period.overlaps(edge.period))
        network::append_to_list(list, event_tokens[kind][shared.event]);
  }
  return list;
}

std::vector<std::vector<std::string>> tokens_of_events(const store::Store& store,
                                                       const DerivedEdges& derived) {
  std::vector<std::vector<std::string>> tokens;
  for (const TwoMode& two_mode : derived.two_modes) {
    tokens.push_back(texts(store, two_mode.events));
    for (std::string& text : tokens.back()) text = node_token(text);
  }
  return tokens;
}

void fill_edges(const store::Store& store, const DerivedEdges& derived, const EdgeFacts& facts,
                const std::vector<Node>& place, EdgeTable& table) {
  constexpr Node nowhere = IdIndex::absent;
  network::Column& shared = table.add_column({"shared", ValueType::integer});
  network::Column* p_value = nullptr;
  if (facts.p_values) p_value = &table.add_column({"p_value", ValueType::real});
  network::Column* reasons = nullptr;
  std::vector<std::vector<std::string>> event_tokens;
  if (facts.evidence) {
    reasons = &table.add_column({"evidence", ValueType::list});
    event_tokens = tokens_of_events(store, derived);
  }
  for (const DerivedEdge& edge : derived.edges) {
    const Node a = place[edge.edge.a];
    const Node b = place[edge.edge.b];
    if (a == nowhere || b == nowhere) continue;
    table.add({a, b, edge.edge.weight, edge.period}, kind_name(derived, edge, facts.kinds));
    shared.push(std::int64_t{edge.edge.shared});
    if (p_value != nullptr) p_value->push(edge.p_value);
    if (reasons != nullptr)
      reasons->push(std::string_view(evidence(derived, edge, facts, event_tokens)));
  }
}

std::string backbone_note(const DerivedEdges& derived) {
  return "the backbone keeps " + std::to_string(derived.edges.size()) + " of " +
         std::to_string(derived.projected) +
         " edges; --alpha and --correction say how surprising an edge must be";
}

// The title says whose network it is.
void name_centre(const store::Store& store, Id ego, const std::string& language,
                 network::GraphHead& head) {
  head.title += ", " + words_in(language)("around") + " " +
                labels(store, std::span(&ego, 1), language).front();
  head.centre = node_token(texts(store, std::span(&ego, 1)).front());
}

} // namespace

Network one_mode(const store::Store& store, const OneModeOptions& options) {
  DerivedEdges derived = derive(store, options, options, options, options.execution);
  Network result;
  if (options.backbone != Backbone::none) result.notes.push_back(backbone_note(derived));
  if (options.kinds == Kinds::summed) sum_kinds(derived.edges);
  keep_strongest(derived.edges, options.top);

  std::optional<Node> ego;
  if (!options.ego.empty())
    ego =
        static_cast<Node>(find_thing(store, derived.actors, singular(options.actors), options.ego));
  const ChosenNodes nodes = choose(derived.actors, chosen_actors(derived, ego, options));
  result.head.title = title(options, options.language);
  if (ego) name_centre(store, derived.actors[*ego], options.language, result.head);
  result.head.nodes = describe(store, nodes.things, options.language);
  const EdgeFacts facts{options.kinds, options.evidence, options.backbone != Backbone::none,
                        options.slicing.has_value()};
  fill_edges(store, derived, facts, nodes.place, result.edges);
  if (std::string note = left_out_note(nodes, options.actors); !note.empty())
    result.notes.push_back(std::move(note));
  return result;
}

std::string title(const Selection& ties, const std::string& language) {
  const auto word = words_in(language);
  std::string text = word(name(ties.actors)) + " " + word("with") + " ";
  for (const std::string& by : ties.by)
    text.append(&by == ties.by.data() ? "" : ", ")
        .append(kind_in_words(relation(ties.actors, by, ties.where.role).kind, language));
  return text;
}

bool has_jaccard_threshold(const Weighing& weighing) noexcept {
  return weighing.weight == network::Weight::jaccard && weighing.min_weight > 0 &&
         weighing.min_weight <= 1 && weighing.tie_weights == network::TieWeights::ignored;
}

network::Graph measurable(const Network& network) {
  std::vector<network::WeightedEdge> edges;
  edges.reserve(network.edges.size());
  for (std::size_t e = 0; e < network.edges.size(); ++e)
    edges.push_back({network.edges[e].source, network.edges[e].target, network.edges[e].weight});
  return {network.head.nodes.size(), network.head.direction, edges};
}

} // namespace tela::relations
