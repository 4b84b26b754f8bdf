#include "sparql/evaluator/strong_components.h"

#include <algorithm>

namespace tela::sparql::evaluator {

namespace {

constexpr std::uint32_t none = ~std::uint32_t{0};

class Tarjan {
 public:
  Tarjan(std::span<const std::uint32_t> starts, std::span<const std::uint32_t> targets)
      : starts_(starts), targets_(targets), order_(starts.size() - 1, none), lowest_(order_.size()),
        component_(order_.size(), none) {}

  std::vector<std::uint32_t> run(Pacer& pacer) {
    for (std::uint32_t root = 0; root < order_.size(); ++root) {
      if (order_[root] == none) open(root);
      while (!visits_.empty()) {
        step();
        pacer.step();
      }
    }
    return std::move(component_);
  }

 private:
  struct Visit {
    std::uint32_t node, edge; ///< the next edge to follow
  };

  void open(std::uint32_t node) {
    order_[node] = lowest_[node] = met_++;
    stack_.push_back(node);
    visits_.push_back({node, starts_[node]});
  }

  /// Follows one edge of the node in hand, or leaves the node.
  void step() {
    Visit& visit = visits_.back();
    if (visit.edge == starts_[visit.node + 1]) {
      leave(visit.node);
      return;
    }
    const std::uint32_t from = visit.node;
    const std::uint32_t to = targets_[visit.edge++];
    if (order_[to] == none)
      open(to);
    else if (component_[to] == none)
      lowest_[from] = std::min(lowest_[from], order_[to]);
  }

  void leave(std::uint32_t node) {
    visits_.pop_back();
    if (!visits_.empty()) {
      std::uint32_t& lowest = lowest_[visits_.back().node];
      lowest = std::min(lowest, lowest_[node]);
    }
    if (lowest_[node] != order_[node]) return;
    std::uint32_t member = none;
    do {
      member = stack_.back();
      stack_.pop_back();
      component_[member] = components_;
    } while (member != node);
    ++components_;
  }

  std::span<const std::uint32_t> starts_, targets_;
  std::vector<std::uint32_t> order_;     ///< in which nodes were met
  std::vector<std::uint32_t> lowest_;    ///< the first node met that can be reached back
  std::vector<std::uint32_t> component_; ///< none: the node is on the stack, or not met
  std::vector<std::uint32_t> stack_;     ///< nodes whose component is not complete
  std::vector<Visit> visits_;            ///< the way to the node in hand
  std::uint32_t met_ = 0, components_ = 0;
};

} // namespace

std::vector<std::uint32_t> strong_components(std::span<const std::uint32_t> starts,
                                             std::span<const std::uint32_t> targets, Pacer& pacer) {
  return Tarjan(starts, targets).run(pacer);
}

} // namespace tela::sparql::evaluator
