#pragma once

#include "sparql/results/output_buffer.h"
#include "sparql/results/result_writer.h"

namespace tela::sparql::results {

/// What CSV cells are guarded against.
enum class CsvGuard : std::uint8_t {
  none,
  spreadsheets, ///< text that starts with = + - @, a tab or a line break gets ' in front
};

/// SPARQL 1.1 Query Results CSV (https://www.w3.org/TR/sparql11-results-csv-tsv/): values without
/// their types; lines end with CR LF, as RFC 4180 has it. A boolean is "true" or "false" on a line.
class CsvWriter final : public ResultWriter {
 public:
  CsvWriter(Output output, CsvGuard guard) : out_(std::move(output)), guard_(guard) {}

  void begin(std::span<const std::string> variables) override;
  void row(std::span<const Cell> cells) override;
  void end() override { out_.flush(); }
  void boolean(bool value) override;
  void cut_short(std::string_view reason) override;
  [[nodiscard]] std::vector<std::string> notes() const override;

 private:
  void append_cell(const rdf::TermView& term);

  OutputBuffer out_;
  CsvGuard guard_;
  std::size_t guarded_cells_ = 0;
};

} // namespace tela::sparql::results
