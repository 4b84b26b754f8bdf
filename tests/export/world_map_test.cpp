#include "base/error.h"
#include "export/world_map.h"
#include "small_graph.h"

#include <catch2/catch.hpp>

using namespace tela::export_;
using namespace tela::network;
using Catch::Contains;

namespace {

struct States {
  GraphHead head;
  EdgeTable edges;
};

States states() {
  States g;
  g.head.title = "ties & states";
  g.head.nodes.add({"state:HN", "Honduras", "hn", {}});
  g.head.nodes.add({"state:VA", "Holy <See>", "va", {}});
  g.head.nodes.add({"state:XX", "Nowhere", "xx", {}});
  Column& code = g.head.nodes.add_column({"code", ValueType::text});
  for (const char* one : {"HN", "VA", "XX"}) code.push(std::string_view(one));
  Column& degree = g.head.nodes.add_column({"degree", ValueType::integer});
  for (const std::int64_t one : {7, 3, 1}) degree.push(one);
  g.edges.add({0, 1, 4, {}}, "");
  g.edges.add({1, 2, 9, {}}, "");
  return g;
}

std::optional<tela::base::Position> place(std::string_view iri) {
  if (iri == "hn") return tela::base::Position{-87.19, 14.07};
  if (iri == "va") return tela::base::Position{12.45, 41.9};
  return std::nullopt;
}

std::string map_of(const States& g, const MapOptions& options, WriteReport& report) {
  std::string svg;
  report = write_world_map(g.head, g.edges, place, options, test::into(svg));
  return svg;
}

} // namespace

TEST_CASE("states on a map are areas or dots, ties lines between places, and what has no place is "
          "counted") {
  WriteReport report;
  const std::string svg = map_of(states(), {}, report);
  CHECK_THAT(svg, Contains("<title>Ties &amp; states</title>") &&
                      Contains("<title>Honduras: 4</title><path"));
  CHECK_THAT(svg, Contains("<title>Holy &lt;See&gt;: 13</title><circle"));
  CHECK(report.nodes_without_place == 1);
  CHECK(report.edges_without_place == 1);
  const auto ties = svg.substr(svg.find("<g fill=\"none\""));
  CHECK(std::count(ties.begin(), ties.end(), 'Q') == 1);
}

TEST_CASE("the darkest states have the greatest figure, which is the reader's choice") {
  WriteReport report;
  const auto colour_of = [](const std::string& svg, std::string_view state) {
    const auto at = svg.rfind("<g fill=\"", svg.find(state));
    return svg.substr(at + 9, 7);
  };
  const std::string by_weight = map_of(states(), {}, report);
  CHECK(colour_of(by_weight, "Holy") == "#16506f");
  CHECK(colour_of(by_weight, "Honduras") != "#16506f");
  const std::string by_degree = map_of(states(), {.figure = "degree"}, report);
  CHECK(colour_of(by_degree, "Honduras") == "#16506f");
  CHECK_THROWS_AS(map_of(states(), {.figure = "no such"}, report), tela::base::Error);
}

TEST_CASE("a map has its title, caption, width and words") {
  WriteReport report;
  const std::string svg =
      map_of(states(),
             {.title = "a title",
              .caption = "Source: \"data\"",
              .width = "16cm",
              .in_language = [](std::string_view word) { return "<" + std::string(word) + ">"; }},
             report);
  CHECK_THAT(svg, Contains(">A title<") && Contains("Source: &quot;data&quot;") &&
                      Contains("width=\"16cm\""));
  CHECK_THAT(svg, Contains("&lt;colour&gt;: &lt;strength of all ties&gt;"));
}

TEST_CASE("a map shows the part of the world where the states are, with their names") {
  States g;
  g.head.nodes.add({"state:HN", "Honduras", "hn", {}});
  g.head.nodes.add({"state:SV", "El Salvador", "sv", {}});
  Column& code = g.head.nodes.add_column({"code", ValueType::text});
  for (const char* one : {"HN", "SV"}) code.push(std::string_view(one));
  g.head.centre = "state:HN";
  g.edges.add({0, 1, 4, {}}, "");
  const auto near = [](std::string_view iri) -> std::optional<tela::base::Position> {
    return iri == "hn" ? tela::base::Position{-87.19, 14.07} : tela::base::Position{-89.2, 13.7};
  };
  std::string svg;
  std::ignore = write_world_map(g.head, g.edges, near, {}, test::into(svg));
  CHECK_THAT(svg, Contains(" font-weight=\"bold\">Honduras<") && Contains(">El Salvador<"));
  CHECK_THAT(svg, Contains("Line: weight 4 – 4"));

  const auto far = [](std::string_view iri) -> std::optional<tela::base::Position> {
    return iri == "hn" ? tela::base::Position{-87.19, 14.07} : tela::base::Position{178.4, -18.1};
  };
  svg.clear();
  std::ignore = write_world_map(g.head, g.edges, far, {}, test::into(svg));
  CHECK_THAT(svg, !Contains(">Honduras<")); // the whole world has no room for names
}

TEST_CASE("a graph without states is a map without colours") {
  GraphHead head;
  EdgeTable edges;
  std::string svg;
  const WriteReport report = write_world_map(head, edges, {}, {}, test::into(svg));
  CHECK(report.nodes == 0);
  CHECK_THAT(svg, Catch::EndsWith("</svg>\n"));
}
