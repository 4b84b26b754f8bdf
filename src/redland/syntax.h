#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// Every RDF syntax in and out, and our store as a librdf storage. The one room that includes
/// redland.h, raptor2.h, rasqal.h and serd.h.
namespace tela::redland {

/// A syntax of RDF documents.
enum class Syntax : std::uint8_t {
  ntriples,
  nquads,
  turtle,
  trig,
  rdf_xml,
  json_ld,
  rdf_json, ///< W3C note of 2013: subject → predicate → objects
  rdfa,     ///< RDFa 1.0 in XHTML
  feed,     ///< RSS 0.9–2.0 and Atom 0.3–1.0, read as RSS 1.0
  dot,      ///< GraphViz
  html,     ///< a table for people
};

/// What is known about a syntax. All views live as long as the program.
struct SyntaxInfo {
  Syntax syntax;
  std::string_view name;  ///< as on the command line: "turtle"
  std::string_view label; ///< as in a sentence: "Turtle"
  std::string_view media_type;
  /// Further names, media types and extensions by which it is known.
  std::span<const std::string_view> names, media_types, extensions;
  bool readable;
  bool writable;
  bool named_graphs; ///< whether it can say which graph a statement stands in
};

/// All of them, in the order of the enumeration.
[[nodiscard]] std::span<const SyntaxInfo> syntaxes();
[[nodiscard]] const SyntaxInfo& info(Syntax syntax);
/// "Turtle, TriG, …": the names of those that can be read (or written), for messages.
[[nodiscard]] std::string readable_names();
[[nodiscard]] std::string writable_names();

/// The syntax with that name or extension, in any case: "turtle", "ttl", "rdfxml", "jsonld".
[[nodiscard]] std::optional<Syntax> syntax_by_name(std::string_view name);
/// Parameters ("; charset=utf-8") and case are ignored.
[[nodiscard]] std::optional<Syntax> syntax_by_media_type(std::string_view media_type);
/// By the extension of the file name; a last .gz or .zst is passed over.
[[nodiscard]] std::optional<Syntax> syntax_by_file_name(std::string_view path);
/// By the first characters of a document (give it a kilobyte or more). Turtle and N-Triples count
/// as TriG, which holds both; N-Quads is seen by the graph of its first statement.
[[nodiscard]] std::optional<Syntax> syntax_by_content(std::string_view head);

} // namespace tela::redland
