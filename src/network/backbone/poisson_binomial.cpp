#include "network/backbone/poisson_binomial.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace tela::network {

namespace {

// P(exactly k successes) for k below `size`.
std::vector<double> binomial(const Trials& trials, std::size_t size) {
  std::vector<double> exactly(size, 0.0);
  const auto n = static_cast<double>(trials.count);
  const double p = trials.probability;
  if (p >= 1) {
    if (trials.count < size) exactly[trials.count] = 1;
    return exactly;
  }
  // Logarithms, since (1 - p)^n alone may be too small for a double.
  double log_term = n * std::log1p(-p);
  const double log_odds = std::log(p) - std::log1p(-p);
  for (std::size_t k = 0; k < size && k <= trials.count; ++k) {
    exactly[k] = std::exp(log_term);
    const auto i = static_cast<double>(k);
    log_term += std::log((n - i) / (i + 1)) + log_odds;
  }
  return exactly;
}

// P(at least k successes) for k = 1..size, at [k - 1]: summed from the far end where that is the
// smaller part, so that small tails keep their digits.
std::vector<double> binomial_tails(const Trials& trials, std::size_t size) {
  constexpr std::size_t far = 200; // terms behind, enough for the digits of a double
  const std::vector<double> exactly = binomial(trials, size + far);
  std::vector<double> tails(size);
  const double mean = static_cast<double>(trials.count) * trials.probability;
  double behind = 0;
  for (std::size_t k = size + far; k-- > 1;) {
    behind += exactly[k];
    if (k <= size) tails[k - 1] = behind;
  }
  double before = exactly[0];
  for (std::size_t k = 1; k <= size; ++k) {
    if (static_cast<double>(k) <= mean) tails[k - 1] = 1 - before;
    before += exactly[k];
  }
  return tails;
}

double exact_tail(std::uint64_t least, std::span<const Trials> trials) {
  // exactly[k]: probability of k successes so far; `reached`: that there are `least` already.
  std::vector<double> exactly(least, 0.0);
  exactly[0] = 1;
  double reached = 0;
  for (const Trials& group : trials) {
    if (group.count == 0 || group.probability <= 0) continue;
    const std::vector<double> more = binomial(group, least);
    const std::vector<double> tails = binomial_tails(group, least);
    std::vector<double> next(least, 0.0);
    for (std::size_t had = 0; had < least; ++had) {
      if (exactly[had] == 0) continue;
      reached += exactly[had] * tails[least - had - 1];
      for (std::size_t k = 0; had + k < least; ++k) next[had + k] += exactly[had] * more[k];
    }
    exactly.swap(next);
  }
  return std::clamp(reached, 0.0, 1.0);
}

} // namespace

double refined_normal_tail(std::uint64_t least, std::span<const Trials> trials) {
  double mean = 0;
  double variance = 0;
  double third = 0; // central moment
  for (const auto& [count, p] : trials) {
    const auto n = static_cast<double>(count);
    mean += n * p;
    variance += n * p * (1 - p);
    third += n * p * (1 - p) * (1 - 2 * p);
  }
  if (variance <= 0) return static_cast<double>(least) <= mean ? 1 : 0;
  const double sigma = std::sqrt(variance);
  const double skewness = third / (variance * sigma);
  const double x = (static_cast<double>(least) - 0.5 - mean) / sigma;
  const double density = std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi);
  const double above = std::erfc(x / std::numbers::sqrt2) / 2;
  return std::clamp(above - skewness * (1 - x * x) * density / 6, 0.0, 1.0);
}

double poisson_binomial_tail(std::uint64_t least, std::span<const Trials> trials) {
  if (least == 0) return 1;
  return least <= poisson_binomial_exact_limit ? exact_tail(least, trials)
                                               : refined_normal_tail(least, trials);
}

} // namespace tela::network
