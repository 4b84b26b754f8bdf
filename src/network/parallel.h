#pragma once

#include <cstdint>
#include <functional>

namespace tela::network {

/// How many threads the computer has, at least 1.
[[nodiscard]] unsigned hardware_threads() noexcept;

/// Calls work(block, worker) once for each block below `blocks`, on up to `threads` threads, each
/// with its own worker number below `threads`. Blocks start in order but may end out of order.
/// Returns when all are done; the first exception of a worker ends the rest early and is thrown.
void for_each_block(std::uint64_t blocks, unsigned threads,
                    const std::function<void(std::uint64_t block, unsigned worker)>& work);

} // namespace tela::network
