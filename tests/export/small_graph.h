#pragma once

#include "export/text_output.h"
#include "network/attributed_graph.h"

#include <string>

/// Two states and a process, with every type of attribute and the awkward values.
namespace tela::export_::test {

struct SmallGraph {
  network::GraphHead head;
  network::EdgeTable edges;
};

inline SmallGraph small_graph() {
  using namespace network;
  SmallGraph g;
  g.head.title = "Ties <of> \"states\" & processes";
  g.head.figures.push_back({{"density", ValueType::real}, 2.0 / 3});
  g.head.nodes.add({"state:HN", "Honduras", "https://w3id.org/tela/state/HN", {}});
  g.head.nodes.add(
      {"state:CI", "Côte d’Ivoire <\U0001F30D> & \"co\"", "https://w3id.org/tela/state/CI", {}});
  g.head.nodes.add({"process:rcm", "Línea\nnueva\ttab", "", years(1996, 1996)});
  Column& member = g.head.nodes.add_column({"is_state", ValueType::boolean});
  member.push(true);
  member.push(true);
  member.push(false);
  Column& people = g.head.nodes.add_column({"population", ValueType::integer});
  people.push(std::int64_t{9'007'199'254'740'991});
  people.push(std::int64_t{-5});
  people.push({});
  Column& share = g.head.nodes.add_column({"share", ValueType::real});
  share.push(0.1);
  share.push(1.0 / 3);
  share.push(5e-324);
  Column& names = g.head.nodes.add_column({"names", ValueType::list});
  names.push(std::string_view("HN|HND"));
  names.push(std::string_view("CI"));
  names.push({});
  g.edges.add({0, 1, 0.1 + 0.2, {}}, "shared-projects");
  g.edges.add({0, 1, 3, years(2015, 2016)}, "shared-memberships");
  g.edges.add({1, 2, 1e300, {}}, "");
  Column& evidence = g.edges.add_column({"evidence", ValueType::list});
  evidence.push(std::string_view("project:1|project:2"));
  evidence.push({});
  evidence.push(std::string_view(""));
  Column& derived = g.edges.add_column({"derived", ValueType::boolean});
  derived.push(true);
  derived.push(false);
  derived.push({});
  return g;
}

/// A sink that appends to `text`.
inline ByteSink into(std::string& text) {
  return [&text](std::string_view bytes) { text += bytes; };
}

} // namespace tela::export_::test
