#include "rdf/graph_writer.h"

#include "rdf/namespaces.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace tela::rdf {

namespace {

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_letter(char c) {
  return is_alphanumeric(c) && !(c >= '0' && c <= '9');
}

// LANGTAG of RDF 1.1 Turtle, with the lengths of RFC 5646 (section 4.4.1: 35 characters are
// enough).
bool is_language_tag(std::string_view text) {
  if (text.size() > 35) return false;
  bool first = true;
  while (true) {
    const auto part = text.substr(0, text.find('-'));
    if (part.empty() || part.size() > 8) return false;
    if (!std::ranges::all_of(part, first ? is_letter : is_alphanumeric)) return false;
    if (part.size() == text.size()) return true;
    text.remove_prefix(part.size() + 1);
    first = false;
  }
}

} // namespace

TermView iri_view(std::string_view iri) {
  return {TermKind::iri, iri, {}, {}};
}

TermView text_view(std::string_view value, std::string_view language) {
  if (!is_language_tag(language)) return typed_view(value, xsd::string);
  return {TermKind::literal, value, rdf_lang_string, language};
}

TermView typed_view(std::string_view lexical, std::string_view datatype) {
  return {TermKind::literal, lexical, datatype, {}};
}

void GraphWriter::state(std::string_view subject, std::string_view predicate,
                        const TermView& object) {
  sink_.quad({iri_view(subject), iri_view(predicate), object, iri_view(graph_)});
}

void GraphWriter::type(std::string_view subject, std::string_view class_iri) {
  link(subject, rdf_type, class_iri);
}

void GraphWriter::link(std::string_view subject, std::string_view predicate,
                       std::string_view object_iri) {
  state(subject, predicate, iri_view(object_iri));
}

void GraphWriter::text(std::string_view subject, std::string_view predicate,
                       std::string_view value) {
  state(subject, predicate, typed_view(value, xsd::string));
}

void GraphWriter::text(std::string_view subject, std::string_view predicate, std::string_view value,
                       std::string_view language) {
  state(subject, predicate, text_view(value, language));
}

void GraphWriter::typed(std::string_view subject, std::string_view predicate,
                        std::string_view lexical, std::string_view datatype) {
  state(subject, predicate, typed_view(lexical, datatype));
}

void GraphWriter::integer(std::string_view subject, std::string_view predicate,
                          std::int64_t value) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  typed(subject, predicate, {digits.data(), end}, xsd::integer);
}

} // namespace tela::rdf
