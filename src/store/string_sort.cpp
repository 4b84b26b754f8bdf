#include "store/string_sort.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <vector>

namespace tela::store {

namespace {

struct Item {
  std::uint64_t key; // eight bytes of the text from the current depth on, as they compare
  std::uint32_t number;
};

// Items that share all bytes before `depth`.
struct Group {
  std::size_t begin, end, depth;
};

std::uint64_t key_at(const BatchTerm& term, std::size_t depth) {
  std::uint64_t key = 0;
  if (depth < term.length)
    std::memcpy(&key, term.data + depth, std::min<std::size_t>(8, term.length - depth));
  return __builtin_bswap64(key);
}

class Sorter {
 public:
  Sorter(std::span<const BatchTerm> terms, std::vector<Item>& items)
      : terms_(terms), items_(items) {}

  void sort() {
    groups_.push_back({0, items_.size(), 0});
    while (!groups_.empty()) {
      const Group group = groups_.back();
      groups_.pop_back();
      split(group);
    }
  }

 private:
  static constexpr std::size_t small = 12;

  [[nodiscard]] const BatchTerm& term(const Item& item) const { return terms_[item.number]; }

  // Orders a group by its next eight bytes, and leaves what they do not decide as new groups.
  void split(const Group& group) {
    const auto begin = items_.begin() + static_cast<std::ptrdiff_t>(group.begin);
    const auto end = items_.begin() + static_cast<std::ptrdiff_t>(group.end);
    if (group.end - group.begin <= small) return compare_whole(begin, end, group.depth);
    bool differ = false;
    for (auto item = begin; item != end; ++item) {
      item->key = key_at(term(*item), group.depth);
      differ = differ || item->key != begin->key;
    }
    if (differ) std::sort(begin, end, [](const Item& a, const Item& b) { return a.key < b.key; });
    for (auto first = begin; first != end;) {
      auto last = first + 1;
      while (last != end && last->key == first->key) ++last;
      if (last - first > 1) split_equal(first, last, group.depth + 8);
      first = last;
    }
  }

  using Iterator = std::vector<Item>::iterator;

  // Texts that end within the eight bytes come first, the shorter before the longer.
  void split_equal(Iterator begin, Iterator end, std::size_t depth) {
    const auto longer =
        std::partition(begin, end, [&](const Item& item) { return term(item).length <= depth; });
    std::sort(begin, longer, [&](const Item& a, const Item& b) {
      return std::pair(term(a).length, term(a).kind) < std::pair(term(b).length, term(b).kind);
    });
    if (end - longer > 1)
      groups_.push_back({static_cast<std::size_t>(longer - items_.begin()),
                         static_cast<std::size_t>(end - items_.begin()), depth});
  }

  void compare_whole(Iterator begin, Iterator end, std::size_t depth) const {
    std::sort(begin, end, [&](const Item& a, const Item& b) {
      const int order = term(a).text().substr(depth).compare(term(b).text().substr(depth));
      return order != 0 ? order < 0 : term(a).kind < term(b).kind;
    });
  }

  std::span<const BatchTerm> terms_;
  std::vector<Item>& items_;
  std::vector<Group> groups_;
};

} // namespace

void sort_terms(std::span<const BatchTerm> terms, std::span<std::uint32_t> numbers) {
  std::vector<Item> items;
  items.reserve(numbers.size());
  for (const std::uint32_t number : numbers) items.push_back({0, number});
  Sorter(terms, items).sort();
  std::ranges::transform(items, numbers.begin(), &Item::number);
}

} // namespace tela::store
