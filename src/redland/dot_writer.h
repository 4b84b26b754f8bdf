#pragma once

#include "redland/output_buffer.h"
#include "redland/writer.h"

#include <string>

namespace tela::redland {

/// Writes a directed graph for GraphViz: a node a term, an edge a statement, labelled with the
/// shortened predicate; literals as boxes. Graphs run together. For drawing, not for reading back.
class DotWriter final : public Writer {
 public:
  DotWriter(Output output, WriteOptions options);

  void quad(const rdf::QuadView& quad) override;
  void finish() override;

 private:
  [[nodiscard]] std::string shown(const rdf::TermView& term) const;

  OutputBuffer out_;
  rdf::PrefixMap prefixes_;
};

} // namespace tela::redland
