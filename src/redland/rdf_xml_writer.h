#pragma once

#include "redland/output_buffer.h"
#include "redland/writer.h"

#include <map>
#include <string>
#include <utility>

namespace tela::redland {

/// Writes RDF 1.1 XML. Raptor's writer drops predicates that are no XML names and control
/// characters; here they are errors that name the term.
class RdfXmlWriter final : public Writer {
 public:
  RdfXmlWriter(Output output, const WriteOptions& options);

  void quad(const rdf::QuadView& quad) override;
  void finish() override;

 private:
  void begin_document();
  void begin_subject(const rdf::TermView& subject);
  void end_subject();
  void append_predicate(std::string_view predicate);
  void append_object(const rdf::TermView& object, std::string_view element);
  void append_reference(std::string_view name, std::string_view iri);
  void append_attribute(std::string_view name, std::string_view value);
  void append_text(std::string_view text);

  OutputBuffer out_;
  std::map<std::string, std::string, std::less<>> prefix_of_; // by namespace
  rdf::Term subject_;
  bool begun_ = false;
  bool in_subject_ = false;
};

} // namespace tela::redland
