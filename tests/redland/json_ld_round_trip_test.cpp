// JSON-LD can only be written here, so this test brings a reader of the part of JSON-LD 1.1 that
// the writer uses: a context of prefixes or none, node objects, value objects, named graphs.

#include "catch2/catch.hpp"
#include "rdf/isomorphism.h"
#include "rdf/namespaces.h"
#include "redland/nasty_terms.h"
#include "redland/writer.h"

#include <nlohmann/json.hpp>

#include <random>

using namespace tela;
using Json = nlohmann::json;

namespace {

class Reader {
 public:
  std::vector<rdf::Quad> read(const std::string& text) {
    const Json json = Json::parse(text);
    graph(json, Context{}, std::nullopt);
    return std::move(quads_);
  }

 private:
  using Context = std::map<std::string, std::string>;
  using Graph = std::optional<rdf::Term>;

  static Context context_of(const Json& object, const Context& outer) {
    if (!object.contains("@context")) return outer;
    if (object["@context"].is_null()) return {};
    return object["@context"].get<Context>();
  }

  // Expansion of IRIs, JSON-LD 1.1 API section 5.2.
  static rdf::Term expand(const std::string& value, const Context& context) {
    if (value.starts_with("_:")) return rdf::blank(value.substr(2));
    const auto colon = value.find(':');
    REQUIRE(colon != std::string::npos);
    const auto found = context.find(value.substr(0, colon));
    const bool is_short = found != context.end() && !value.substr(colon + 1).starts_with("//");
    return rdf::iri(is_short ? found->second + value.substr(colon + 1) : value);
  }

  void graph(const Json& object, const Context& outer, const Graph& graph_name) {
    const Context context = context_of(object, outer);
    for (const Json& node : object.at("@graph")) {
      if (node.contains("@graph"))
        graph(node, context, expand(node.at("@id"), context_of(node, context)));
      else
        this->node(node, context, graph_name);
    }
  }

  void node(const Json& object, const Context& outer, const Graph& graph_name) {
    const Context context = context_of(object, outer);
    const rdf::Term subject = expand(object.at("@id"), context);
    for (const auto& [key, values] : object.items()) {
      if (key == "@id" || key == "@context") continue;
      const bool is_type = key == "@type";
      const rdf::Term predicate = is_type ? rdf::iri(rdf::rdf_type) : expand(key, context);
      for (const Json& value : values)
        quads_.push_back({subject, predicate,
                          is_type ? expand(value, context) : term(value, context), graph_name});
    }
  }

  static rdf::Term term(const Json& value, const Context& context) {
    if (value.is_string()) return rdf::literal(value.get<std::string>());
    if (value.contains("@id")) return expand(value.at("@id"), context);
    const auto text = value.at("@value").get<std::string>();
    if (value.contains("@language"))
      return rdf::language_literal(text, value.at("@language").get<std::string>());
    return rdf::literal(text, expand(value.at("@type"), context).value);
  }

  std::vector<rdf::Quad> quads_;
};

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
    CHECK(rdf::is_isomorphic(Reader().read(text), quads));
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
