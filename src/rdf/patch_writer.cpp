#include "rdf/patch_writer.h"

#include "rdf/nquads_writer.h"

#include <utility>

namespace tela::rdf {

PatchWriter::PatchWriter(Output output) : output_(std::move(output)), buffer_("TX .\n") {}

void PatchWriter::line(char operation, const QuadView& quad) {
  constexpr std::size_t piece_bytes = std::size_t{1} << 16U;
  buffer_ += operation;
  buffer_ += ' ';
  append_nquad(buffer_, quad);
  if (buffer_.size() < piece_bytes) return;
  output_(buffer_);
  buffer_.clear();
}

void PatchWriter::finish() {
  buffer_ += "TC .\n";
  output_(buffer_);
  buffer_.clear();
}

} // namespace tela::rdf
