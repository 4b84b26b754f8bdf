#include "sparql/optimiser/cycles.h"

#include <algorithm>

namespace tela::sparql::optimiser {

namespace {

/// Variables of pattern `at` that stand in another one that is left.
SlotSet shared_variables(const std::vector<SlotSet>& patterns, const std::vector<std::size_t>& left,
                         std::size_t at) {
  SlotSet others;
  for (const std::size_t other : left)
    if (other != at) others.insert(patterns[other]);
  return patterns[at] & others;
}

bool is_ear(const std::vector<SlotSet>& patterns, const std::vector<std::size_t>& left,
            std::size_t at) {
  const SlotSet shared = shared_variables(patterns, left, at);
  return shared.empty() || std::any_of(left.begin(), left.end(), [&](std::size_t other) {
           return other != at && patterns[other].contains(shared);
         });
}

} // namespace

std::vector<std::size_t> cyclic_core(const std::vector<SlotSet>& patterns) {
  std::vector<std::size_t> left;
  for (std::size_t i = 0; i < patterns.size(); ++i) left.push_back(i);
  while (true) {
    const auto ear = std::find_if(left.begin(), left.end(),
                                  [&](std::size_t at) { return is_ear(patterns, left, at); });
    if (ear == left.end()) return left;
    left.erase(ear);
  }
}

} // namespace tela::sparql::optimiser
