#pragma once

#include "redland/output_buffer.h"
#include "redland/writer.h"

#include <vector>

namespace tela::redland {

/// Writes RDF 1.1 JSON Alternate Serialization (https://www.w3.org/TR/rdf-json/). Its keys are
/// unique, so the statements are held and sorted. Memory: the dataset.
class RdfJsonWriter final : public Writer {
 public:
  explicit RdfJsonWriter(Output output) : out_(std::move(output)) {}

  void quad(const rdf::QuadView& quad) override;
  void finish() override;

 private:
  OutputBuffer out_;
  std::vector<rdf::Quad> quads_;
};

} // namespace tela::redland
