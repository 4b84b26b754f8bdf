#include "sparql/results/parquet_writer.h"

#include "parquet/file_writer.h"

#include <array>

namespace tela::sparql::results {

void ParquetWriter::begin(std::span<const std::string> variables) {
  names_.assign(variables.begin(), variables.end());
  types_.resize(names_.size());
  labels_.resize(names_.size());
  texts_.resize(names_.size());
  rows_.emplace(names_.size());
}

void ParquetWriter::row(std::span<const Cell> cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    texts_[i].reset();
    if (!cells[i]) continue;
    types_[i].see(*cells[i]);
    texts_[i] = cells[i]->value;
    if (cells[i]->kind == rdf::TermKind::blank)
      texts_[i] = labels_[i] = "_:" + std::string(cells[i]->value);
    if (!cells[i]->language.empty()) ++tagged_;
  }
  rows_->add(texts_);
}

void ParquetWriter::end() {
  std::vector<parquet::Column> columns;
  for (std::size_t i = 0; i < names_.size(); ++i) columns.push_back({names_[i], types_[i].type()});
  parquet::FileWriter file(columns, output_);
  std::vector<parquet::Value> values(columns.size());
  rows_->read([&](std::span<const RowSpool::Text> texts) {
    for (std::size_t i = 0; i < texts.size(); ++i)
      values[i] = texts[i] ? column_value(*texts[i], columns[i].type) : parquet::Value();
    file.row(values);
  });
  file.finish();
}

void ParquetWriter::boolean(bool value) {
  parquet::FileWriter file({{"boolean", parquet::Type::boolean}}, output_);
  file.row(std::array{parquet::Value(value)});
  file.finish();
}

std::vector<std::string> ParquetWriter::notes() const {
  if (tagged_ == 0) return {};
  return {"the languages of " + std::to_string(tagged_) + " texts are not in the file"};
}

} // namespace tela::sparql::results
