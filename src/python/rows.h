#pragma once

#include "rdf/quad.h"
#include "sparql/results/result_writer.h"

#include <pybind11/pybind11.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tela::python {

/// A result in memory, 16 bytes a cell beside its text: made without Python, read by it.
class Rows final : public sparql::results::ResultWriter, public rdf::QuadSink {
 public:
  [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }
  [[nodiscard]] std::size_t size() const {
    return columns_.empty() ? empty_rows_ : cells_.size() / columns_.size();
  }
  /// Of ASK.
  [[nodiscard]] std::optional<bool> truth() const { return truth_; }
  /// A tuple of None, or (kind, text, datatype or language) for each column, where kind is "iri",
  /// "blank", "literal" or "text" (with a language). Throws IndexError.
  [[nodiscard]] pybind11::tuple row(std::size_t number) const;

  /// The columns of CONSTRUCT and DESCRIBE.
  void begin_graph() { columns_ = {"subject", "predicate", "object"}; }

  void begin(std::span<const std::string> variables) override {
    columns_.assign(variables.begin(), variables.end());
  }
  void row(std::span<const sparql::results::Cell> cells) override;
  void end() override {}
  void boolean(bool value) override { truth_ = value; }
  void cut_short(std::string_view /*reason*/) override {}
  void quad(const rdf::QuadView& quad) override;

 private:
  enum class Kind : std::uint8_t { none, iri, blank, literal, text };
  struct Cell {
    std::uint64_t begin = 0;
    std::uint32_t size = 0;
    std::uint32_t kind : 3 = 0;
    std::uint32_t extra : 29 = 0; ///< number of the datatype or language
  };

  void add(const sparql::results::Cell& value);
  [[nodiscard]] std::uint32_t number_of(std::string_view extra);
  [[nodiscard]] pybind11::object value(const Cell& cell) const;

  std::vector<std::string> columns_;
  std::vector<Cell> cells_;
  std::size_t empty_rows_ = 0;
  std::string bytes_;
  std::vector<std::string> extras_;
  std::map<std::string, std::uint32_t, std::less<>> extra_numbers_;
  std::optional<bool> truth_;
};

} // namespace tela::python
