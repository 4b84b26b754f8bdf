#include "base/error.h"
#include "export/html_network.h"
#include "export/label_placement.h"
#include "export/layout.h"
#include "export/picture.h"
#include "small_graph.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace tela::export_;
using namespace tela::network;
using Catch::Contains;

namespace {

struct Ring {
  GraphHead head;
  EdgeTable edges;
};

// Forty states in four regions, each tied to the next.
Ring ring() {
  Ring g;
  g.head.title = "Ring";
  constexpr Node count = 40;
  for (Node n = 0; n < count; ++n)
    g.head.nodes.add({"state:S" + std::to_string(n), "État numéro " + std::to_string(n), "", {}});
  Column& region = g.head.nodes.add_column({"region", ValueType::text});
  for (Node n = 0; n < count; ++n) region.push(std::string_view("R" + std::to_string(n % 4)));
  for (Node n = 0; n < count; ++n)
    g.edges.add({n, (n + 1) % count, 1.0 + n, {}}, "shared-projects");
  return g;
}

} // namespace

TEST_CASE("a layout is the same every time, without two nodes in one place") {
  const Ring g = ring();
  for (const LayoutStyle style : {LayoutStyle::force, LayoutStyle::radial}) {
    const Appearance first = lay_out(g.head, g.edges, {.style = style});
    const Appearance second = lay_out(g.head, g.edges, {.style = style});
    for (Node a = 0; a < g.head.nodes.size(); ++a) {
      CHECK(first.nodes[a].x == Approx(second.nodes[a].x).margin(0.11));
      for (Node b = 0; b < a; ++b)
        CHECK(std::hypot(first.nodes[a].x - first.nodes[b].x, first.nodes[a].y - first.nodes[b].y) >
              5);
    }
  }
}

TEST_CASE("regions are colours, strength is size") {
  const Ring g = ring();
  const Appearance looks = lay_out(g.head, g.edges);
  CHECK(looks.legend.size() == 4);
  CHECK(looks.nodes[0].fill == looks.nodes[4].fill);
  CHECK_FALSE(looks.nodes[0].fill == looks.nodes[1].fill);
  CHECK(looks.nodes[39].diameter > looks.nodes[2].diameter);
}

TEST_CASE("a drawing has every label, the title and the legend") {
  const Ring g = ring();
  std::string svg;
  draw(g.head, g.edges, lay_out(g.head, g.edges), PictureFormat::svg, test::into(svg));
  CHECK_THAT(svg, Contains("État numéro 39") && Contains(">Ring<") && Contains(">R3<"));
  std::string png;
  draw(g.head, g.edges, lay_out(g.head, g.edges), PictureFormat::png, test::into(png));
  CHECK_THAT(png, Catch::StartsWith("\x89PNG"));
}

TEST_CASE("a drawing is as large as its page") {
  const Ring g = ring();
  std::string svg;
  draw(g.head, g.edges, lay_out(g.head, g.edges), PictureFormat::svg, test::into(svg));
  CHECK_THAT(svg, Contains("scale(1 1)")); // else a part lies outside the viewBox
}

TEST_CASE("the node that a picture is about stands out, in the middle of the rings") {
  const Ring g = ring();
  const Appearance looks =
      lay_out(g.head, g.edges, {.style = LayoutStyle::radial, .centre = "state:S7"});
  CHECK(looks.nodes[7].central);
  CHECK_FALSE(looks.nodes[8].central);
  std::string svg;
  draw(g.head, g.edges, looks, PictureFormat::svg, test::into(svg));
  CHECK_THAT(svg, Contains("font-weight=\"bold\""));
}

TEST_CASE("labels with signs that Graphviz would read come out as they are") {
  Ring g;
  g.head.nodes.add({"a", "A & B <c> \"d\" \\N &amp;", "", {}});
  std::string svg;
  draw(g.head, g.edges, lay_out(g.head, g.edges), PictureFormat::svg, test::into(svg));
  CHECK_THAT(svg, Contains("A &amp; B &lt;c&gt; &quot;d&quot; \\N &amp;amp;"));
}

TEST_CASE("characters that XML does not have are none of a picture's") {
  Ring g;
  g.head.nodes.add({"a", "x\xEF\xBF\xBE\xEF\xBF\xBFy\x1B\xC2\x85z", "", {}});
  std::string svg;
  draw(g.head, g.edges, lay_out(g.head, g.edges), PictureFormat::svg, test::into(svg));
  CHECK_THAT(svg, Contains("x\xEF\xBF\xBD\xEF\xBF\xBDy "));
}

TEST_CASE("the words of a picture are in the language of its labels") {
  const Ring g = ring();
  Appearance looks = lay_out(g.head, g.edges);
  looks.in_language = [](std::string_view word) { return "<" + std::string(word) + ">"; };
  std::string svg;
  draw(g.head, g.edges, looks, PictureFormat::svg, test::into(svg));
  CHECK_THAT(svg, Contains("&lt;colour&gt;: &lt;region&gt;") && Contains("&lt;weight&gt; 40"));
}

TEST_CASE("nothing is drawn of an empty graph, and too much is refused") {
  Ring g;
  std::string svg;
  draw(g.head, g.edges, lay_out(g.head, g.edges), PictureFormat::svg, test::into(svg));
  CHECK_THAT(svg, Contains("</svg>"));
  for (Node n = 0; n <= most_nodes_drawn; ++n)
    g.head.nodes.add({"n" + std::to_string(n), "", "", {}});
  CHECK_THROWS_AS(lay_out(g.head, g.edges), tela::base::Error);
}

TEST_CASE("a page of a network holds every node and tie, and no markup of others") {
  Ring g = ring();
  const std::string evil = "</script><script>alert(1)</script>";
  g.head.title = evil;
  std::string page;
  const auto report = write_html(g.head, g.edges, lay_out(g.head, g.edges), "fr",
                                 [&](std::string_view part) { page += part; });
  CHECK(report.nodes == 40);
  CHECK(report.edges == 40);
  CHECK_THAT(page, Contains("<html lang=\"fr\">") && Contains("État numéro 39"));
  CHECK_THAT(page, !Contains(evil) && Contains("\\u003c/script>"));
  CHECK_THAT(page, Contains("default-src 'none'; script-src 'sha256-"));
}

TEST_CASE("a page of a network holds its names in other languages, node by node") {
  Ring g;
  g.head.title = "states";
  g.head.nodes.add({"state:DE", "Germany", "", {}});
  g.head.nodes.add({"state:XX", "Elsewhere", "", {}});
  Column& regions = g.head.nodes.add_column({"region", ValueType::text});
  regions.push(std::string_view("Europe"));
  regions.push({});
  g.edges.add({0, 1, 1, {}}, "shared-projects");
  Translation french{"fr",
                     [](std::string_view english) {
                       if (english == "English") return std::string("Français");
                       return english == "ties" ? std::string("liens") : std::string(english);
                     },
                     {}};
  french.head.title = "États";
  french.head.nodes.add({"state:FR", "France", "", {}});
  french.head.nodes.add({"state:DE", "Allemagne", "", {}});
  Column& theirs = french.head.nodes.add_column({"region", ValueType::text});
  theirs.push(std::string_view("L’Afrique"));
  theirs.push(std::string_view("L’Europe"));
  const Appearance looks = lay_out(g.head, g.edges);
  std::string page;
  const auto put = [&](std::string_view part) { page += part; };
  write_html(g.head, g.edges, looks, "en", put, {french});
  CHECK_THAT(page, Contains(R"({"tag":"fr","name":"Français","labels":["Allemagne","Elsewhere"])"));
  CHECK_THAT(page, Contains("\"Europe\":\"L’Europe\"") && Contains(R"("Ties":"Liens")"));
  CHECK_THAT(page, Contains(R"("States":"États")") && Contains("class=\"languages\""));
  page.clear();
  write_html(g.head, g.edges, looks, "en", put);
  CHECK_THAT(page, !Contains("class=\"languages\""));
}

TEST_CASE("equal weights are thin in a page") {
  Ring g = ring();
  EdgeTable equal;
  equal.add({0, 1, 3, {}}, "shared-projects");
  equal.add({1, 2, 3, {}}, "shared-projects");
  std::string page;
  write_html(g.head, equal, lay_out(g.head, equal), "en",
             [&](std::string_view part) { page += part; });
  CHECK_THAT(page, Contains("stroke-width=\"0.8\"") && !Contains("stroke-width=\"5.8\""));
}

TEST_CASE("long labels are broken between words, and cut after three lines") {
  CHECK(label_lines("Honduras") == "Honduras");
  CHECK(label_lines("Regional Conference on Migration") == "Regional Conference on\nMigration");
  CHECK(label_lines("a b") == "a b");
  CHECK(label_lines("Renforcement de la capacité des Gouvernements d’El Salvador, du Nicaragua") ==
        "Renforcement de la\ncapacité des\nGouvernements d’El…");
  CHECK(label_lines(std::string(30, 'x')) == std::string(22, 'x') + '\n' + std::string(8, 'x'));
  CHECK(label_lines("").empty());
  CHECK(size_of_lines("ab\nabcd").width == 2 * size_of_lines("ab").width);
  CHECK(size_of_lines("ab\nabcd").height == 2 * size_of_lines("ab").height);
}

TEST_CASE("a picture is as wide as a report wants it, with letters of the same size") {
  const Ring g = ring();
  constexpr double wide = 16 / 2.54 * 72;
  const Appearance looks = lay_out(g.head, g.edges, {.width = wide});
  std::string svg;
  draw(g.head, g.edges, looks, PictureFormat::svg, test::into(svg));
  const auto at = svg.find("<svg width=\"") + 12;
  CHECK(std::stod(svg.substr(at)) == Approx(wide).margin(1.5));
  CHECK_THAT(svg, Contains("font-size=\"11.00\""));
}

TEST_CASE("where a picture is narrow, labels stand beside circles or are left out, and never over "
          "another") {
  const Ring g = ring();
  for (const LayoutStyle style : {LayoutStyle::force, LayoutStyle::radial})
    for (const double width : {120.0, 250.0, 454.0}) {
      INFO(width);
      const Appearance looks =
          lay_out(g.head, g.edges, {.style = style, .centre = "state:S1", .width = width});
      std::vector<Box> boxes;
      std::size_t named = 0;
      for (const NodeStyle& node : looks.nodes) {
        if (node.label.empty()) continue;
        ++named;
        if (!node.central) boxes.push_back(label_box(node));
      }
      CHECK(named + looks.left_out_labels == looks.nodes.size());
      for (std::size_t a = 0; a < boxes.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b) CHECK_FALSE(boxes[a].crosses(boxes[b]));
        for (const NodeStyle& node : looks.nodes) CHECK_FALSE(boxes[a].crosses(circle_box(node)));
      }
    }
  CHECK(lay_out(g.head, g.edges).left_out_labels == 0);
  CHECK(lay_out(g.head, g.edges, {.width = 120}).left_out_labels > 20);
}

TEST_CASE("a label takes the first side that is free, the one that comes first first") {
  const auto at = [](double x, const char* label) {
    return NodeStyle{.x = x, .y = 0, .diameter = 10, .label = label};
  };
  // The middle one's label is wide: below and above it there is room, beside it none.
  std::vector<NodeStyle> nodes{at(0, "a"), at(30, "wide enough"), at(60, "b"), at(30, "again")};
  nodes[3].y = -16; // its circle stands where the label below would be
  const std::vector<std::size_t> order{1, 0, 2, 3};
  CHECK(place_labels(order, nodes) == 0);
  CHECK(nodes[1].side == LabelSide::above);
  CHECK(nodes[0].side == LabelSide::below);
  CHECK(nodes[3].side == LabelSide::below);
}

TEST_CASE("what has no region is coloured by its type, where there are several") {
  const auto legend_of = [&](const std::vector<std::string>& types) {
    Ring g = ring();
    Column& type = g.head.nodes.add_column({"type", ValueType::text});
    for (std::size_t n = 0; n < g.head.nodes.size(); ++n)
      type.push(std::string_view(types[n % types.size()]));
    return lay_out(g.head, g.edges, {.colour_by = {"no-such", "type"}}).legend.size();
  };
  CHECK(legend_of({"Process", "Forum"}) == 2);
  CHECK(legend_of({"Process"}) == 0);
}

TEST_CASE("nodes are named by code, the strongest alone, or not at all") {
  const Ring g = ring();
  CHECK(lay_out(g.head, g.edges, {.labelling = Labelling::code}).nodes[3].label == "state:S3");
  CHECK(lay_out(g.head, g.edges, {.labelling = Labelling::none}).nodes[3].label.empty());
  const Appearance few = lay_out(g.head, g.edges, {.centre = "state:S1", .labels = 5});
  const auto named = std::count_if(few.nodes.begin(), few.nodes.end(),
                                   [](const NodeStyle& style) { return !style.label.empty(); });
  CHECK(named == 6); // and the one that the picture is about
  CHECK_FALSE(few.nodes[39].label.empty());
}

TEST_CASE("a picture has the title and the caption that it is given, and comes as PDF") {
  const Ring g = ring();
  Appearance looks = lay_out(g.head, g.edges);
  looks.title = "who works with whom";
  looks.caption = "Source: IOM Development Fund, 2026";
  std::string svg, pdf;
  draw(g.head, g.edges, looks, PictureFormat::svg, test::into(svg));
  CHECK_THAT(svg,
             Contains(">Who works with whom<") && Contains("Source: IOM Development Fund, 2026"));
  CHECK_THAT(svg, !Contains(">Ring<"));
  draw(g.head, g.edges, looks, PictureFormat::pdf, test::into(pdf));
  CHECK_THAT(pdf, Catch::StartsWith("%PDF-"));
}

TEST_CASE("where all ties are equal, they are thin") {
  Ring g;
  for (const char* id : {"a", "b", "c"}) g.head.nodes.add({id, id, "", {}});
  g.edges.add({0, 1, 7, {}}, "");
  g.edges.add({1, 2, 7, {}}, "");
  std::string svg;
  draw(g.head, g.edges, lay_out(g.head, g.edges), PictureFormat::svg, test::into(svg));
  const auto at = svg.find("stroke-width=\"");
  REQUIRE(at != std::string::npos);
  CHECK_THAT(svg, !Contains("stroke-width=\"5.5\""));
}
