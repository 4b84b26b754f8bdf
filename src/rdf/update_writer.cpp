#include "rdf/update_writer.h"

#include "base/error.h"
#include "rdf/nquads_writer.h"

namespace tela::rdf {

void UpdateWriter::line(std::string_view operation, const QuadView& quad) {
  if (quad.subject.kind == TermKind::blank || quad.object.kind == TermKind::blank ||
      (quad.graph && quad.graph->kind == TermKind::blank))
    throw base::Error(base::Failure::input,
                      "a statement with a blank node cannot be changed by an update: " +
                          to_ntriples(quad.subject) + " " + to_ntriples(quad.predicate),
                      "load its graph anew: tela load --graph");
  if (operation != operation_ || statements_ == most_) {
    end_operation();
    buffer_ += operation;
    operation_ = operation;
  }
  ++statements_;
  if (quad.graph) buffer_ += "GRAPH " + to_ntriples(*quad.graph) + " { ";
  append_nquad(buffer_, {quad.subject, quad.predicate, quad.object, std::nullopt});
  if (!quad.graph) return;
  buffer_.pop_back();
  buffer_ += " }\n";
}

void UpdateWriter::end_operation() {
  if (!operation_.empty()) buffer_ += "} ;\n";
  output_(buffer_);
  buffer_.clear();
  operation_ = {};
  statements_ = 0;
}

void UpdateWriter::finish() {
  end_operation();
}

} // namespace tela::rdf
