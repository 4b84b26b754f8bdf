#include "relations/class_tree.h"

#include <vector>

namespace tela::relations {

bool ClassTree::is_more_special(Class a, Class b) {
  if (above(a).contains(b)) return !above(b).contains(a) || a < b; // of equal classes the first
  if (above(b).contains(a)) return false;
  return std::pair(counts_[a], a) < std::pair(counts_[b], b);
}

// The classes above one, in any number of steps; circles do no harm.
const std::set<ClassTree::Class>& ClassTree::above(Class special) {
  const auto [known, is_new] = above_.try_emplace(special);
  std::set<Class>& all = known->second;
  if (!is_new) return all;
  for (std::vector<Class> rest{special}; !rest.empty();) {
    const Class lower = rest.back();
    rest.pop_back();
    uppers_(lower, [&](Class upper) {
      if (upper != special && all.insert(upper).second) rest.push_back(upper);
    });
  }
  return all;
}

} // namespace tela::relations
