#pragma once

#include <functional>
#include <vector>

namespace tela::store {

/// Runs every task, on at most `threads` threads at once (this one among them), and waits for all.
/// Rethrows the first exception; tasks not yet begun are then left out.
void run_parallel(unsigned threads, const std::vector<std::function<void()>>& tasks);

} // namespace tela::store
