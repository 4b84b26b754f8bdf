#include "shapes/graph.h"
#include "shapes/support.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::tests;
using shapes::Graph;

TEST_CASE("a graph tells what stands at either end of a predicate, each once") {
  const auto store = store_of(":a :p :b, :c . :d :p :c . :a :q :b .");
  const Graph graph(store);
  const auto id = [&](const std::string& name) { return id_of(graph, name); };
  CHECK(names(graph, graph.objects(id("a"), id("p"))) == "b c");
  CHECK(names(graph, graph.subjects(id("p"), id("c"))) == "a d");
  CHECK(names(graph, graph.all_subjects(id("p"))) == "a d");
  CHECK(names(graph, graph.all_objects(id("p"))) == "b c");
  CHECK(graph.statements(id("a")).size() == 3);
  CHECK(graph.holds(id("a"), id("q"), id("b")));
  CHECK_FALSE(graph.holds(id("b"), id("q"), id("a")));
}

TEST_CASE("what the data do not name has no statements") {
  const auto store = store_of(":a :p :b .");
  const Graph graph(store);
  const rdf::Id nobody = id_of(graph, "nobody");
  CHECK_FALSE(nobody.defined());
  CHECK(graph.objects(nobody, id_of(graph, "p")).empty());
  CHECK(graph.objects(id_of(graph, "a"), nobody).empty());
  CHECK(graph.subjects(nobody, id_of(graph, "b")).empty());
  CHECK(graph.all_subjects(nobody).empty());
  CHECK_FALSE(graph.holds(id_of(graph, "a"), nobody, id_of(graph, "b")));
}

TEST_CASE("a node with more statements than are kept of one answers as any other") {
  std::string text = ":a :q :z .";
  for (int i = 0; i < 700; ++i) text += ":a :p " + std::to_string(i) + " .";
  const auto store = store_of(text);
  const Graph graph(store);
  const rdf::Id a = id_of(graph, "a");
  CHECK(graph.objects(a, id_of(graph, "p")).size() == 700);
  CHECK(names(graph, graph.objects(a, id_of(graph, "q"))) == "z");
  CHECK(graph.statements(a).size() == 701);
}

TEST_CASE("nodes that are kept in one place do not answer for one another") {
  std::string text;
  for (int i = 0; i < 9000; ++i)
    text += ":n" + std::to_string(i) + " :p " + std::to_string(i) + " .\n";
  const auto store = store_of(text);
  const Graph graph(store);
  const rdf::Id p = id_of(graph, "p");
  bool all_own = true;
  for (int round = 0; round < 2; ++round)
    for (int i = 0; i < 9000; ++i) {
      const auto found = graph.objects(id_of(graph, "n" + std::to_string(i)), p);
      all_own = all_own && found.size() == 1 && graph.term(found[0]).value == std::to_string(i);
    }
  CHECK(all_own);
}

TEST_CASE("subclasses count at any distance, and in circles") {
  const auto store = store_of(":B rdfs:subClassOf :A . :C rdfs:subClassOf :B . :A rdfs:subClassOf "
                              ":C . :D rdfs:subClassOf :E . :x a :C . :y a :D .");
  const Graph graph(store);
  CHECK(graph.with_subclasses(id_of(graph, "A")).size() == 3);
  CHECK(graph.is_instance(id_of(graph, "x"), "http://example.org/A"));
  CHECK_FALSE(graph.is_instance(id_of(graph, "y"), "http://example.org/A"));
}

TEST_CASE("true is the boolean, in either of its texts, and nothing else") {
  const auto store = store_of(":a :p true . :b :p \"1\"^^xsd:boolean . :c :p false . :d :p 1 . "
                              ":e :p \"true\" .");
  const Graph graph(store);
  const auto is_true = [&](const std::string& name) {
    return graph.is_true(id_of(graph, name), "http://example.org/p");
  };
  CHECK(is_true("a"));
  CHECK(is_true("b"));
  for (const std::string name : {"c", "d", "e", "f"}) CHECK_FALSE(is_true(name));
}

TEST_CASE("a list is read to its end, with members that come again") {
  const auto store = store_of(":a :p ( 1 2 1 ) ; :q () .");
  const Graph graph(store);
  const auto list = [&](const std::string& predicate) {
    return graph.list(graph.objects(id_of(graph, "a"), "http://example.org/" + predicate).at(0));
  };
  CHECK(names(graph, list("p")) == "1 2 1");
  CHECK(list("q").empty());
}

TEST_CASE("a list that loops, forks or breaks off is refused") {
  const std::string head = "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . ";
  for (const std::string list :
       {":l rdf:first 1 ; rdf:rest :l .", ":l rdf:first 1 .", ":l rdf:rest () .",
        ":l rdf:first 1, 2 ; rdf:rest () .", ":l rdf:first 1 ; rdf:rest (), ( 2 ) ."}) {
    INFO(list);
    const auto store = store_of(head + list);
    const Graph graph(store);
    CHECK_THROWS_WITH(graph.list(id_of(graph, "l")), Catch::Contains("not well-formed"));
  }
}

TEST_CASE("who reads a graph can be told to stop") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += ":a :p " + std::to_string(i) + " .";
  const auto store = store_of(text);
  base::Cancellation stopped;
  stopped.cancel();
  const Graph graph(store, &stopped);
  const auto read = [&] {
    for (int i = 0; i < 100; ++i) std::ignore = graph.objects(id_of(graph, "a"), id_of(graph, "p"));
  };
  CHECK_THROWS_AS(read(), base::Error);
}
