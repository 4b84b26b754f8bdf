#pragma once

#include "sparql/results/output_buffer.h"
#include "sparql/results/result_writer.h"

namespace tela::sparql::results {

/// SPARQL 1.1 Query Results TSV (https://www.w3.org/TR/sparql11-results-csv-tsv/): terms as SPARQL
/// writes them, numbers short. A boolean is "true" or "false" on a line.
class TsvWriter final : public ResultWriter {
 public:
  explicit TsvWriter(Output output) : out_(std::move(output)) {}

  void begin(std::span<const std::string> variables) override;
  void row(std::span<const Cell> cells) override;
  void end() override { out_.flush(); }
  void boolean(bool value) override;
  void cut_short(std::string_view reason) override;

 private:
  OutputBuffer out_;
};

} // namespace tela::sparql::results
