#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace tela::store {

/// Sources of ascending values, the one with the least in front. `IsLess` compares two sources by
/// the values they stand at. For merging: read top(), move it forward, call settle(), or pop() when
/// it has no more.
template<class Source, class IsLess>
class MergeHeap {
 public:
  explicit MergeHeap(IsLess is_less) : is_less_(std::move(is_less)) {}

  void push(Source source) {
    sources_.push_back(std::move(source));
    for (std::size_t i = sources_.size() - 1; i != 0 && less(i, (i - 1) / 2); i = (i - 1) / 2)
      std::swap(sources_[i], sources_[(i - 1) / 2]);
  }

  [[nodiscard]] bool empty() const noexcept { return sources_.empty(); }
  [[nodiscard]] Source& top() noexcept { return sources_.front(); }
  /// The source with the next least value, or null when there is only one.
  [[nodiscard]] Source* runner_up() noexcept {
    if (sources_.size() < 2) return nullptr;
    return &sources_[sources_.size() > 2 && less(2, 1) ? 2 : 1];
  }

  void settle() {
    for (std::size_t i = 0;;) {
      std::size_t child = 2 * i + 1;
      if (child >= sources_.size()) return;
      if (child + 1 < sources_.size() && less(child + 1, child)) ++child;
      if (!less(child, i)) return;
      std::swap(sources_[i], sources_[child]);
      i = child;
    }
  }

  void pop() {
    std::swap(sources_.front(), sources_.back());
    sources_.pop_back();
    settle();
  }

 private:
  [[nodiscard]] bool less(std::size_t a, std::size_t b) const {
    return is_less_(sources_[a], sources_[b]);
  }

  IsLess is_less_;
  std::vector<Source> sources_;
};

} // namespace tela::store
