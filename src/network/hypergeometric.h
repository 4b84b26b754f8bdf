#pragma once

#include <cstdint>

namespace tela::network {

/// Natural logarithm of P(X >= shared), where X counts the marked balls among `drawn` drawn without
/// replacement from `population` of which `marked` are marked (Fisher's exact test, upper tail).
/// 0 when shared is 0. Cost: at most min(marked, drawn) - shared terms.
/// REQUIRES: shared <= min(marked, drawn), marked and drawn <= population.
[[nodiscard]] double log_hypergeometric_tail(std::uint64_t shared, std::uint64_t marked,
                                             std::uint64_t drawn, std::uint64_t population);

} // namespace tela::network
