#include "redland/written_term.h"

#include "base/error.h"
#include "base/require.h"
#include "base/utf8.h"
#include "rdf/name_characters.h"

#include <algorithm>
#include <array>

namespace tela::redland {

namespace {

constexpr auto forbidden_bytes = [] {
  std::array<bool, 256> forbidden{};
  for (unsigned byte = 0; byte < forbidden.size(); ++byte)
    forbidden.at(byte) = rdf::is_forbidden_in_iri(byte);
  return forbidden;
}();

// [A-Za-z_][A-Za-z0-9_-]*
bool is_plain_label(std::string_view label) {
  const auto is_start = [](char c) {
    return rdf::is_letter(static_cast<unsigned char>(c)) || c == '_';
  };
  return !label.empty() && is_start(label.front()) && std::ranges::all_of(label, [&](char c) {
    return is_start(c) || rdf::is_digit(static_cast<unsigned char>(c)) || c == '-';
  });
}

} // namespace

void refuse_to_write(Syntax syntax, const std::string& what, const std::string& advice) {
  throw base::Error(base::Failure::input, std::string(info(syntax).label) + " cannot hold " + what,
                    advice);
}

void refuse_named_graph(Syntax syntax, const rdf::QuadView& quad) {
  if (quad.graph)
    refuse_to_write(syntax, "the named graph " + rdf::to_ntriples(*quad.graph),
                    "write trig, nquads or jsonld, or one graph only");
}

void check_written_iri(Syntax syntax, std::string_view iri) {
  const auto is_forbidden = [](char c) { return forbidden_bytes[static_cast<unsigned char>(c)]; };
  if (std::ranges::any_of(iri, is_forbidden))
    refuse_to_write(syntax, "the malformed IRI \"" + std::string(iri) + "\"",
                    "percent-encode spaces and < > \" { } | ^ ` \\");
}

std::string incomplete_line(std::string_view reason) {
  return "\n!! incomplete: " + std::string(reason) + '\n';
}

bool is_xml_name(std::string_view text) {
  base::require_utf8(text);
  std::size_t at = 0;
  if (text.empty()) return false;
  const char32_t first = base::next_code_point(text, at);
  if (!rdf::is_name_base(first) && first != '_') return false;
  while (at < text.size()) {
    const char32_t c = base::next_code_point(text, at);
    if (!rdf::is_name_character(c) && c != '.') return false;
  }
  return true;
}

void append_blank_label(std::string& out, std::string_view label) {
  constexpr std::string_view spelt = "spelt-";
  constexpr std::string_view hex = "0123456789abcdef";
  if (is_plain_label(label) && !label.starts_with(spelt)) {
    out += label;
    return;
  }
  out += spelt;
  for (const char c : label) {
    const auto byte = static_cast<unsigned char>(c);
    out += hex[byte >> 4U];
    out += hex[byte & 15U];
  }
}

} // namespace tela::redland
