#include "network/backbone/configuration_model.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace tela::network {

// A node tied to everybody on the other side has no finite parameter: its probability is 1.
double ConfigurationModel::probability(double x, double y) noexcept {
  if (std::isinf(x) || std::isinf(y)) return x == 0 || y == 0 ? 0 : 1;
  return x * y / (1 + x * y);
}

ConfigurationModel::Classes ConfigurationModel::classes(const TieRows& rows, Node full) {
  std::map<std::uint32_t, std::uint64_t> counts;
  for (Node n = 0; n < rows.size(); ++n) ++counts[rows.degree(n)];
  Classes result;
  const double scale = std::sqrt(std::max<double>(1, static_cast<double>(rows.columns.size())));
  for (const auto& [degree, count] : counts) {
    result.degrees.push_back(degree);
    result.counts.push_back(count);
    result.parameters.push_back(degree == full ? std::numeric_limits<double>::infinity()
                                               : degree / scale);
  }
  return result;
}

// Sets each parameter to what the other side's parameters ask for: x = d / sum of y / (1 + x y).
void ConfigurationModel::improve(Classes& side, const Classes& other) {
  for (std::size_t i = 0; i < side.degrees.size(); ++i) {
    double& x = side.parameters[i];
    if (x == 0 || std::isinf(x)) continue;
    double sum = 0;
    double certain = 0; // ties to nodes that everybody is tied to
    for (std::size_t j = 0; j < other.degrees.size(); ++j) {
      const double y = other.parameters[j];
      const auto count = static_cast<double>(other.counts[j]);
      if (std::isinf(y)) {
        certain += count;
      } else {
        sum += count * y / (1 + x * y);
      }
    }
    x = sum > 0 ? std::max(0.0, side.degrees[i] - certain) / sum : 0;
  }
}

double ConfigurationModel::largest_error(const Classes& side, const Classes& other) {
  double largest = 0;
  for (std::size_t i = 0; i < side.degrees.size(); ++i) {
    double expected = 0;
    for (std::size_t j = 0; j < other.degrees.size(); ++j)
      expected += static_cast<double>(other.counts[j]) *
                  probability(side.parameters[i], other.parameters[j]);
    largest = std::max(largest, std::abs(expected - side.degrees[i]));
  }
  return largest;
}

ConfigurationModel::ConfigurationModel(const Affiliation& graph)
    : actor_classes_(classes(graph.by_actor(), graph.event_count())),
      event_classes_(classes(graph.by_event(), graph.actor_count())) {
  constexpr int most_rounds = 10'000;
  constexpr double enough = 1e-9; // ties
  for (int round = 0; round < most_rounds; ++round) {
    improve(actor_classes_, event_classes_);
    improve(event_classes_, actor_classes_);
    error_ = largest_error(actor_classes_, event_classes_);
    if (error_ < enough) return;
  }
}

double ConfigurationModel::probability(std::uint32_t actor_degree, std::size_t event_class) const {
  const auto& degrees = actor_classes_.degrees;
  const auto at = std::lower_bound(degrees.begin(), degrees.end(), actor_degree) - degrees.begin();
  return probability(actor_classes_.parameters[static_cast<std::size_t>(at)],
                     event_classes_.parameters[event_class]);
}

} // namespace tela::network
