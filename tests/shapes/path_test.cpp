#include "shapes/path.h"
#include "shapes/support.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::tests;
using shapes::Graph;
using shapes::Path;

namespace {

/// What `path`, written as SHACL does, leads to from :a.
std::string reached(const std::string& path, const std::string& data) {
  const auto shapes = store_of(":S sh:path " + path + " .");
  const Graph shapes_graph(shapes);
  const rdf::Id node =
      shapes_graph.objects(id_of(shapes_graph, "S"), "http://www.w3.org/ns/shacl#path").at(0);
  const auto store = store_of(data);
  const Graph graph(store);
  return names(graph, values(graph, id_of(graph, "a"), bind(graph, read_path(shapes_graph, node))));
}

std::string refused(const std::string& path) {
  try {
    return "leads to " + reached(path, ":a :p :b .");
  } catch (const base::Error& error) {
    return error.message();
  }
}

/// A chain a → b → c → d → b with a bypass, and an arrow back to :a.
const std::string ring = ":a :p :b . :b :p :c . :c :p :d . :d :p :b . :a :q :c . :e :p :a .";

} // namespace

TEST_CASE("each form of a path leads to its values") {
  CHECK(reached(":p", ring) == "b");
  CHECK(reached("[ sh:inversePath :p ]", ring) == "e");
  CHECK(reached("( :p :p )", ring) == "c");
  CHECK(reached("[ sh:alternativePath ( :p :q ) ]", ring) == "b c");
  CHECK(reached("[ sh:zeroOrOnePath :p ]", ring) == "a b");
  CHECK(reached("[ sh:oneOrMorePath :p ]", ring) == "b c d");
  CHECK(reached("[ sh:zeroOrMorePath :p ]", ring) == "a b c d");
}

TEST_CASE("a value that several ways lead to is one value") {
  const std::string diamond = ":a :p :b, :c . :b :p :d . :c :p :d .";
  CHECK(reached("( :p :p )", diamond) == "d");
  CHECK(reached("[ sh:alternativePath ( :p :p ) ]", diamond) == "b c");
}

TEST_CASE("an inverse turns a whole path around") {
  CHECK(reached("[ sh:inversePath ( :q :p ) ]", ":x :q :y . :y :p :a . :a :q :z .") == "x");
  CHECK(reached("[ sh:inversePath [ sh:inversePath :p ] ]", ring) == "b");
  CHECK(reached("( :p [ sh:inversePath :p ] )", ":a :p :b . :c :p :b .") == "a c");
  CHECK(reached("[ sh:inversePath [ sh:oneOrMorePath :p ] ]", ":x :p :y . :y :p :a .") == "x y");
}

TEST_CASE("one or more steps lead back to the beginning only over a circle") {
  CHECK(reached("[ sh:oneOrMorePath :p ]", ":a :p :b . :b :p :a .") == "a b");
  CHECK(reached("[ sh:oneOrMorePath :p ]", ":a :p :b .") == "b");
  CHECK(reached("[ sh:zeroOrMorePath :nothing ]", ":a :p :b .") == "a");
}

TEST_CASE("a predicate that the data do not have leads nowhere") {
  CHECK(reached(":nothing", ring).empty());
  CHECK(reached("( :p :nothing )", ring).empty());
  CHECK(reached("[ sh:alternativePath ( :nothing :p ) ]", ring) == "b");
}

TEST_CASE("what is no path is refused by name") {
  CHECK_THAT(refused("[]"), Catch::Contains("has no known form"));
  CHECK_THAT(refused("[ sh:inversePath :p, :q ]"), Catch::Contains("has no known form"));
  CHECK_THAT(refused("\"text\""), Catch::Contains("has no known form"));
  CHECK_THAT(refused("( :p )"), Catch::Contains("at least two members"));
  CHECK_THAT(refused("[ sh:alternativePath ( :p ) ]"), Catch::Contains("at least two members"));
  CHECK_THAT(refused("( :p [] )"), Catch::Contains("has no known form"));
}

TEST_CASE("a path within itself, and one nested very deeply, are refused") {
  std::string deep = ":p";
  for (int i = 0; i < 99; ++i) deep = "[ sh:inversePath " + deep + " ]";
  CHECK(refused(deep) == "leads to "); // ninety-nine times the other way
  CHECK_THAT(refused("[ sh:inversePath [ sh:inversePath " + deep + " ] ]"),
             Catch::Contains("nested too deeply"));
  CHECK_THAT(shapes_refused("_:loop sh:inversePath _:loop . :S sh:path _:loop ; sh:minCount 1 ."),
             Catch::Contains("nested too deeply"));
}
