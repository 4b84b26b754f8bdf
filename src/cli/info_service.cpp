#include "cli/info_service.h"

#include "base/json.h"
#include "cli/endpoint_store.h"
#include "remote/statement_puller.h"

namespace tela::cli {

namespace {

/// What is known of a service, and its graphs if they are wanted.
struct Found {
  std::string address;
  remote::Capabilities known;
  std::uint64_t statements = 0;
  std::vector<remote::StatementPuller::Value> graphs;
};

Found find_out(const EndpointOptions& options, bool graphs) {
  auto service = open_service(options);
  Found found{service.address(), capabilities_of(options, service), 0, {}};
  remote::StatementPuller puller(service, found.known, {});
  found.statements = puller.count();
  if (graphs) found.graphs = puller.graphs();
  return found;
}

std::string default_graph(const remote::Capabilities& known) {
  if (known.default_is_union) return "holds all named graphs, too";
  return known.has_default ? "holds statements of its own" : "is empty";
}

} // namespace

std::string service_text(const EndpointOptions& options, bool graphs) {
  const Found found = find_out(options, graphs);
  const remote::Capabilities& known = found.known;
  std::string out = "service        " + found.address + "\n";
  if (!known.server.empty()) out += "server         " + known.server + "\n";
  out += "dialect        " + known.dialect.name + "\n";
  if (!known.dialect.note.empty()) out += "               " + known.dialect.note + "\n";
  out += "statements     " + std::to_string(found.statements) + "\n";
  out += "default graph  " + default_graph(known) + "\n";
  out += "rows           " +
         (known.row_cap ? "at most " + std::to_string(*known.row_cap) + " an answer"
                        : std::string("no limit told")) +
         "\n";
  out += std::string("VALUES         ") + (known.has_values ? "yes" : "no") + "\n";
  out += std::string("integers       ") + (known.has_big_integers ? "any" : "up to 64 bits") + "\n";
  if (!found.graphs.empty()) out += "\nstatements in\n";
  for (const auto& graph : found.graphs)
    out += "  " + std::to_string(graph.count) + "  " + graph.term.value + "\n";
  return out;
}

std::string service_json(const EndpointOptions& options, bool graphs) {
  const Found found = find_out(options, graphs);
  const remote::Capabilities& known = found.known;
  std::string out;
  base::JsonWriter json(out);
  json.begin_object().field("service", found.address).field("server", known.server);
  json.field("dialect", known.dialect.name).field("statements", found.statements);
  json.field("named_graphs", known.has_graphs).field("default_is_union", known.default_is_union);
  json.field("default_has_statements", known.has_default).field("values", known.has_values);
  json.field("big_integers", known.has_big_integers);
  if (known.row_cap) json.field("row_cap", *known.row_cap);
  if (graphs) {
    json.key("graphs").begin_object();
    for (const auto& graph : found.graphs) json.field(graph.term.value, graph.count);
    json.end_object();
  }
  json.end_object();
  return out += '\n';
}

} // namespace tela::cli
