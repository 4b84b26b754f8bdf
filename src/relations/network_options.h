#pragma once

#include "network/backbone/multiple_tests.h"
#include "network/period.h"
#include "network/projection.h"
#include "relations/tie_filter.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What is asked of a network, in parts: a function takes those that it reads.
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

/// Which ties are looked at.
struct Selection {
  Actors actors = Actors::states;
  std::vector<std::string> by{}; ///< see relation()
  Conditions where{};
};

/// What an edge weighs, and when it holds.
struct Weighing {
  network::Weight weight = network::Weight::count;
  network::TieWeights tie_weights = network::TieWeights::ignored; ///< used: the budget's shares
  double min_weight = 0;
  bool dates = false; ///< edges say when they hold
  std::optional<Slicing> slicing{};
};

/// Which edges are kept of those that weigh enough.
struct Pruning {
  std::size_t top = 0; ///< the strongest edges; 0: all
  Backbone backbone = Backbone::none;
  double alpha = 0.05;
  network::Correction correction = network::Correction::holm;
};

/// Which nodes are shown, and what edges and nodes tell.
struct View {
  Kinds kinds = Kinds::apart;
  std::string ego{}; ///< node id, code or IRI; empty: everybody
  unsigned radius = 1;
  bool evidence = false; ///< edges list the events that make them
  bool isolates = false; ///< keep nodes without edges
  std::string language = "en";
};

/// All of it: `{{.by = {"memberships"}}, {}, {.top = 10}}`.
struct OneModeOptions : Selection, Weighing, Pruning, View {
  OneModeOptions() = default;
  OneModeOptions(Selection ties, Weighing weighing = {}, Pruning pruning = {}, View view = {},
                 base::Execution run = {})
      : Selection(std::move(ties)), Weighing(weighing), Pruning(pruning), View(std::move(view)),
        execution(run) {}

  base::Execution execution{};
};

} // namespace tela::relations
