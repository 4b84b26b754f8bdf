#include "rdf/nquads_writer.h"

namespace tela::rdf {

namespace {
constexpr std::size_t piece_bytes = std::size_t{1} << 16U;
} // namespace

void NQuadsWriter::quad(const QuadView& quad) {
  append_ntriples(buffer_, quad.subject);
  buffer_ += ' ';
  append_ntriples(buffer_, quad.predicate);
  buffer_ += ' ';
  append_ntriples(buffer_, quad.object);
  if (quad.graph) {
    buffer_ += ' ';
    append_ntriples(buffer_, *quad.graph);
  }
  buffer_ += " .\n";
  if (buffer_.size() >= piece_bytes) finish();
}

void NQuadsWriter::finish() {
  if (buffer_.empty()) return;
  output_(buffer_);
  buffer_.clear();
}

} // namespace tela::rdf
