#pragma once

#include "network/attributed_graph.h"
#include "network/backbone/multiple_tests.h"
#include "network/graph.h"
#include "network/projection.h"
#include "relations/tie_filter.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tela::relations {

enum class Backbone { none, disparity, sdsm };

/// Several kinds of ties between the same two nodes.
enum class Kinds {
  apart, ///< parallel edges, one a kind
  summed ///< one edge, with the sum of the weights
};

struct Slicing {
  int first_year = 0;
  int last_year = 0;
  int window = 1; ///< years
  network::Accumulation accumulation = network::Accumulation::windowed;
};

struct OneModeOptions {
  Actors actors = Actors::states;
  std::vector<std::string> by{}; ///< see relation()
  Conditions where{};
  network::Weight weight = network::Weight::count;
  network::TieWeights tie_weights = network::TieWeights::ignored; ///< used: the budget's shares
  double min_weight = 0;
  std::size_t top = 0; ///< the strongest edges; 0: all
  Kinds kinds = Kinds::apart;
  Backbone backbone = Backbone::none;
  double alpha = 0.05;
  network::Correction correction = network::Correction::holm;
  std::string ego{}; ///< node id, code or IRI; empty: everybody
  unsigned radius = 1;
  bool dates = false;    ///< edges say when they hold
  bool evidence = false; ///< edges list the events that make them
  bool isolates = false; ///< keep nodes without edges
  std::optional<Slicing> slicing{};
  std::string language = "en";
  base::Execution execution{};
};

/// A network ready for measures and writers.
struct Network {
  network::GraphHead head;
  network::EdgeTable edges;
  std::vector<std::string> notes; ///< what was left out, for people
};

/// Projects two-mode relations of the store onto their actors. Cost: that of the scans and of
/// network::project(). Memory: the ties, and about 150 bytes an edge that is kept; more than
/// most_edges of them end with Error(limit), and so does cancellation. Throws Error(usage) where
/// the options make no sense.
[[nodiscard]] Network one_mode(const store::Store& store, const OneModeOptions& options);

inline constexpr std::size_t most_edges = 20'000'000;

/// Whether only edges that reach a Jaccard similarity are asked for, which network::SimilarityJoin
/// finds without making the others.
[[nodiscard]] bool has_jaccard_threshold(const OneModeOptions& options) noexcept;

/// "states by beneficiaries, memberships", in the language of the labels.
[[nodiscard]] std::string title(const OneModeOptions& options);

/// The network as a graph to be measured: parallel edges collapsed.
[[nodiscard]] network::Graph measurable(const Network& network);

} // namespace tela::relations
