// What is written and read back is the same dataset, for every writer that has a reader.

#include "base/error.h"
#include "catch2/catch.hpp"
#include "rdf/isomorphism.h"
#include "redland/nasty_terms.h"
#include "redland/reader.h"
#include "redland/writer.h"
#include "support/quad_list.h"

#include <random>

using namespace tela;
using redland::Syntax;

namespace {

using Quads = std::vector<rdf::Quad>;

const std::vector<Syntax> graph_syntaxes{Syntax::nquads, Syntax::trig};
const std::vector<Syntax> triple_syntaxes{Syntax::ntriples, Syntax::nquads,  Syntax::turtle,
                                          Syntax::trig,     Syntax::rdf_xml, Syntax::rdf_json};

redland::WriteOptions hostile_prefixes() {
  redland::WriteOptions options;
  options.prefixes.add("e", "http://e.example/");
  options.prefixes.add("", "http://e.example/ns#");
  options.prefixes.add("geo", "http://www.w3.org/2003/01/geo/wgs84_pos#");
  options.prefixes.add("ex", "http://e.example/ex/");
  options.prefixes.add("rdf", "http://e.example/not-rdf#");
  options.prefixes.add("xmlns", "http://e.example/xmlns#");
  options.prefixes.add("odd", "http://e.example/10");
  options.prefixes.add("ns", "http://e.example/other/");
  options.prefixes.add("xsd", "http://www.w3.org/2001/XMLSchema#");
  return options;
}

std::string written(Syntax syntax, const Quads& quads, const redland::WriteOptions& options) {
  std::string text;
  const auto writer = redland::make_writer(
      syntax, [&](std::string_view part) { text += part; }, options);
  for (const auto& quad : quads) writer->quad(rdf::view(quad));
  writer->finish();
  return text;
}

Quads read(Syntax syntax, const std::string& text) {
  tests::QuadList list;
  redland::read_text("written", text, syntax, list);
  return list.quads;
}

void check_round_trip(Syntax syntax, const Quads& quads, const redland::WriteOptions& options) {
  const std::string text = written(syntax, quads, options);
  INFO(redland::info(syntax).name << "\n" << text.substr(0, 2000));
  CHECK(rdf::is_isomorphic(read(syntax, text), quads));
}

void check_round_trip(Syntax syntax, const Quads& quads) {
  check_round_trip(syntax, quads, {});
  check_round_trip(syntax, quads, {rdf::PrefixMap::standard()});
  check_round_trip(syntax, quads, hostile_prefixes());
}

rdf::Quad about(const rdf::Term& subject, const rdf::Term& predicate, const rdf::Term& object) {
  return {subject, predicate, object, std::nullopt};
}

const auto s = rdf::iri("http://e.example/s");
const auto p = rdf::iri("http://e.example/p");

rdf::Term pick(std::mt19937& random, const std::vector<rdf::Term>& terms) {
  return terms[random() % terms.size()];
}

} // namespace

TEST_CASE("every nasty literal comes back, alone and together") {
  for (const Syntax syntax : triple_syntaxes) {
    Quads all;
    for (const auto& literal : tests::nasty_literals()) {
      all.push_back(about(s, p, literal));
      const std::string text = written(syntax, {all.back()}, hostile_prefixes());
      INFO(redland::info(syntax).name << "\n" << text.substr(0, 1000));
      CHECK(read(syntax, text) == Quads{all.back()});
    }
    check_round_trip(syntax, all);
  }
}

TEST_CASE("every nasty IRI and blank node comes back in every position") {
  auto resources = tests::nasty_iris();
  for (const auto& blank : tests::nasty_blanks()) resources.push_back(blank);
  for (const Syntax syntax : triple_syntaxes) {
    Quads all;
    for (const auto& resource : resources) {
      const Quads alone{about(resource, p, s), about(s, p, resource)};
      INFO(rdf::to_ntriples(resource));
      check_round_trip(syntax, alone, hostile_prefixes());
      all.insert(all.end(), alone.begin(), alone.end());
    }
    for (const auto& predicate : tests::plain_predicates()) {
      INFO(rdf::to_ntriples(predicate));
      check_round_trip(syntax, {about(s, predicate, s)}, hostile_prefixes());
      all.push_back(about(s, predicate, s));
      all.push_back(about(s, predicate, rdf::literal("x")));
    }
    check_round_trip(syntax, all);
  }
}

TEST_CASE("what XML cannot hold comes back from the others and is refused by RDF/XML") {
  auto literals = tests::literals_beyond_xml();
  auto predicates = tests::predicates_beyond_xml();
  for (const Syntax syntax : triple_syntaxes) {
    for (const auto& literal : literals) {
      const Quads quads{about(s, p, literal)};
      if (syntax == Syntax::rdf_xml)
        CHECK_THROWS_WITH(written(syntax, quads, {}),
                          Catch::Contains("RDF/XML cannot hold a control character"));
      else
        check_round_trip(syntax, quads);
    }
    for (const auto& iri : tests::iris_beyond_xml()) {
      const Quads quads{about(iri, p, s), about(s, p, iri)};
      if (syntax == Syntax::rdf_xml)
        CHECK_THROWS_WITH(written(syntax, quads, {}),
                          Catch::Contains("RDF/XML cannot hold the IRI"));
      else
        check_round_trip(syntax, quads);
    }
    for (const auto& predicate : predicates) {
      const Quads quads{about(s, predicate, s)};
      INFO(rdf::to_ntriples(predicate));
      if (syntax == Syntax::rdf_xml)
        CHECK_THROWS_WITH(written(syntax, quads, {}),
                          Catch::Contains("RDF/XML cannot hold the predicate"));
      else
        check_round_trip(syntax, quads);
    }
  }
}

TEST_CASE("graphs come back, or are refused") {
  Quads quads;
  auto names = tests::nasty_iris();
  for (const auto& blank : tests::nasty_blanks()) names.push_back(blank);
  for (const auto& name : names) {
    quads.push_back({s, p, name, name});
    quads.push_back({name, p, rdf::literal("x"), std::nullopt});
    quads.push_back({s, p, name, name});
  }
  for (const Syntax syntax : graph_syntaxes) check_round_trip(syntax, quads);
  for (const Syntax syntax : {Syntax::ntriples, Syntax::turtle, Syntax::rdf_xml, Syntax::rdf_json})
    CHECK_THROWS_WITH(written(syntax, quads, {}), Catch::Contains("cannot hold the named graph"));
}

TEST_CASE("random datasets come back whatever the order of their statements") {
  std::mt19937 random(11); // NOLINT(*-msc51-cpp): the same datasets every time
  auto nodes = tests::nasty_iris();
  for (const auto& blank : tests::nasty_blanks()) nodes.push_back(blank);
  auto objects = nodes;
  for (const auto& literal : tests::nasty_literals()) objects.push_back(literal);
  for (int round = 0; round < 40; ++round) {
    Quads triples;
    Quads quads;
    for (int i = 0; i < 60; ++i) {
      triples.push_back(about(pick(random, nodes), pick(random, tests::plain_predicates()),
                              pick(random, objects)));
      quads.push_back(triples.back());
      if (random() % 2 == 0) quads.back().graph = nodes[random() % 5];
    }
    for (const Syntax syntax : triple_syntaxes)
      check_round_trip(syntax, triples, hostile_prefixes());
    for (const Syntax syntax : graph_syntaxes) check_round_trip(syntax, quads, hostile_prefixes());
  }
}

TEST_CASE("the empty dataset is a document too") {
  for (const Syntax syntax : triple_syntaxes) check_round_trip(syntax, {});
}

TEST_CASE("prefixes that come late are used from then on") {
  std::string text;
  const auto writer =
      redland::make_writer(Syntax::trig, [&](std::string_view part) { text += part; });
  const auto g = rdf::iri("http://e.example/g");
  writer->quad({s, p, s, g});
  writer->prefix("e", "http://e.example/");
  writer->prefix("bad prefix", "http://e.example/");
  writer->quad({s, p, s, g});
  writer->prefix("e", "http://other.example/");
  writer->quad({s, p, s, std::nullopt});
  writer->finish();
  CHECK(text.find("e:s e:p e:s .") != std::string::npos);
  CHECK(rdf::is_isomorphic(read(Syntax::trig, text), Quads{{s, p, s, g}, {s, p, s, std::nullopt}}));
}

TEST_CASE("terms that are no RDF are refused, not written") {
  for (const Syntax syntax :
       {Syntax::turtle, Syntax::trig, Syntax::rdf_xml, Syntax::json_ld, Syntax::rdf_json})
    for (const auto& bad :
         {rdf::iri("http://e.example/a b"), rdf::iri("http://e.example/<>"), rdf::iri("a:\\")})
      CHECK_THROWS_AS(written(syntax, {about(bad, p, s)}, {}), base::Error);
}
