#pragma once

#include "sparql/results/output_buffer.h"
#include "sparql/results/result_writer.h"

namespace tela::sparql::results {

/// SPARQL Query Results XML (https://www.w3.org/TR/rdf-sparql-XMLres/), a line a solution.
/// Characters that XML 1.0 cannot hold become U+FFFD, which notes() tells.
class XmlResultWriter final : public ResultWriter {
 public:
  explicit XmlResultWriter(Output output) : out_(std::move(output)) {}

  void begin(std::span<const std::string> variables) override;
  void row(std::span<const Cell> cells) override;
  void end() override;
  void boolean(bool value) override;
  void cut_short(std::string_view reason) override;
  [[nodiscard]] std::vector<std::string> notes() const override;

 private:
  void append_escaped(std::string_view text);
  void append_value(const rdf::TermView& term);

  OutputBuffer out_;
  std::vector<std::string> openings_; ///< "<binding name=…>" of each variable
  std::size_t replaced_characters_ = 0;
};

} // namespace tela::sparql::results
