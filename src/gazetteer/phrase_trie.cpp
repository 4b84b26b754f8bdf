#include "gazetteer/phrase_trie.h"

#include "base/require.h"

#include <algorithm>

namespace tela::gazetteer {

PhraseTrie::PhraseTrie(std::size_t edges) : values_{no_value}, edges_(edges * 2) {}

std::size_t PhraseTrie::slot(Node from, WordId word) const noexcept {
  const std::size_t mask = edges_.size() - 1;
  std::uint64_t key = (std::uint64_t{from} << 32U) | word;
  key *= 0x9e3779b97f4a7c15U; // 2^64 divided by the golden ratio: spreads neighbours
  std::size_t at = (key >> 32U) & mask;
  while (edges_[at].from != nowhere && (edges_[at].from != from || edges_[at].word != word))
    at = (at + 1) & mask;
  return at;
}

PhraseTrie::Node PhraseTrie::step(Node from, WordId word) const noexcept {
  return edges_[slot(from, word)].to;
}

std::uint32_t& PhraseTrie::value_of(std::span<const WordId> phrase) {
  base::require(
      [&] { return !phrase.empty() && std::ranges::find(phrase, WordId{0}) == phrase.end(); },
      "not empty, no word 0");
  Node node = root;
  for (const WordId word : phrase) {
    const std::size_t at = slot(node, word);
    if (edges_[at].from == nowhere) {
      edges_[at] = {node, word, static_cast<Node>(values_.size())};
      values_.push_back(no_value);
      node = edges_[at].to;
      if (values_.size() * 2 > edges_.size()) grow();
    } else {
      node = edges_[at].to;
    }
  }
  return values_[node];
}

void PhraseTrie::grow() {
  std::vector<Edge> old(edges_.size() * 2);
  old.swap(edges_);
  for (const Edge& edge : old)
    if (edge.from != nowhere) edges_[slot(edge.from, edge.word)] = edge;
}

} // namespace tela::gazetteer
