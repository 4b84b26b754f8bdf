#pragma once

#include "publish/language.h"
#include "rdf/namespaces.h"
#include "rdf/quad.h"

#include <string_view>

namespace tela::publish {

/// Pushes statements about one subject at a time into a sink.
class StatementWriter {
 public:
  explicit StatementWriter(rdf::QuadSink& sink) : sink_(sink) {}

  /// What follows is about `iri`, an instance of `type`.
  StatementWriter& about(std::string_view iri, std::string_view type) {
    subject_ = iri;
    return link(rdf::rdf_type, type);
  }
  /// What follows is about `iri`, of which something has been said before.
  StatementWriter& again(std::string_view iri) {
    subject_ = iri;
    return *this;
  }
  StatementWriter& link(std::string_view predicate, std::string_view iri) {
    return push(predicate, {rdf::TermKind::iri, iri, {}, {}});
  }
  StatementWriter& value(std::string_view predicate, std::string_view lexical,
                         std::string_view datatype = rdf::xsd::string) {
    return push(predicate, {rdf::TermKind::literal, lexical, datatype, {}});
  }
  /// A number that is not negative, as xsd:integer or a type derived from it.
  StatementWriter& number(std::string_view predicate, std::uint64_t number,
                          std::string_view datatype = rdf::xsd::integer) {
    return value(predicate, std::to_string(number), datatype);
  }
  /// The same words in each language.
  StatementWriter& phrase(std::string_view predicate, const Phrase& phrase) {
    for (std::size_t i = 0; i < language_count; ++i)
      push(predicate, {rdf::TermKind::literal, phrase[i], rdf::rdf_lang_string, language_tags[i]});
    return *this;
  }

 private:
  StatementWriter& push(std::string_view predicate, const rdf::TermView& object) {
    sink_.quad({{rdf::TermKind::iri, subject_, {}, {}},
                {rdf::TermKind::iri, predicate, {}, {}},
                object,
                std::nullopt});
    return *this;
  }

  rdf::QuadSink& sink_;
  std::string subject_;
};

} // namespace tela::publish
