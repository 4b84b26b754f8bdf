#include "redland/librdf_term.h"

#include "base/error.h"
#include "rdf/namespaces.h"

#include <string>

namespace tela::redland {

namespace {

// The library's strings are bytes without a sign.
const unsigned char* bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data()); // NOLINT(*-reinterpret-cast)
}

std::string_view view_of(const unsigned char* text, std::size_t length) {
  return {reinterpret_cast<const char*>(text), length}; // NOLINT(*-reinterpret-cast)
}

std::string_view view_of(librdf_uri* uri) {
  std::size_t length = 0;
  const unsigned char* text = librdf_uri_as_counted_string(uri, &length);
  return view_of(text, length);
}

LibrdfNode make_literal(librdf_world* world, const rdf::TermView& literal) {
  constexpr std::size_t longest_tag = 255;
  if (literal.language.size() > longest_tag)
    throw base::Error(base::Failure::input,
                      "a language tag of more than 255 characters, which librdf cannot hold");
  const bool is_plain = !literal.language.empty() || literal.datatype == rdf::xsd::string;
  const LibrdfUri datatype(
      is_plain ? nullptr
               : librdf_new_uri2(world, bytes(literal.datatype), literal.datatype.size()));
  // The language is read up to a U+0000, whatever length is given.
  const std::string language(literal.language);
  return LibrdfNode(librdf_new_node_from_typed_counted_literal(
      world, bytes(literal.value), literal.value.size(),
      language.empty() ? nullptr : language.c_str(), language.size(), datatype.get()));
}

LibrdfNode make_any(librdf_world* world, const rdf::TermView& term) {
  switch (term.kind) {
  case rdf::TermKind::iri:
    return LibrdfNode(
        librdf_new_node_from_counted_uri_string(world, bytes(term.value), term.value.size()));
  case rdf::TermKind::blank:
    return LibrdfNode(
        librdf_new_node_from_counted_blank_identifier(world, bytes(term.value), term.value.size()));
  case rdf::TermKind::literal:
    break;
  }
  return make_literal(world, term);
}

} // namespace

rdf::TermView term_of(librdf_node* node) {
  if (librdf_node_is_resource(node) != 0)
    return {rdf::TermKind::iri, view_of(librdf_node_get_uri(node)), {}, {}};
  std::size_t length = 0;
  if (librdf_node_is_blank(node) != 0) {
    const unsigned char* label = librdf_node_get_counted_blank_identifier(node, &length);
    return {rdf::TermKind::blank, view_of(label, length), {}, {}};
  }
  const unsigned char* text = librdf_node_get_literal_value_as_counted_string(node, &length);
  rdf::TermView literal{rdf::TermKind::literal, view_of(text, length), rdf::xsd::string, {}};
  if (const char* language = librdf_node_get_literal_value_language(node); language != nullptr) {
    literal.language = language;
    literal.datatype = rdf::rdf_lang_string;
  } else if (auto* datatype = librdf_node_get_literal_value_datatype_uri(node);
             datatype != nullptr) {
    literal.datatype = view_of(datatype);
  }
  return literal;
}

LibrdfNode make_node(librdf_world* world, const rdf::TermView& term) {
  LibrdfNode node = make_any(world, term);
  if (!node) throw base::Error(base::Failure::limit, "no memory for a node");
  return node;
}

} // namespace tela::redland
