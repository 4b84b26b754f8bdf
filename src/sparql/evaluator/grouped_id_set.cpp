#include "sparql/evaluator/grouped_id_set.h"

#include "sparql/evaluator/hash_table.h"

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

void GroupedIdSet::grow() {
  std::vector<Page> old(pages_.size() * 2);
  memory_.hold(old.size() * sizeof(Page) * 3 / 2); // both stand for a while
  old.swap(pages_);
  for (const Page& page : old)
    if (page.key.page != Key::free) pages_[place(page.key)] = page;
  memory_.hold(pages_.size() * sizeof(Page));
}

} // namespace tela::sparql::evaluator
