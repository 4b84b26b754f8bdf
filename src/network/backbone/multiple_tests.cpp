#include "network/backbone/multiple_tests.h"

#include "base/error.h"

#include <algorithm>
#include <numeric>
#include <string>

namespace tela::network {

namespace {

std::vector<std::size_t> ascending(std::span<const double> p) {
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return p[a] < p[b]; });
  return order;
}

} // namespace

std::vector<double> corrected(std::span<const double> p_values, double tests,
                              Correction correction) {
  std::vector<double> result(p_values.begin(), p_values.end());
  const auto order = ascending(p_values);
  double bound = 0;
  switch (correction) {
  case Correction::none:
    break;
  case Correction::bonferroni:
    for (double& p : result) p = std::min(1.0, p * tests);
    break;
  case Correction::holm: // step down: never smaller than the one before
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
      bound = std::max(bound, p_values[order[rank]] * (tests - static_cast<double>(rank)));
      result[order[rank]] = std::min(1.0, bound);
    }
    break;
  case Correction::benjamini_hochberg: // step up: never larger than the one behind
    bound = 1;
    for (std::size_t rank = order.size(); rank-- > 0;) {
      bound = std::min(bound, p_values[order[rank]] * tests / static_cast<double>(rank + 1));
      result[order[rank]] = bound;
    }
    break;
  }
  return result;
}

Correction correction_named(std::string_view name) {
  if (name == "none") return Correction::none;
  if (name == "bonferroni") return Correction::bonferroni;
  if (name == "holm") return Correction::holm;
  if (name == "benjamini-hochberg") return Correction::benjamini_hochberg;
  throw base::Error(base::Failure::usage, "there is no correction \"" + std::string(name) + "\"",
                    "take one of none, bonferroni, holm, benjamini-hochberg");
}

} // namespace tela::network
