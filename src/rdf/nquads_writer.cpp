#include "rdf/nquads_writer.h"

namespace tela::rdf {

namespace {
constexpr std::size_t piece_bytes = std::size_t{1} << 16U;
} // namespace

void append_nquad(std::string& out, const QuadView& quad) {
  append_ntriples(out, quad.subject);
  out += ' ';
  append_ntriples(out, quad.predicate);
  out += ' ';
  append_ntriples(out, quad.object);
  if (quad.graph) {
    out += ' ';
    append_ntriples(out, *quad.graph);
  }
  out += " .\n";
}

void NQuadsWriter::quad(const QuadView& quad) {
  append_nquad(buffer_, quad);
  if (buffer_.size() >= piece_bytes) finish();
}

void NQuadsWriter::finish() {
  if (buffer_.empty()) return;
  output_(buffer_);
  buffer_.clear();
}

} // namespace tela::rdf
