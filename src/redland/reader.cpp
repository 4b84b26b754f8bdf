#include "redland/reader.h"

#include "base/error.h"
#include "base/file.h"
#include "rdf/iri.h"
#include "rdf/nquads_reader.h"
#include "rdf/turtle_reader.h"
#include "redland/raptor_reader.h"
#include "redland/rdf_json_reader.h"

namespace tela::redland {

namespace {

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

std::uint64_t read_lines(std::string_view source, std::string_view text, Syntax syntax,
                         rdf::QuadSink& sink, const ReadOptions& options) {
  LineSink lines(sink, options);
  return rdf::read_nquads(
      text, std::string(source),
      syntax == Syntax::nquads ? rdf::NQuadsSyntax::nquads : rdf::NQuadsSyntax::ntriples, lines);
}

void refuse_packed(std::string_view source, std::string_view text) {
  if (text.starts_with("\x1F\x8B"))
    throw base::Error(base::Failure::input, {std::string(source)}, "is packed with gzip",
                      "unpack it first: gunzip FILE");
  if (text.starts_with("\x28\xB5\x2F\xFD"))
    throw base::Error(base::Failure::input, {std::string(source)}, "is packed with zstd",
                      "unpack it first: unzstd FILE");
}

} // namespace

ReadReport read_text(std::string_view source, std::string_view text, Syntax syntax,
                     rdf::QuadSink& sink, const ReadOptions& options) {
  refuse_packed(source, text);
  switch (syntax) {
  case Syntax::ntriples:
  case Syntax::nquads:
    return {read_lines(source, text, syntax, sink, options), {}};
  case Syntax::turtle:
    return {rdf::read_turtle(source, text, sink, options), {}};
  case Syntax::trig:
    return {rdf::read_trig(source, text, sink, options), {}};
  case Syntax::rdf_json:
    return read_rdf_json(source, text, sink, options);
  case Syntax::rdf_xml:
  case Syntax::rdfa:
  case Syntax::feed:
    return read_with_raptor(source, text, syntax, sink, options);
  case Syntax::json_ld:
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
  const base::MappedFile file(path, base::MappedFile::Access::sequential);
  refuse_packed(path.string(), file.text());
  ReadOptions with_base = options;
  if (with_base.base.empty()) with_base.base = rdf::file_iri(path.string());
  return read_text(path.string(), file.text(), syntax ? *syntax : guess_syntax(path, file.text()),
                   sink, with_base);
}

Syntax guess_syntax(const std::filesystem::path& path, std::string_view head) {
  if (const auto syntax = syntax_by_file_name(path.string())) return *syntax;
  if (const auto syntax = syntax_by_content(head.substr(0, 4096))) return *syntax;
  throw base::Error(base::Failure::input, {path.string()},
                    "neither name nor content tells the syntax",
                    "name it: one of " + readable_names());
}

} // namespace tela::redland
