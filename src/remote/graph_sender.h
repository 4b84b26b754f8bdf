#pragma once

#include "remote/sparql_service.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tela::remote {

/// The statements of one graph as lines of N-Triples.
struct GraphText {
  std::string graph; ///< IRI; empty: the default graph
  std::vector<std::string> lines;
  bool has_blanks = false;
};

/// Puts graphs into a service, each in the place of what it held under that name, so that whatever
/// broke off may be done again. One thread.
class GraphSender {
 public:
  /// By Graph Store Protocol (PUT, then POST for what is more than some megabytes) where
  /// `graph_store` is given, else by SPARQL Update: DROP, then INSERT DATA of `inserts` statements
  /// at most. Takes one of the two services.
  GraphSender(std::optional<SparqlService> graph_store, std::optional<SparqlService> update,
              std::size_t inserts);

  /// Throws what the service refuses, and Error(input) for a graph whose blank nodes would have to
  /// be in several requests.
  void send(const GraphText& graph);

  [[nodiscard]] std::uint64_t requests() const noexcept;

 private:
  void put(const GraphText& graph);
  void insert(const GraphText& graph);

  std::optional<SparqlService> graph_store_, update_;
  std::size_t inserts_;
};

} // namespace tela::remote
