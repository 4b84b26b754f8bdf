// Writes one awkward graph in every format into a folder, for the readers of other programs:
// export_driver FOLDER. Deterministic.

#include "export/csv.h"
#include "export/cx2.h"
#include "export/cyjs.h"
#include "export/dot.h"
#include "export/gexf.h"
#include "export/graphml.h"
#include "export/node_link_json.h"
#include "export/pajek.h"
#include "network/attributed_graph.h"
#include "network/random.h"

#include <array>
#include <bit>
#include <cmath>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

using namespace tela::network;
using namespace tela::export_;

constexpr Node node_count = 60;

double any_finite(Random& random) {
  for (;;) {
    const double number = std::bit_cast<double>(random.next());
    if (std::isfinite(number)) return number;
  }
}

std::string awkward_text(Random& random) {
  constexpr std::array<const char*, 12> parts{"Honduras",   "Côte d’Ivoire", " & ",        "<b>",
                                              "\"quoted\"", "中国",          "\U0001F30D", "a|b",
                                              "l'été",      "; , \t",        "100 %",      "مصر"};
  std::string text = "x";
  for (std::uint64_t i = random.below(4); i-- > 0;) text += parts[random.below(parts.size())];
  return text;
}

GraphHead head(Random& random, Appearance& looks) {
  GraphHead graph;
  graph.title = "Ties & <more> \"ties\"";
  graph.figures.push_back({{"density", ValueType::real}, 1.0 / 3});
  graph.figures.push_back({{"components", ValueType::integer}, std::int64_t{2}});
  for (Node n = 0; n < node_count; ++n) {
    const std::string number = std::to_string(n);
    graph.nodes.add({"state:S" + number,
                     awkward_text(random) + number,
                     "https://w3id.org/tela/state/S" + number + "?a=1&b=2",
                     {}});
    looks.nodes.push_back({n * 10.0, n * -3.5, 20, {0x12, 0xAB, 0xFF}});
  }
  Column& member = graph.nodes.add_column({"member", ValueType::boolean});
  for (Node n = 0; n < node_count; ++n) member.push(n % 2 == 0);
  Column& people = graph.nodes.add_column({"people", ValueType::integer});
  for (Node n = 0; n < node_count; ++n)
    n % 7 == 0 ? people.push({}) : people.push(static_cast<std::int64_t>(random.next() >> 12U));
  Column& score = graph.nodes.add_column({"score", ValueType::real});
  for (Node n = 0; n < node_count; ++n) score.push(any_finite(random));
  Column& note = graph.nodes.add_column({"note", ValueType::text});
  for (Node n = 0; n < node_count; ++n) note.push(std::string_view(awkward_text(random)));
  Column& names = graph.nodes.add_column({"names", ValueType::list});
  for (Node n = 0; n < node_count; ++n)
    names.push(std::string_view("S" + std::to_string(n) + "|été"));
  return graph;
}

EdgeTable edges(Random& random) {
  EdgeTable table;
  for (Node a = 0; a < node_count; ++a)
    for (Node b = a + 1; b < node_count; ++b) {
      if (random.below(8) != 0) continue;
      const int year = 2000 + static_cast<int>(random.below(20));
      table.add({a, b, std::abs(any_finite(random)), years(year, year + 1)}, "shared-projects");
      if (random.below(2) == 0) table.add({a, b, random.uniform(), {}}, "shared-memberships");
    }
  Column& derived = table.add_column({"derived", ValueType::boolean});
  Column& evidence = table.add_column({"evidence", ValueType::list});
  for (std::size_t e = 0; e < table.size(); ++e) {
    derived.push(e % 3 == 0);
    evidence.push(std::string_view("project:" + std::to_string(e) + "|project:x"));
  }
  return table;
}

} // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const std::string folder = arguments[1];
  Random random(20);
  Appearance looks;
  const GraphHead graph = head(random, looks);
  const EdgeTable table = edges(random);
  const auto write = [&](const char* name, const auto& writer) {
    std::ofstream file(folder + "/" + name, std::ios::binary);
    const ByteSink sink = [&](std::string_view bytes) {
      file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    };
    const WriteReport report = writer(*table.stream(), sink);
    for (const std::string& loss : losses(report)) std::cerr << name << ": " << loss << '\n';
  };
  using S = EdgeStream&;
  using B = const ByteSink&;
  write("g.graphml", [&](S s, B b) { return write_graphml(graph, s, b); });
  write("gephi.graphml", [&](S s, B b) {
    return write_graphml(graph, s, b, {.graphics = GraphmlGraphics::columns, .appearance = &looks});
  });
  write("boost.graphml",
        [&](S s, B b) { return write_graphml(graph, s, b, {.booleans = BooleanText::digits}); });
  write("yed.graphml", [&](S s, B b) {
    return write_graphml(graph, s, b, {.graphics = GraphmlGraphics::yed, .appearance = &looks});
  });
  write("g.gexf", [&](S s, B b) { return write_gexf(graph, s, b, &looks); });
  write("g.dot", [&](S s, B b) { return write_dot(graph, s, b); });
  write("g.cyjs", [&](S s, B b) { return write_cyjs(graph, s, b, &looks); });
  write("g.cx2", [&](S s, B b) { return write_cx2(graph, s, b, &looks); });
  write("g.json", [&](S s, B b) { return write_node_link_json(graph, s, "links", b); });
  write("g.net", [&](S s, B b) { return write_pajek(graph, s, b); });
  write("nodes.csv", [&](S, B b) { return write_node_csv(graph, {CsvHeader::gephi}, b); });
  write("edges.csv", [&](S s, B b) { return write_edge_csv(graph, s, {CsvHeader::gephi}, b); });
  write("neo4j-nodes.csv", [&](S, B b) { return write_node_csv(graph, {CsvHeader::neo4j}, b); });
  write("neo4j-edges.csv",
        [&](S s, B b) { return write_edge_csv(graph, s, {CsvHeader::neo4j}, b); });
}
