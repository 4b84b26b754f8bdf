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

// All characters that are escaped, and the first byte of U+FFFE and U+FFFF.
constexpr ByteSet bytes_to_escape_in_strings = [] {
  ByteSet set{};
  for (unsigned byte = 0; byte < 0x20; ++byte) set.at(byte) = true;
  for (const unsigned byte : {0x22U, 0x5CU, 0x7FU, 0xEFU}) set.at(byte) = true;
  return set;
}();

// Appends `text`: runs of ordinary bytes as they are; for the others `escape` appends what stands
// for the front of the rest and returns how many bytes that was.
template<typename Escape>
void append_escaped(std::string& out, std::string_view text, const ByteSet& special,
                    Escape escape) {
  std::size_t run = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!special[static_cast<unsigned char>(text[at])]) {
      ++at;
      continue;
    }
    out += text.substr(run, at - run);
    at += escape(text.substr(at));
    run = at;
  }
  out += text.substr(run);
}

// \u and four hexadecimal digits, the first two of them 0.
void append_universal_escape(std::string& out, char c) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  ((out += "\\u00") += hex[byte >> 4U]) += hex[byte & 15U];
}

void append_iri(std::string& out, std::string_view value) {
  out += '<';
  append_escaped(out, value, bytes_to_escape_in_iris, [&](std::string_view rest) {
    append_universal_escape(out, rest.front());
    return std::size_t{1};
  });
  out += '>';
}

// REQUIRES: a byte of bytes_to_escape_in_strings at the front.
std::size_t append_string_escape(std::string& out, std::string_view rest) {
  constexpr std::string_view plain = "\b\t\n\f\r\"\\";
  constexpr std::string_view letters = "btnfr\"\\";
  if (rest.front() == '\xEF') {
    const bool no_character = rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF");
    if (no_character)
      out += rest[2] == '\xBE' ? "\\uFFFE" : "\\uFFFF";
    else
      out += rest.front();
    return no_character ? 3 : 1;
  }
  if (const auto found = plain.find(rest.front()); found != std::string_view::npos)
    (out += '\\') += letters[found];
  else
    append_universal_escape(out, rest.front());
  return 1;
}

void append_quoted(std::string& out, std::string_view lexical) {
  out += '"';
  append_escaped(out, lexical, bytes_to_escape_in_strings,
                 [&](std::string_view rest) { return append_string_escape(out, rest); });
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
