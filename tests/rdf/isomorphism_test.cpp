#include "base/error.h"
#include "catch2/catch.hpp"
#include "rdf/isomorphism.h"
#include "rdf/turtle_reader.h"
#include "support/quad_list.h"

#include <numeric>
#include <random>

using namespace tela;

namespace {

std::vector<rdf::Quad> trig(const std::string& text) {
  tests::QuadList list;
  rdf::read_trig("test", "PREFIX : <http://e.example/> " + text, list);
  return list.quads;
}

bool same(const std::string& a, const std::string& b) {
  return rdf::is_isomorphic(trig(a), trig(b));
}

rdf::Quad edge(std::size_t from, std::size_t to) {
  return {rdf::blank("n" + std::to_string(from)), rdf::iri("http://e.example/p"),
          rdf::blank("n" + std::to_string(to)), std::nullopt};
}

std::vector<rdf::Quad> cycles(std::initializer_list<std::size_t> lengths) {
  std::vector<rdf::Quad> quads;
  std::size_t start = 0;
  for (const std::size_t length : lengths) {
    for (std::size_t i = 0; i < length; ++i)
      quads.push_back(edge(start + i, start + (i + 1) % length));
    start += length;
  }
  return quads;
}

} // namespace

TEST_CASE("names of blank nodes and order of statements do not matter") {
  CHECK(same("_:a :p _:b . _:b :p 1 .", "_:y :p 1 . _:x :p _:y ."));
  CHECK(same(":s :p [ :q [ :r 1 ] ] .", ":s :p _:1 . _:2 :r 1 . _:1 :q _:2 ."));
  CHECK(same("", ""));
  CHECK(same(":a :b :c . :a :b :c .", ":a :b :c ."));
}

TEST_CASE("what is said and where does matter") {
  CHECK_FALSE(same("_:a :p _:b .", "_:a :p _:a ."));
  CHECK_FALSE(same("_:a :p 1 .", "_:a :p 2 ."));
  CHECK_FALSE(same(":a :p \"x\"@en .", ":a :p \"x\"@fr ."));
  CHECK_FALSE(same(":g { :a :p 1 }", ":a :p 1 ."));
  CHECK_FALSE(same("_:g { :a :p _:g }", "_:g { :a :p _:x }"));
  CHECK(same("_:g { :a :p _:g }", "_:x { :a :p _:x }"));
  CHECK_FALSE(same(":a :p :b .", ":a :p :b , :c ."));
}

TEST_CASE("cycles that look alike from every node are told apart") {
  CHECK(rdf::is_isomorphic(cycles({6}), cycles({6})));
  CHECK_FALSE(rdf::is_isomorphic(cycles({6}), cycles({3, 3})));
  CHECK_FALSE(rdf::is_isomorphic(cycles({4, 5}), cycles({3, 6})));
}

TEST_CASE("a shuffled graph of blank nodes is the same graph") {
  std::mt19937 random(7); // NOLINT(*-msc51-cpp): the same graph every time
  std::vector<std::size_t> names(30);
  std::iota(names.begin(), names.end(), 0U);
  std::vector<rdf::Quad> a;
  std::vector<rdf::Quad> b;
  std::shuffle(names.begin(), names.end(), random);
  for (int i = 0; i < 60; ++i) {
    const std::size_t from = random() % names.size();
    const std::size_t to = random() % names.size();
    a.push_back(edge(from, to));
    b.push_back(edge(names[from], names[to]));
  }
  std::shuffle(b.begin(), b.end(), random);
  CHECK(rdf::is_isomorphic(a, b));
}

TEST_CASE("hostile symmetry ends with an error, not with a hang") {
  // Two strongly regular graphs with the same parameters (16, 6, 2, 2): the rook's graph and
  // Shrikhande's. Refinement alone cannot part them.
  std::vector<rdf::Quad> rook;
  std::vector<rdf::Quad> shrikhande;
  for (std::size_t a = 0; a < 16; ++a)
    for (std::size_t b = 0; b < 16; ++b) {
      const std::size_t dx = (a % 4 + 4 - b % 4) % 4;
      const std::size_t dy = (a / 4 + 4 - b / 4) % 4;
      if (a != b && (dx == 0 || dy == 0)) rook.push_back(edge(a, b));
      const bool steps =
          (dx == 0 && dy % 2 == 1) || (dy == 0 && dx % 2 == 1) || (dx == dy && dx % 2 == 1);
      if (steps) shrikhande.push_back(edge(a, b));
    }
  REQUIRE(rook.size() == shrikhande.size());
  CHECK_FALSE(rdf::is_isomorphic(rook, shrikhande));
  CHECK_THROWS_AS(rdf::is_isomorphic(rook, shrikhande, 5), base::Error);
}
