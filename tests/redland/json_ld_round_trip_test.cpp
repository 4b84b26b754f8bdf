#include "catch2/catch.hpp"
#include "rdf/isomorphism.h"
#include "rdf/namespaces.h"
#include "redland/nasty_terms.h"
#include "redland/reader.h"
#include "redland/writer.h"
#include "support/quad_list.h"

#include <random>

using namespace tela;

namespace {

std::vector<rdf::Quad> read(const std::string& text) {
  tests::QuadList list;
  const auto report = redland::read_text("written", text, redland::Syntax::json_ld, list);
  CHECK(report.warnings.empty());
  return list.quads;
}

std::string written(const std::vector<rdf::Quad>& quads, const rdf::PrefixMap& prefixes) {
  std::string text;
  const auto writer = redland::make_writer(
      redland::Syntax::json_ld, [&](std::string_view part) { text += part; }, {prefixes});
  for (const auto& quad : quads) writer->quad(rdf::view(quad));
  writer->finish();
  return text;
}

rdf::PrefixMap hostile_prefixes() {
  rdf::PrefixMap prefixes;
  prefixes.add("e", "http://e.example/");
  prefixes.add("", "http://e.example/ns#");
  prefixes.add("geo", "http://www.w3.org/2003/01/geo/wgs84_pos#");
  prefixes.add("urn", "http://e.example/urn/");
  prefixes.add("http", "http://e.example/http/");
  prefixes.add("odd", "http://e.example/10");
  return prefixes;
}

void check_round_trip(const std::vector<rdf::Quad>& quads) {
  for (const auto& prefixes : {rdf::PrefixMap(), rdf::PrefixMap::standard(), hostile_prefixes()}) {
    const std::string text = written(quads, prefixes);
    INFO(text.substr(0, 3000));
    CHECK(rdf::is_isomorphic(read(text), quads));
  }
}

} // namespace

TEST_CASE("JSON-LD: every nasty term comes back in every position and graph") {
  auto resources = tests::nasty_iris();
  for (const auto& more : {tests::nasty_blanks(), tests::iris_beyond_xml()})
    resources.insert(resources.end(), more.begin(), more.end());
  auto predicates = tests::plain_predicates();
  for (const auto& predicate : tests::predicates_beyond_xml()) predicates.push_back(predicate);
  auto objects = resources;
  for (const auto& more : {tests::nasty_literals(), tests::literals_beyond_xml()})
    objects.insert(objects.end(), more.begin(), more.end());
  const auto s = rdf::iri("http://e.example/s");
  std::vector<rdf::Quad> quads;
  for (const auto& resource : resources) {
    quads.push_back({resource, predicates.front(), s, std::nullopt});
    quads.push_back({s, predicates.front(), s, resource});
    quads.push_back({resource, rdf::iri(rdf::rdf_type), resource, resource});
  }
  for (const auto& predicate : predicates) quads.push_back({s, predicate, s, std::nullopt});
  for (const auto& object : objects) quads.push_back({s, predicates.front(), object, std::nullopt});
  check_round_trip(quads);
  check_round_trip({});
}

TEST_CASE("JSON-LD: random datasets come back whatever the order of their statements") {
  std::mt19937 random(13); // NOLINT(*-msc51-cpp): the same datasets every time
  const auto nodes = tests::nasty_iris();
  const auto predicates = tests::plain_predicates();
  for (int round = 0; round < 30; ++round) {
    std::vector<rdf::Quad> quads;
    for (int i = 0; i < 80; ++i) {
      quads.push_back({nodes[random() % 6], predicates[random() % predicates.size()],
                       nodes[random() % nodes.size()], std::nullopt});
      if (random() % 2 == 0) quads.back().graph = nodes[random() % 4];
    }
    check_round_trip(quads);
  }
}
