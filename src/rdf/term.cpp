#include "rdf/term.h"

#include "rdf/name_characters.h"
#include "rdf/namespaces.h"
#include "rdf/quad.h"

#include <array>

namespace tela::rdf {

namespace {

using ByteSet = std::array<bool, 256>;

constexpr ByteSet bytes_to_escape_in_iris = [] {
  ByteSet set{};
  for (unsigned byte = 0; byte < set.size(); ++byte) set.at(byte) = is_forbidden_in_iri(byte);
  return set;
}();

constexpr ByteSet bytes_to_escape_in_strings = [] {
  ByteSet set{};
  for (const char c : {'"', '\\', '\n', '\r'}) set.at(static_cast<unsigned char>(c)) = true;
  return set;
}();

// Appends `text`, runs of ordinary bytes as they are, the others as `escape` appends them.
template<typename Escape>
void append_escaped(std::string& out, std::string_view text, const ByteSet& special,
                    Escape escape) {
  std::size_t run = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!special[static_cast<unsigned char>(text[at])]) continue;
    out += text.substr(run, at - run);
    escape(text[at]);
    run = at + 1;
  }
  out += text.substr(run);
}

void append_iri(std::string& out, std::string_view value) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  out += '<';
  append_escaped(out, value, bytes_to_escape_in_iris, [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    ((out += "\\u00") += hex[byte >> 4U]) += hex[byte & 15U];
  });
  out += '>';
}

void append_quoted(std::string& out, std::string_view lexical) {
  out += '"';
  append_escaped(out, lexical, bytes_to_escape_in_strings, [&](char c) {
    out += '\\';
    out += c == '\n' ? 'n' : c == '\r' ? 'r' : c;
  });
  out += '"';
}

} // namespace

Term to_term(const TermView& view) {
  return {view.kind, std::string(view.value), std::string(view.datatype),
          std::string(view.language)};
}

Term iri(std::string_view value) {
  return {TermKind::iri, std::string(value), {}, {}};
}

Term blank(std::string_view label) {
  return {TermKind::blank, std::string(label), {}, {}};
}

Term literal(std::string_view lexical) {
  return literal(lexical, xsd::string);
}

Term literal(std::string_view lexical, std::string_view datatype) {
  return {TermKind::literal, std::string(lexical), std::string(datatype), {}};
}

Term language_literal(std::string_view lexical, std::string_view language) {
  return {TermKind::literal, std::string(lexical), std::string(rdf_lang_string),
          std::string(language)};
}

void append_ntriples(std::string& out, const TermView& term) {
  switch (term.kind) {
  case TermKind::iri:
    return append_iri(out, term.value);
  case TermKind::blank:
    out += "_:";
    out += term.value;
    return;
  case TermKind::literal:
    break;
  }
  append_quoted(out, term.value);
  if (!term.language.empty()) {
    out += '@';
    out += term.language;
  } else if (term.datatype != xsd::string) {
    out += "^^";
    append_iri(out, term.datatype);
  }
}

std::string to_ntriples(const TermView& term) {
  std::string out;
  append_ntriples(out, term);
  return out;
}

Quad to_quad(const QuadView& view) {
  Quad quad{to_term(view.subject), to_term(view.predicate), to_term(view.object), std::nullopt};
  if (view.graph) quad.graph = to_term(*view.graph);
  return quad;
}

QuadView view(const Quad& quad) {
  QuadView result{quad.subject, quad.predicate, quad.object, std::nullopt};
  if (quad.graph) result.graph = *quad.graph;
  return result;
}

} // namespace tela::rdf
