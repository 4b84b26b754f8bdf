#include "remote/graph_sender.h"

#include "base/error.h"
#include "rdf/iri.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace tela::remote {

namespace {

constexpr std::size_t most_bytes = std::size_t{8} << 20U;

/// Calls `send` with the lines in parts of at most so many lines and bytes. A graph with blank
/// nodes must be one part: in another request the same label is another node.
void in_parts(const GraphText& graph, std::size_t lines,
              const std::function<void(const std::string&, bool first)>& send) {
  std::string part;
  std::size_t count = 0;
  bool first = true;
  const auto flush = [&](bool last) {
    if (graph.has_blanks && !(first && last))
      throw base::Error(base::Failure::input, base::Place{"<" + graph.graph + ">"},
                        "has blank nodes and does not fit into one request",
                        "load it with the service's own loader: tela dump");
    send(part, std::exchange(first, false));
    part.clear();
    count = 0;
  };
  for (const std::string& line : graph.lines) {
    if (count == lines || part.size() + line.size() > most_bytes) flush(false);
    part += line;
    ++count;
  }
  flush(true);
}

} // namespace

GraphSender::GraphSender(std::optional<SparqlService> graph_store,
                         std::optional<SparqlService> update, std::size_t inserts)
    : graph_store_(std::move(graph_store)), update_(std::move(update)), inserts_(inserts) {}

void GraphSender::send(const GraphText& graph) {
  if (graph_store_)
    put(graph);
  else
    insert(graph);
}

void GraphSender::put(const GraphText& graph) {
  const std::string name =
      graph.graph.empty() ? "default" : "graph=" + rdf::percent_encode(graph.graph);
  in_parts(graph, graph.lines.size(), [&](const std::string& lines, bool first) {
    graph_store_->store_graph(first ? "PUT" : "POST", name, lines);
  });
}

void GraphSender::insert(const GraphText& graph) {
  if (inserts_ == 0)
    throw base::Error(base::Failure::input, base::Place{"<" + update_->address() + ">"},
                      "takes no updates");
  const std::string name = "<" + graph.graph + ">";
  in_parts(graph, inserts_, [&](const std::string& lines, bool first) {
    if (first)
      update_->update(graph.graph.empty() ? "DROP SILENT DEFAULT" : "DROP SILENT GRAPH " + name);
    const std::string data =
        graph.graph.empty() ? "{\n" + lines + "}" : "{ GRAPH " + name + " {\n" + lines + "} }";
    // Virtuoso takes no blank nodes as data, but makes them from a template, as everybody does.
    update_->update(graph.has_blanks ? "INSERT " + data + " WHERE {}" : "INSERT DATA " + data);
  });
}

std::uint64_t GraphSender::requests() const noexcept {
  return (graph_store_ ? graph_store_->requests() : 0) + (update_ ? update_->requests() : 0);
}

} // namespace tela::remote
