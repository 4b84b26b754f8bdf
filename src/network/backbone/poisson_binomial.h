#pragma once

#include <cstdint>
#include <span>

namespace tela::network {

/// `count` independent trials that succeed with the same probability.
struct Trials {
  std::uint64_t count = 0;
  double probability = 0;
};

/// P(X >= least), where X is the number of successes of independent trials with different
/// probabilities. Exact, by adding one group of trials after the other, as long as `least` is at
/// most poisson_binomial_exact_limit; above, the refined normal approximation with its correction
/// for skewness (Volkova 1996; Hong, Comput. Stat. Data Anal. 59 (2013) 41, section 2.4), whose
/// absolute error is then below 0.001 (a test checks it). Cost: groups x least^2, or groups.
[[nodiscard]] double poisson_binomial_tail(std::uint64_t least, std::span<const Trials> trials);

inline constexpr std::uint64_t poisson_binomial_exact_limit = 100;

/// The approximation alone.
[[nodiscard]] double refined_normal_tail(std::uint64_t least, std::span<const Trials> trials);

} // namespace tela::network
