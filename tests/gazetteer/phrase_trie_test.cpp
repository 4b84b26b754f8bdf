#include "gazetteer/phrase_trie.h"

#include <catch2/catch.hpp>

#include <array>

using namespace tela::gazetteer;

namespace {

PhraseTrie::Node walk(const PhraseTrie& trie, std::initializer_list<WordId> phrase) {
  PhraseTrie::Node node = PhraseTrie::root;
  for (const WordId word : phrase)
    if (node != PhraseTrie::nowhere) node = trie.step(node, word);
  return node;
}

} // namespace

TEST_CASE("a phrase has the value that it was given, its beginnings have none") {
  PhraseTrie trie(16);
  trie.value_of(std::array<WordId, 3>{1, 2, 3}) = 7;
  CHECK(trie.value(walk(trie, {1, 2, 3})) == 7);
  CHECK(trie.value(walk(trie, {1, 2})) == PhraseTrie::no_value);
  CHECK(walk(trie, {2}) == PhraseTrie::nowhere);
  CHECK(walk(trie, {1, 2, 3, 4}) == PhraseTrie::nowhere);
}

TEST_CASE("a phrase may go on behind the end of another") {
  PhraseTrie trie(16);
  trie.value_of(std::array<WordId, 1>{5}) = 1;
  trie.value_of(std::array<WordId, 2>{5, 6}) = 2;
  CHECK(trie.value(walk(trie, {5})) == 1);
  CHECK(trie.value(walk(trie, {5, 6})) == 2);
  CHECK(trie.value_of(std::array<WordId, 1>{5}) == 1); // entered already
}

TEST_CASE("a trie takes more phrases than were expected") {
  PhraseTrie trie(2);
  constexpr WordId most = 3000;
  for (WordId word = 1; word <= most; ++word)
    trie.value_of(std::array<WordId, 2>{word, most + 1 - word}) = word;
  for (WordId word = 1; word <= most; ++word)
    REQUIRE(trie.value(walk(trie, {word, most + 1 - word})) == word);
}
