#include "relations/id_index.h"

#include <algorithm>

namespace tela::relations {

using network::Node;

IdIndex::IdIndex(std::span<const rdf::Id> ids) {
  if (ids.empty()) return;
  constexpr std::uint64_t small = std::uint64_t{1} << 20U; // entries: 4 MiB
  const auto [least, greatest] = std::ranges::minmax(ids);
  first_ = least.bits();
  const std::uint64_t width = greatest.bits() - first_ + 1; // 0: all that there are
  if (width != 0 && width <= std::max<std::uint64_t>(small, ids.size() * 16)) {
    table_.assign(width, absent);
    for (Node n = 0; n < ids.size(); ++n) table_[ids[n].bits() - first_] = n;
  } else {
    for (Node n = 0; n < ids.size(); ++n) hashed_.insert_or_assign(ids[n], n);
  }
}

Node IdIndex::operator[](rdf::Id id) const noexcept {
  if (!table_.empty()) {
    const std::uint64_t at = id.bits() - first_; // wraps for smaller ids
    return at < table_.size() ? table_[at] : absent;
  }
  const auto found = hashed_.find(id);
  return found == hashed_.end() ? absent : found->second;
}

void make_set(std::vector<rdf::Id>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

} // namespace tela::relations
