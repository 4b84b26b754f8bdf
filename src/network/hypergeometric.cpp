#include "network/hypergeometric.h"

#include "base/require.h"

#include <algorithm>
#include <cmath>

namespace tela::network {

namespace {

double log_factorial(double n) {
  int sign = 0; // std::lgamma keeps it in a global variable, which threads would share
  return ::lgamma_r(n + 1, &sign);
}

double log_choose(double n, double k) {
  return log_factorial(n) - log_factorial(k) - log_factorial(n - k);
}

} // namespace

double log_hypergeometric_tail(std::uint64_t shared, std::uint64_t marked, std::uint64_t drawn,
                               std::uint64_t population) {
  base::require(shared <= std::min(marked, drawn) && std::max(marked, drawn) <= population,
                "shared <= min(marked, drawn), marked and drawn <= population");
  const auto big_n = static_cast<double>(population);
  const auto big_k = static_cast<double>(marked);
  const auto n = static_cast<double>(drawn);
  // X cannot be smaller than this, so that the tail from there on is everything.
  const double least = std::max(0.0, big_k + n - big_n);
  if (static_cast<double>(shared) <= least) return 0;

  const auto first = static_cast<double>(shared);
  const double log_first =
      log_choose(big_k, first) + log_choose(big_n - big_k, n - first) - log_choose(big_n, n);
  // The other terms relative to the first, each from the one before.
  double term = 1;
  double sum = 1;
  const auto most = static_cast<std::uint64_t>(std::min(big_k, n));
  for (std::uint64_t next = shared; next < most; ++next) {
    const auto k = static_cast<double>(next);
    const double ratio = (big_k - k) * (n - k) / ((k + 1) * (big_n - big_k - n + k + 1));
    term *= ratio;
    sum += term;
    if (ratio < 1 && term < sum * 1e-17) break;
  }
  return std::min(0.0, log_first + std::log(sum));
}

} // namespace tela::network
