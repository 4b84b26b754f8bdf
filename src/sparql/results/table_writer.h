#pragma once

#include "sparql/results/output_buffer.h"
#include "sparql/results/result_writer.h"

namespace tela::sparql::results {

/// A table for people: columns aligned by display width, numbers to the right, IRIs short, no
/// control character let through. The widths come from the first rows; on a terminal wide columns
/// are narrowed and columns that do not fit left out, which notes() tells. Memory: the first rows.
class TableWriter final : public ResultWriter {
 public:
  /// As WriterOptions says.
  TableWriter(Output output, std::size_t width, const rdf::PrefixMap* prefixes)
      : out_(std::move(output)), width_(width), prefixes_(prefixes) {}

  void begin(std::span<const std::string> variables) override;
  void row(std::span<const Cell> cells) override;
  void end() override;
  void boolean(bool value) override;
  void cut_short(std::string_view reason) override;
  [[nodiscard]] std::vector<std::string> notes() const override;

 private:
  struct Text {
    std::string text;
    std::size_t width = 0;
    bool is_number = false;
  };
  struct Column {
    Text heading;
    std::size_t width = 0;
    bool is_right = false; ///< all sampled values are numbers
  };

  [[nodiscard]] Text shown(const Cell& cell) const;
  [[nodiscard]] std::string shown_literal(const rdf::TermView& term) const;
  void lay_out();
  void fit_terminal();
  void print_headings();
  void print(std::span<const Text> row);
  void print_cell(const Text& text, const Column& column, bool is_last);

  OutputBuffer out_;
  std::size_t width_;
  const rdf::PrefixMap* prefixes_;

  std::vector<Column> columns_; ///< all, of which the first shown_columns_ are printed
  std::size_t shown_columns_ = 0;
  std::vector<std::vector<Text>> sample_; ///< rows kept back until the widths are known
  std::size_t sample_bytes_ = 0;
  bool laid_out_ = false;
  std::size_t shortened_cells_ = 0;
};

} // namespace tela::sparql::results
