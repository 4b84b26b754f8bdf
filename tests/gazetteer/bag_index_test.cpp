#include "gazetteer/bag_index.h"
#include "gazetteer/tokens.h"

#include <catch2/catch.hpp>

using namespace tela::gazetteer;

namespace {

/// Names of states as the index keeps them, by their words.
class Index {
 public:
  Index() : kinds_(DataFiles::built_in(), words_) {}

  void add(const std::string& name, std::uint32_t value, std::uint16_t state) {
    bags_.add(ids(name, true), kinds_, value, state);
  }
  std::optional<std::uint32_t> find(const std::string& words) { return bags_.find(ids(words)); }
  std::optional<std::uint32_t> in_order(const std::string& words, std::uint32_t linked = 0) {
    return bags_.find_in_order(ids(words), linked);
  }
  bool has(const std::string& word) { return bags_.has(ids(word).at(0)); }
  bool shared(const std::string& word) { return bags_.shared(ids(word).at(0)); }

 private:
  std::vector<WordId> ids(const std::string& text, bool adding = false) {
    std::vector<WordId> found;
    for (const std::string& word : folded_words(text))
      found.push_back(adding ? words_.add(word) : words_.find(word));
    return found;
  }

  WordTable words_;
  NameWords kinds_;
  BagIndex bags_;
};

using Value = std::optional<std::uint32_t>;

} // namespace

TEST_CASE("a name is found by the words that tell it apart, whatever their order") {
  Index index;
  index.add("the Republic of Korea", 7, 1);
  CHECK(index.find("korea republic") == Value(7));
  CHECK(index.find("republic korea") == Value(7));
  CHECK(index.find("korea") == Value());
  CHECK(index.find("korea republic korea") == Value());
}

TEST_CASE("in order, a name has its words as they are written") {
  Index index;
  index.add("the Republic of Korea", 7, 1);
  CHECK(index.in_order("republic korea") == Value(7));
  CHECK(index.in_order("korea republic") == Value());
}

TEST_CASE("a link that the text has, the name must have at the same place") {
  Index index;
  index.add("South Sudan", 1, 1);
  index.add("Republic of the Congo", 2, 2);
  CHECK(index.in_order("south sudan", 0b00) == Value(1));
  CHECK(index.in_order("south sudan", 0b10) == Value()); // South of Sudan
  CHECK(index.in_order("republic congo", 0b10) == Value(2));
  CHECK(index.in_order("republic congo", 0b00) == Value(2)); // Rep. Congo
}

TEST_CASE("words of two states are nobody's") {
  Index index;
  index.add("Guinea Bissau", 1, 1);
  index.add("Bissau Guinea", 2, 2);
  CHECK(index.find("guinea bissau") == Value());
  CHECK(index.in_order("guinea bissau") == Value());
}

TEST_CASE("two names of one state under the same words are the first of them") {
  Index index;
  index.add("Korea Republic", 1, 5);
  index.add("the Republic of Korea", 2, 5);
  CHECK(index.find("korea republic") == Value(1));
  CHECK(index.in_order("republic korea") == Value(2));
}

TEST_CASE("a word is shared when names of several states have it") {
  Index index;
  index.add("Equatorial Guinea", 1, 1);
  index.add("Guinea", 2, 2);
  index.add("New Mexico", 3, BagIndex::no_entity);
  index.add("Mexico", 4, 4);
  CHECK(index.shared("guinea"));
  CHECK_FALSE(index.shared("equatorial"));
  CHECK_FALSE(index.shared("mexico")); // New Mexico is no state
  CHECK(index.has("equatorial"));
  CHECK(index.has("new"));
  CHECK_FALSE(index.has("the"));
}

TEST_CASE("a name of one telling word is no bag") {
  Index index;
  index.add("the Gambia", 1, 1);
  CHECK(index.find("gambia") == Value());
  CHECK(index.has("gambia"));
}
