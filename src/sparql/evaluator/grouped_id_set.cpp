#include "sparql/evaluator/grouped_id_set.h"

#include "sparql/evaluator/hash_table.h"

#include <algorithm>
#include <bit>

namespace tela::sparql::evaluator {

GroupedIdSet::GroupedIdSet(Context& context) : memory_(context), pages_(16) {}

/// Where the page of `key` stands, or would stand.
std::size_t GroupedIdSet::place(const Key& key) const {
  const std::size_t mask = pages_.size() - 1;
  std::size_t at = hash_ids(key.group, rdf::Id::from_bits(key.page)) & mask;
  while (pages_[at].key.page != Key::free && pages_[at].key != key) at = (at + 1) & mask;
  return at;
}

GroupedIdSet::Page& GroupedIdSet::page(const Key& key) {
  std::size_t at = place(key);
  if (pages_[at].key == key) return pages_[at];
  if (++used_ * 2 > pages_.size()) {
    grow();
    at = place(key);
  }
  pages_[at].key = key;
  return pages_[at];
}

void GroupedIdSet::forget_before(std::uint32_t group) {
  if (used_ < next_sweep_) return;
  std::vector<Page> kept;
  for (const Page& page : pages_)
    if (page.key.page != Key::free && page.key.group >= group) kept.push_back(page);
  pages_ = std::vector<Page>(std::bit_ceil(kept.size() * 2 + 16));
  for (const Page& page : kept) pages_[place(page.key)] = page;
  used_ = kept.size();
  last_ = nullptr;
  next_sweep_ = std::max(least_sweep, used_ * 2);
  memory_.hold(pages_.size() * sizeof(Page));
}

void GroupedIdSet::grow() {
  std::vector<Page> old(pages_.size() * 2);
  memory_.hold(old.size() * sizeof(Page) * 3 / 2); // both stand for a while
  old.swap(pages_);
  for (const Page& page : old)
    if (page.key.page != Key::free) pages_[place(page.key)] = page;
  memory_.hold(pages_.size() * sizeof(Page));
}

} // namespace tela::sparql::evaluator
