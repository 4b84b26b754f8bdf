#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <utility>

namespace tela::relations {

/// Which class lies above which, as far as somebody tells. Classes are numbers in the order of
/// their IRIs. Remembers what it asked.
class ClassTree {
 public:
  using Class = std::uint64_t;
  /// Calls visit(upper) for each class right above `lower`.
  using Uppers = std::function<void(Class lower, const std::function<void(Class)>& visit)>;

  /// `counts` are the numbers of things that have a class.
  ClassTree(Uppers uppers, std::map<Class, std::uint64_t> counts)
      : uppers_(std::move(uppers)), counts_(std::move(counts)) {}

  /// Whether `a` says more of a thing than `b`: it lies below it, or else fewer things have it.
  [[nodiscard]] bool is_more_special(Class a, Class b);

 private:
  const std::set<Class>& above(Class special);

  Uppers uppers_;
  std::map<Class, std::uint64_t> counts_;
  std::map<Class, std::set<Class>> above_; // those asked for
};

} // namespace tela::relations
