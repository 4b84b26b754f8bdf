#include "rdf/term.h"

#include "base/utf8.h"
#include "rdf/namespaces.h"
#include "rdf/quad.h"

namespace tela::rdf {

namespace {

void append_hex_escape(std::string& out, char32_t c) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  out += c > 0xFFFF ? "\\U" : "\\u";
  for (int shift = c > 0xFFFF ? 28 : 12; shift >= 0; shift -= 4) out += hex[c >> shift & 15U];
}

void append_iri(std::string& out, std::string_view value) {
  constexpr std::string_view forbidden = "<>\"{}|^`\\";
  out += '<';
  for (const char c : value) {
    if (static_cast<unsigned char>(c) <= 0x20 || forbidden.find(c) != std::string_view::npos)
      append_hex_escape(out, static_cast<unsigned char>(c));
    else
      out += c;
  }
  out += '>';
}

void append_quoted(std::string& out, std::string_view lexical) {
  out += '"';
  for (const char c : lexical) {
    switch (c) {
    case '"':
      out += "\\\"";
      break;
    case '\\':
      out += "\\\\";
      break;
    case '\n':
      out += "\\n";
      break;
    case '\r':
      out += "\\r";
      break;
    default:
      out += c;
    }
  }
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
