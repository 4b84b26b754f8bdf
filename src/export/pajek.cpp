#include "export/pajek.h"

#include "export/graph_checks.h"
#include "export/value_text.h"

#include <unordered_map>

namespace tela::export_ {

namespace {

using network::Node;
using network::Value;

std::string pajek_text(std::string_view text, WriteReport& report) {
  std::string storage;
  std::string result(well_formed(text, storage, report.replaced_characters));
  for (char& c : result) {
    if (c == '"') {
      c = '\'';
      ++report.replaced_characters;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      c = ' ';
    }
  }
  return result;
}

std::vector<std::string> left_out(const network::GraphHead& graph,
                                  const network::EdgeSchema& edges) {
  std::vector<std::string> names{"iri", "interaction"};
  for (const auto& column : graph.nodes.columns()) names.push_back(column.attribute().name);
  for (const auto& attribute : edges.attributes) names.push_back(attribute.name);
  for (const network::Figure& figure : graph.figures) names.push_back(figure.attribute.name);
  if (graph.nodes.dated() || edges.dated) names.insert(names.end(), {"start", "end"});
  return names;
}

} // namespace

WriteReport write_pajek(const network::GraphHead& graph, network::EdgeStream& edges,
                        const ByteSink& sink) {
  check_unique_ids(graph.nodes);
  WriteReport report;
  report.nodes = graph.nodes.size();
  report.left_out_attributes = left_out(graph, edges.schema());
  std::unordered_map<std::string_view, unsigned> uses;
  for (Node n = 0; n < graph.nodes.size(); ++n) ++uses[graph.nodes[n].label];

  TextOutput out(sink);
  out << "*Network " << pajek_text(graph.title, report) << "\n*Vertices " << graph.nodes.size()
      << '\n';
  for (Node n = 0; n < graph.nodes.size(); ++n) {
    const network::NodeName& name = graph.nodes[n];
    std::string label = pajek_text(name.label, report);
    if (label.empty() || uses[name.label] > 1) label.append(" (").append(name.id).append(")");
    out << std::uint64_t{n} + 1 << " \"" << label << "\"\n";
  }
  out << (graph.direction == network::Direction::directed ? "*Arcs\n" : "*Edges\n");
  while (const network::EdgeView* edge = edges.next()) {
    check_ends(*edge, graph.nodes);
    out << std::uint64_t{edge->source} + 1 << ' ' << std::uint64_t{edge->target} + 1;
    if (check_number(Value(edge->weight), report)) out << ' ' << edge->weight;
    out << '\n';
    ++report.edges;
  }
  out.finish();
  return report;
}

} // namespace tela::export_
