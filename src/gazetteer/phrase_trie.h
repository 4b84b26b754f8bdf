#pragma once

#include "gazetteer/word_table.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tela::gazetteer {

/// Phrases of words, each with a number: a trie whose edges are words, kept in one hash table. With
/// words as letters a phrase is short (the longest name has about twenty), so walking from every
/// word of a text needs no failure links to stay linear.
class PhraseTrie {
 public:
  using Node = std::uint32_t;
  static constexpr Node root = 0;
  static constexpr Node nowhere = static_cast<Node>(-1);
  static constexpr std::uint32_t no_value = static_cast<std::uint32_t>(-1);

  /// `edges`: how many are expected; a power of two.
  explicit PhraseTrie(std::size_t edges);

  /// The value of `phrase`; no_value for a new one, which the caller then sets. REQUIRES: not
  /// empty, no word 0. The reference is valid until the next call.
  std::uint32_t& value_of(std::span<const WordId> phrase);

  [[nodiscard]] Node step(Node from, WordId word) const noexcept;
  [[nodiscard]] std::uint32_t value(Node node) const noexcept { return values_[node]; }

 private:
  struct Edge {
    Node from = nowhere;
    WordId word = 0;
    Node to = nowhere;
  };
  [[nodiscard]] std::size_t slot(Node from, WordId word) const noexcept;
  void grow();

  std::vector<std::uint32_t> values_; ///< of the nodes
  std::vector<Edge> edges_;           ///< size is a power of two, at most half full
};

} // namespace tela::gazetteer
