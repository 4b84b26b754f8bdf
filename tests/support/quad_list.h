#pragma once

#include "rdf/quad.h"

#include <map>
#include <string>
#include <vector>

namespace tela::tests {

/// A sink that keeps everything.
struct QuadList final : rdf::QuadSink {
  std::vector<rdf::Quad> quads;
  std::map<std::string, std::string> prefixes;

  void quad(const rdf::QuadView& quad) override { quads.push_back(rdf::to_quad(quad)); }
  void prefix(std::string_view name, std::string_view iri) override {
    prefixes.insert_or_assign(std::string(name), std::string(iri));
  }

  /// A line a statement in N-Quads syntax, without the dots: "<s> <p> \"o\"".
  [[nodiscard]] std::vector<std::string> lines() const {
    std::vector<std::string> result;
    for (const auto& quad : quads) {
      std::string line = rdf::to_ntriples(quad.subject) + ' ' + rdf::to_ntriples(quad.predicate) +
                         ' ' + rdf::to_ntriples(quad.object);
      if (quad.graph) line += ' ' + rdf::to_ntriples(*quad.graph);
      result.push_back(line);
    }
    return result;
  }
};

} // namespace tela::tests
