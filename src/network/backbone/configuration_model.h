#pragma once

#include "network/affiliation.h"

#include <vector>

namespace tela::network {

/// The two-mode graphs that are random but for their degrees: actor a takes part in event e with
/// probability x_a y_e / (1 + x_a y_e), independently, such that every expected degree is the one
/// observed. Saracco et al., Sci. Rep. 5 (2015) 10595 (the bipartite configuration model). The
/// probability depends on nothing but the two degrees.
class ConfigurationModel {
 public:
  /// Solves for x and y by fixed-point iteration over the distinct degrees. Cost: rounds x distinct
  /// degrees of actors x distinct degrees of events.
  explicit ConfigurationModel(const Affiliation& graph);

  /// How many distinct event degrees there are, and how many events have each.
  [[nodiscard]] const std::vector<std::uint64_t>& event_counts() const noexcept {
    return event_classes_.counts;
  }
  /// The probability that an actor of this degree takes part in an event of class `event_class`.
  /// REQUIRES: some actor has that degree.
  [[nodiscard]] double probability(std::uint32_t actor_degree, std::size_t event_class) const;

  /// The largest difference left between an expected and an observed degree.
  [[nodiscard]] double error() const noexcept { return error_; }

 private:
  // Nodes of one side that have the same degree, and with it the same parameter.
  struct Classes {
    std::vector<std::uint32_t> degrees; // ascending
    std::vector<std::uint64_t> counts;
    std::vector<double> parameters;
  };
  static Classes classes(const TieRows& rows, Node full);
  static void improve(Classes& side, const Classes& other);
  static double largest_error(const Classes& side, const Classes& other);
  static double probability(double x, double y) noexcept;

  Classes actor_classes_;
  Classes event_classes_;
  double error_ = 0;
};

} // namespace tela::network
