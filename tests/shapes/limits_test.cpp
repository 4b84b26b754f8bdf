#include "base/error.h"
#include "shapes/support.h"

#include <catch2/catch.hpp>

#include <chrono>

using namespace tela;
using namespace tela::tests;

namespace {

// Shape n asks the next one twice, in `operator_`; the last one asks for :x.
std::string tower(const std::string& operator_, int height) {
  std::string text;
  for (int i = 0; i < height; ++i) {
    const std::string next = ":S" + std::to_string(i + 1);
    text += ":S" + std::to_string(i) + " " + operator_ + " ( " + next + " " + next + " ) .\n";
  }
  return text + ":S" + std::to_string(height) + " sh:property [ sh:path :x ; sh:minCount 1 ] .";
}

double seconds_of(const std::string& shapes, const std::string& data, std::size_t results) {
  const auto start = std::chrono::steady_clock::now();
  CHECK(check(shapes, data).results.size() == results);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

constexpr double patience = 20; // without memory the towers take longer than the universe has

} // namespace

TEST_CASE("a shape meets a node once, however often others refer to it") {
  const auto operator_ = GENERATE("sh:and", "sh:or", "sh:xone");
  const std::string shapes = tower(operator_, 60) + ":S0 sh:targetNode :a, :b .";
  CHECK(seconds_of(shapes, ":a :x 1 .", operator_ == std::string("sh:xone") ? 2 : 1) < patience);
}

TEST_CASE("a node that many paths lead to is checked once") {
  std::string data;
  std::string shapes = ":S0 sh:targetNode :n0 .";
  constexpr int height = 60;
  for (int i = 0; i < height; ++i) {
    const std::string n = std::to_string(i);
    const std::string next = std::to_string(i + 1);
    data += ":n" + n + " :p :l" + n + ", :r" + n + " . :l" + n + " :p :n" + next + " . :r" + n +
            " :p :n" + next + " .\n";
    shapes += ":S" + n + " sh:property [ sh:path :p ; sh:property [ sh:path :p ; sh:node :S" +
              next + " ] ] .\n";
  }
  shapes += ":S" + std::to_string(height) + " sh:nodeKind sh:IRI .";
  CHECK(seconds_of(shapes, data, 0) < patience);
}

TEST_CASE("recursive shapes are checked to an end") {
  const std::string shapes =
      ":S sh:targetNode :a, :b ; sh:property [ sh:path :next ; sh:node :S ] ,"
      " [ sh:path :name ; sh:minCount 1 ] .";
  CHECK(faults(shapes, ":a :name 1 ; :next :b . :b :name 1 ; :next :a .").empty());
  CHECK(faults(shapes, ":a :name 1 ; :next :b . :b :next :a .") ==
        Lines{"a Node", "b MinCount", "b Node"});
  const std::string both = ":S sh:targetNode :a ; sh:and ( :T :T ) . :T sh:and ( :S :S ) .";
  CHECK(faults(both, ":a :x 1 .").empty());
}

TEST_CASE("an answer that rests on a check that is going on is not kept for others") {
  // While :S is checked at :a, :T conforms at :a, for :S is taken to conform; but :S does not.
  const std::string shapes = ":S sh:targetNode :a ; sh:node :T ; sh:class :Missing ."
                             ":T sh:node :S . :U sh:targetNode :a ; sh:node :T ; sh:node :T .";
  CHECK(faults(shapes, ":a :x 1 .") == Lines{"a Class", "a Node"});
}

TEST_CASE("time and memory end a validation") {
  std::string data;
  for (int i = 0; i < 2000; ++i) data += ":a :p " + std::to_string(i) + " .\n";
  const std::string shapes = ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:lessThan :p ] .";
  base::Cancellation stopped;
  stopped.cancel();
  CHECK_THROWS_AS(check(shapes, data, {&stopped, nullptr}), base::Error);
  base::MemoryBudget memory(1 << 16);
  CHECK_THROWS_AS(check(shapes, data, {nullptr, &memory}), base::Error);
  CHECK(memory.used() == 0);
}

TEST_CASE("a path that is long when written out is refused") {
  std::string paths;
  for (int i = 0; i < 60; ++i)
    paths += "_:p" + std::to_string(i) + " sh:alternativePath ( _:p" + std::to_string(i + 1) +
             " _:p" + std::to_string(i + 1) + " ) .\n";
  CHECK_THROWS_WITH(
      check(paths + "_:p60 sh:inversePath :p . :S sh:path _:p0 ; sh:minCount 1 .", ""),
      Catch::Contains("too long"));
}
