#pragma once

#include "rdf/prefix_map.h"
#include "rdf/quad.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tela::mapping {

/// Keeps what is pushed as short lines, "project:Q36-805 tela:status tela:activeStatus", apart by
/// graph, so that tests read like the graph.
class MappedStatements : public rdf::QuadSink {
 public:
  MappedStatements();

  void quad(const rdf::QuadView& quad) override;

  /// The statements of the graph whose short name is `graph`: "graph:gazetteer".
  [[nodiscard]] std::set<std::string> in(std::string_view graph) const;
  /// Those of any graph that begin with `subject` and a space.
  [[nodiscard]] std::set<std::string> about(std::string_view subject) const;
  [[nodiscard]] bool contains(std::string_view line) const;
  [[nodiscard]] const std::vector<rdf::Quad>& quads() const { return quads_; }

 private:
  [[nodiscard]] std::string short_term(const rdf::TermView& term) const;

  rdf::PrefixMap prefixes_;
  std::vector<rdf::Quad> quads_;
  std::set<std::pair<std::string, std::string>> lines_; ///< graph, statement
};

} // namespace tela::mapping
