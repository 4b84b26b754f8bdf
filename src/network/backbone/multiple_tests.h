#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace tela::network {

/// How probabilities are corrected when many are looked at together.
enum class Correction {
  none,
  bonferroni, ///< p times the number of tests: no false edge at all, with probability 1 - alpha
  holm,       ///< the same promise, stronger (Holm, Scand. J. Stat. 6 (1979) 65)
  benjamini_hochberg, ///< at most a share alpha of the edges kept are false (J. R. Stat. Soc. B 57
                      ///< (1995) 289), for tests that are independent or positively dependent
};

/// Corrected probabilities, each at most 1: compare them with alpha. `tests` is how many were made,
/// at least p_values.size(): pairs that are not listed count as tests with p = 1. Cost: n log n.
[[nodiscard]] std::vector<double> corrected(std::span<const double> p_values, double tests,
                                            Correction correction);

/// "none", "bonferroni", "holm", "benjamini-hochberg"; throws Error(usage) for other names.
[[nodiscard]] Correction correction_named(std::string_view name);

} // namespace tela::network
