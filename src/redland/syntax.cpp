#include "redland/syntax.h"

#include "base/error.h"
#include "rdf/nquads_reader.h"

#include <algorithm>
#include <array>

namespace tela::redland {

namespace {

using Words = std::span<const std::string_view>;

template<std::size_t Size>
using List = std::array<std::string_view, Size>;

constexpr List<3> ntriples_names{"nt", "n-triples", "ntriple"};
constexpr List<1> ntriples_types{"text/plain"};
constexpr List<1> ntriples_extensions{"nt"};
constexpr List<2> nquads_names{"nq", "n-quads"};
constexpr List<1> nquads_types{"text/x-nquads"};
constexpr List<1> nquads_extensions{"nq"};
constexpr List<2> turtle_names{"ttl", "n3"};
constexpr List<4> turtle_types{"application/x-turtle", "application/turtle", "text/n3",
                               "text/rdf+n3"};
constexpr List<2> turtle_extensions{"ttl", "n3"};
constexpr List<1> trig_types{"application/x-trig"};
constexpr List<1> trig_extensions{"trig"};
constexpr List<3> rdf_xml_names{"rdf", "rdf-xml", "rdf/xml"};
constexpr List<3> rdf_xml_extensions{"rdf", "rdfs", "owl"};
constexpr List<1> json_ld_names{"json-ld"};
constexpr List<1> json_ld_extensions{"jsonld"};
constexpr List<2> rdf_json_names{"rj", "rdf-json"};
constexpr List<1> rdf_json_extensions{"rj"};
constexpr List<1> rdfa_names{"xhtml"};
constexpr List<1> rdfa_types{"application/xhtml+xml"};
constexpr List<1> rdfa_extensions{"xhtml"};
constexpr List<2> feed_names{"rss", "atom"};
constexpr List<1> feed_types{"application/atom+xml"};
constexpr List<2> feed_extensions{"rss", "atom"};
constexpr List<2> dot_names{"gv", "graphviz"};
constexpr List<2> dot_extensions{"dot", "gv"};
constexpr List<2> html_extensions{"html", "htm"};

constexpr std::array table{
    SyntaxInfo{Syntax::ntriples, "ntriples", "N-Triples", "application/n-triples", ntriples_names,
               ntriples_types, ntriples_extensions, true, true, false},
    SyntaxInfo{Syntax::nquads, "nquads", "N-Quads", "application/n-quads", nquads_names,
               nquads_types, nquads_extensions, true, true, true},
    SyntaxInfo{Syntax::turtle, "turtle", "Turtle", "text/turtle", turtle_names, turtle_types,
               turtle_extensions, true, true, false},
    SyntaxInfo{Syntax::trig,
               "trig",
               "TriG",
               "application/trig",
               {},
               trig_types,
               trig_extensions,
               true,
               true,
               true},
    SyntaxInfo{Syntax::rdf_xml,
               "rdfxml",
               "RDF/XML",
               "application/rdf+xml",
               rdf_xml_names,
               {},
               rdf_xml_extensions,
               true,
               true,
               false},
    SyntaxInfo{Syntax::json_ld,
               "jsonld",
               "JSON-LD",
               "application/ld+json",
               json_ld_names,
               {},
               json_ld_extensions,
               true,
               true,
               true},
    SyntaxInfo{Syntax::rdf_json,
               "rdfjson",
               "RDF/JSON",
               "application/rdf+json",
               rdf_json_names,
               {},
               rdf_json_extensions,
               true,
               true,
               false},
    SyntaxInfo{Syntax::rdfa, "rdfa", "RDFa", "text/html", rdfa_names, rdfa_types, rdfa_extensions,
               true, false, false},
    SyntaxInfo{Syntax::feed, "feed", "RSS or Atom", "application/rss+xml", feed_names, feed_types,
               feed_extensions, true, false, false},
    SyntaxInfo{Syntax::dot,
               "dot",
               "GraphViz DOT",
               "text/vnd.graphviz",
               dot_names,
               {},
               dot_extensions,
               false,
               true,
               false},
    SyntaxInfo{Syntax::html,
               "html",
               "HTML table",
               "text/html",
               {},
               {},
               html_extensions,
               false,
               true,
               true},
};
static_assert(std::ranges::all_of(table, [](const SyntaxInfo& entry) {
  return &entry == &table.at(static_cast<std::size_t>(entry.syntax));
}));

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::equal(a, b, [&](char x, char y) { return lower(x) == lower(y); });
}

bool contains(Words words, std::string_view word) {
  return std::ranges::any_of(
      words, [&](std::string_view each) { return equal_ignoring_case(each, word); });
}

template<typename Predicate>
std::optional<Syntax> find(Predicate matches) {
  const auto found = std::ranges::find_if(table, matches);
  return found == table.end() ? std::nullopt : std::optional(found->syntax);
}

template<typename Predicate>
std::string names_of(Predicate matches) {
  std::string names;
  for (const SyntaxInfo& entry : table)
    if (matches(entry)) (names += names.empty() ? "" : ", ") += entry.name;
  return names;
}

// The extension of a file name, without the dot; of "a.ttl.gz" it is "ttl".
std::string_view extension(std::string_view path) {
  for (const std::string_view packed : {".gz", ".zst"})
    if (path.ends_with(packed)) path.remove_suffix(packed.size());
  const auto dot = path.find_last_of("./");
  return dot == std::string_view::npos || path[dot] == '/' ? std::string_view()
                                                           : path.substr(dot + 1);
}

// Steps over a byte order mark, white space and lines that start with '#'.
std::string_view without_leading_space(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (;;) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (!text.starts_with('#')) return text;
    text.remove_prefix(std::min(text.find('\n'), text.size()));
  }
}

bool starts_with_word(std::string_view text, std::string_view word) {
  return text.size() > word.size() && equal_ignoring_case(text.substr(0, word.size()), word);
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::optional<Syntax> xml_by_content(std::string_view text) {
  if (has(text, "<html") || has(text, "<HTML")) return Syntax::rdfa;
  if (has(text, "http://www.w3.org/1999/02/22-rdf-syntax-ns#")) return Syntax::rdf_xml;
  if (has(text, "<rss") || has(text, "<feed")) return Syntax::feed;
  return std::nullopt;
}

std::optional<Syntax> json_by_content(std::string_view text) {
  for (const std::string_view key : {"\"@context\"", "\"@id\"", "\"@graph\"", "\"@type\""})
    if (has(text, key)) return Syntax::json_ld;
  return Syntax::rdf_json;
}

// Whether the first statement of `text` is one of N-Quads that names a graph.
bool names_graph(std::string_view text) {
  struct Watch final : rdf::QuadSink {
    bool graph = false;
    void quad(const rdf::QuadView& quad) override { graph = quad.graph.has_value(); }
  } watch;
  try {
    rdf::read_nquads(text.substr(0, text.find('\n')), "", rdf::NQuadsSyntax::nquads, watch);
  } catch (const base::Error&) {
    return false;
  }
  return watch.graph;
}

} // namespace

std::span<const SyntaxInfo> syntaxes() {
  return table;
}

const SyntaxInfo& info(Syntax syntax) {
  return table.at(static_cast<std::size_t>(syntax));
}

std::string readable_names() {
  return names_of([](const SyntaxInfo& entry) { return entry.readable; });
}

std::string writable_names() {
  return names_of([](const SyntaxInfo& entry) { return entry.writable; });
}

std::optional<Syntax> syntax_by_name(std::string_view name) {
  return find([&](const SyntaxInfo& entry) {
    return equal_ignoring_case(entry.name, name) || contains(entry.names, name);
  });
}

std::optional<Syntax> syntax_by_media_type(std::string_view media_type) {
  media_type = media_type.substr(0, media_type.find(';'));
  while (media_type.ends_with(' ')) media_type.remove_suffix(1);
  return find([&](const SyntaxInfo& entry) {
    return equal_ignoring_case(entry.media_type, media_type) ||
           contains(entry.media_types, media_type);
  });
}

std::optional<Syntax> syntax_by_file_name(std::string_view path) {
  return find([&](const SyntaxInfo& entry) { return contains(entry.extensions, extension(path)); });
}

std::optional<Syntax> syntax_by_content(std::string_view head) {
  const std::string_view text = without_leading_space(head);
  const auto next = [&](char first) {
    return text.starts_with(first) ? without_leading_space(text.substr(1)) : std::string_view();
  };
  if (next('{').starts_with('"') || next('[').starts_with('{')) return json_by_content(text);
  if (text.starts_with("<?xml") || text.starts_with("<!")) return xml_by_content(text);
  for (const std::string_view directive : {"@prefix", "@base", "prefix", "base", "graph"})
    if (starts_with_word(text, directive)) return Syntax::trig;
  if (text.starts_with("<") || text.starts_with("_:")) {
    if (names_graph(text)) return Syntax::nquads;
    const bool is_iri =
        text.substr(0, text.find_first_of(" \t\r\n>")).find(':') != std::string_view::npos;
    const bool is_tag = has(text, "xmlns") || !is_iri;
    return text.starts_with("<") && is_tag ? xml_by_content(text) : Syntax::trig;
  }
  return std::nullopt;
}

} // namespace tela::redland
