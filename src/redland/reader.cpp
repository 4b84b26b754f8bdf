#include "redland/reader.h"

#include "base/error.h"
#include "base/file_text.h"
#include "base/input_stream.h"
#include "jsonld/reader.h"
#include "rdf/iri.h"
#include "rdf/nquads_reader.h"
#include "rdf/turtle_reader.h"
#include "redland/raptor_reader.h"
#include "redland/rdf_json_reader.h"
#include "redland/rdf_xml_reader.h"

namespace tela::redland {

namespace {

constexpr std::size_t head_bytes = 4096; // enough to tell a syntax by its content

// What the N-Quads reader leaves to others: the scope of blank nodes and the limit on languages.
class LineSink final : public rdf::QuadSink {
 public:
  LineSink(rdf::QuadSink& sink, const ReadOptions& options) : sink_(sink), options_(options) {}

  void quad(const rdf::QuadView& quad) override {
    if (quad.object.language.size() > options_.limits.language_tag)
      throw base::Error(base::Failure::input,
                        "a language tag of more than " +
                            std::to_string(options_.limits.language_tag) + " characters",
                        "shorten it");
    if (options_.blank_scope.empty()) return sink_.quad(quad);
    rdf::QuadView scoped = quad;
    put_in_scope(scoped.subject, subject_);
    put_in_scope(scoped.object, object_);
    if (scoped.graph) put_in_scope(*scoped.graph, graph_);
    sink_.quad(scoped);
  }

 private:
  void put_in_scope(rdf::TermView& term, std::string& label) const {
    if (term.kind != rdf::TermKind::blank) return;
    (label = options_.blank_scope) += term.value;
    term.value = label;
  }

  rdf::QuadSink& sink_;
  const ReadOptions& options_;
  std::string subject_, object_, graph_;
};

std::optional<rdf::NQuadsSyntax> line_syntax(Syntax syntax) {
  if (syntax == Syntax::ntriples) return rdf::NQuadsSyntax::ntriples;
  if (syntax == Syntax::nquads) return rdf::NQuadsSyntax::nquads;
  return std::nullopt;
}

std::uint64_t read_lines(std::string_view source, std::string_view text, rdf::NQuadsSyntax syntax,
                         rdf::QuadSink& sink, const ReadOptions& options) {
  LineSink lines(sink, options);
  return rdf::read_nquads(text, std::string(source), syntax, lines);
}

// Lines from `stream`, whose beginning has been read into `head`.
std::uint64_t read_stream(const std::string& source, std::string_view head,
                          base::InputStream& stream, rdf::NQuadsSyntax syntax, rdf::QuadSink& sink,
                          const ReadOptions& options) {
  LineSink lines(sink, options);
  rdf::NQuadsReader reader(source, syntax, lines);
  reader.feed(head);
  std::string piece(std::size_t{1} << 18U, '\0');
  while (const std::size_t count = stream.read(piece))
    reader.feed(std::string_view(piece).substr(0, count));
  reader.finish();
  return reader.statements();
}

// All that `stream` gives, whose beginning has been read into `text`.
std::string rest_of(base::InputStream& stream, std::string text, const std::string& source) {
  std::string piece(std::size_t{1} << 18U, '\0');
  while (const std::size_t count = stream.read(piece)) {
    text.append(piece, 0, count);
    if (text.size() > base::FileText::max_unpacked_bytes)
      throw base::Error(base::Failure::input, {source}, "is too large to be read at once",
                        "split it");
  }
  return text;
}

void refuse_packed(std::string_view source, std::string_view text) {
  if (base::compression_by_content(text) != base::Compression::none)
    throw base::Error(base::Failure::input, {std::string(source)},
                      "is packed once more, inside its packing", "unpack it first");
}

ReadReport as_report(jsonld::Report report) {
  return {report.quads, std::move(report.warnings)};
}

} // namespace

ReadReport read_text(std::string_view source, std::string_view text, Syntax syntax,
                     rdf::QuadSink& sink, const ReadOptions& options) {
  refuse_packed(source, text);
  switch (syntax) {
  case Syntax::ntriples:
  case Syntax::nquads:
    return {read_lines(source, text, *line_syntax(syntax), sink, options), {}};
  case Syntax::turtle:
    return {rdf::read_turtle(source, text, sink, options), {}};
  case Syntax::trig:
    return {rdf::read_trig(source, text, sink, options), {}};
  case Syntax::rdf_json:
    return read_rdf_json(source, text, sink, options);
  case Syntax::rdf_xml:
    return read_rdf_xml(source, text, sink, options);
  case Syntax::json_ld:
    return as_report(jsonld::read_json_ld(source, text, sink, options));
  case Syntax::rdfa:
  case Syntax::feed:
    return read_with_raptor(source, text, syntax, sink, options);
  case Syntax::dot:
  case Syntax::html:
    break;
  }
  throw base::Error(base::Failure::input, {std::string(source)},
                    std::string(info(syntax).label) + " can only be written",
                    "convert it to one of " + readable_names());
}

ReadReport read_file(const std::filesystem::path& path, std::optional<Syntax> syntax,
                     rdf::QuadSink& sink, const ReadOptions& options) {
  ReadOptions with_base = options;
  if (with_base.base.empty()) with_base.base = rdf::file_iri(path.string());
  base::InputStream stream(path);
  std::string head(head_bytes, '\0');
  head.resize(stream.read(head));
  if (!syntax) syntax = guess_syntax(path, head);
  const auto lines = line_syntax(*syntax);
  const bool once = !std::filesystem::is_regular_file(path); // as a pipe, which cannot be reopened
  if (lines && (stream.compression() != base::Compression::none || once))
    return {read_stream(path.string(), head, stream, *lines, sink, with_base), {}};
  if (once)
    return read_text(path.string(), rest_of(stream, std::move(head), path.string()), *syntax, sink,
                     with_base);
  const base::FileText file(path);
  return read_text(path.string(), file.text(), *syntax, sink, with_base);
}

Syntax guess_syntax(const std::filesystem::path& path, std::string_view head) {
  if (const auto syntax = syntax_by_file_name(path.string())) return *syntax;
  if (const auto syntax = syntax_by_content(head.substr(0, head_bytes))) return *syntax;
  throw base::Error(base::Failure::input, {path.string()},
                    "neither name nor content tells the syntax",
                    "name it: one of " + readable_names());
}

} // namespace tela::redland
