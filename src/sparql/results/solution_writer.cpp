#include "sparql/results/solution_writer.h"

namespace tela::sparql::results {

void SolutionWriter::begin(std::span<const std::string> variables) {
  storage_.resize(variables.size());
  cells_.resize(variables.size());
  writer_.begin(variables);
}

void SolutionWriter::rows(const evaluator::Batch& batch, const evaluator::TermSource& terms) {
  for (std::size_t row = 0; row < batch.count; ++row) {
    if (cancellation_ != nullptr) cancellation_->check(); // a row may be long
    for (std::size_t column = 0; column < cells_.size(); ++column) {
      const rdf::Id id = batch.columns[column][row];
      if (id.defined())
        cells_[column] = terms.term(id, storage_[column]);
      else
        cells_[column].reset();
    }
    writer_.row(cells_);
  }
  count_ += batch.count;
}

} // namespace tela::sparql::results
