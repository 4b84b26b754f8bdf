#include "sparql/optimiser/slots.h"

#include <catch2/catch.hpp>

using namespace tela::sparql::optimiser;

TEST_CASE("a set of slots holds each once, ascending") {
  SlotSet set{5, 1, 3, 1};
  CHECK(set.list() == std::vector<Slot>{1, 3, 5});
  CHECK(set.front() == 1);
  set.insert(SlotSet{4, 5});
  CHECK(set.list() == std::vector<Slot>{1, 3, 4, 5});
  CHECK(set.size() == 4);
}

TEST_CASE("sets of slots are cut, joined and taken from one another") {
  const SlotSet a{1, 2, 3};
  const SlotSet b{3, 4};
  CHECK((a & b) == SlotSet{3});
  CHECK((a | b) == SlotSet{1, 2, 3, 4});
  CHECK((a - b) == SlotSet{1, 2});
  CHECK((a & SlotSet{}).empty());
}

TEST_CASE("a set contains its slots, its parts and the empty set") {
  const SlotSet set{1, 2, 3};
  CHECK(set.contains(2));
  CHECK_FALSE(set.contains(4));
  CHECK(set.contains(SlotSet{1, 3}));
  CHECK_FALSE(set.contains(SlotSet{1, 4}));
  CHECK(set.contains(SlotSet{}));
  CHECK(set.meets({3, 4}));
  CHECK_FALSE(set.meets({4, 5}));
  CHECK_FALSE(set.meets({}));
}

TEST_CASE("a variable has one slot, however often it is named") {
  VariableTable table;
  const Slot x = table.slot({"x"});
  const Slot y = table.slot({"y"});
  CHECK(x != y);
  CHECK(table.slot({"x"}) == x);
  CHECK(table.find({"y"}) == y);
  CHECK_FALSE(table.find({"z"}));
  CHECK(table[y].name == "y");
  CHECK(table.size() == 2);
}

TEST_CASE("a fresh slot is of no variable that a query can name") {
  VariableTable table;
  const Slot first = table.fresh();
  CHECK(table.fresh() != first);
  CHECK(table[first].is_generated());
  CHECK_FALSE(table.find({"plan0"}));
}
