#pragma once

#include "sparql/results/output_buffer.h"
#include "sparql/results/result_writer.h"

namespace tela::sparql::results {

/// SPARQL 1.1 Query Results JSON (https://www.w3.org/TR/sparql11-results-json/), a line a solution.
class JsonResultWriter final : public ResultWriter {
 public:
  explicit JsonResultWriter(Output output) : out_(std::move(output)) {}

  void begin(std::span<const std::string> variables) override;
  void row(std::span<const Cell> cells) override;
  void end() override;
  void boolean(bool value) override;
  void cut_short(std::string_view reason) override;

 private:
  OutputBuffer out_;
  std::vector<std::string> keys_; ///< "\"name\":" of each variable
  bool first_row_ = true;
};

} // namespace tela::sparql::results
