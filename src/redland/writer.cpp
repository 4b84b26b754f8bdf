#include "redland/writer.h"

#include "base/error.h"
#include "rdf/nquads_writer.h"
#include "redland/dot_writer.h"
#include "redland/html_writer.h"
#include "redland/json_ld_writer.h"
#include "redland/rdf_json_writer.h"
#include "redland/rdf_xml_writer.h"
#include "redland/turtle_writer.h"
#include "redland/written_term.h"

#include <utility>

namespace tela::redland {

namespace {

class LineWriter final : public Writer {
 public:
  LineWriter(Syntax syntax, const Output& output)
      : syntax_(syntax), output_(output), lines_(output) {}

  void quad(const rdf::QuadView& quad) override {
    if (syntax_ == Syntax::ntriples) refuse_named_graph(syntax_, quad);
    rdf::QuadView written = quad;
    spell_blank(written.subject, subject_);
    spell_blank(written.object, object_);
    if (written.graph) spell_blank(*written.graph, graph_);
    lines_.quad(written);
  }
  void finish() override { lines_.finish(); }
  void cut_short(std::string_view reason) override {
    lines_.finish();
    output_(incomplete_line(reason));
  }

 private:
  // The grammar allows more labels than other readers take.
  static void spell_blank(rdf::TermView& term, std::string& label) {
    if (term.kind != rdf::TermKind::blank) return;
    label.clear();
    append_blank_label(label, term.value);
    term.value = label;
  }

  Syntax syntax_;
  Output output_;
  rdf::NQuadsWriter lines_;
  std::string subject_, object_, graph_; // labels as written
};

} // namespace

std::unique_ptr<Writer> make_writer(Syntax syntax, Output output, WriteOptions options) {
  switch (syntax) {
  case Syntax::ntriples:
  case Syntax::nquads:
    return std::make_unique<LineWriter>(syntax, output);
  case Syntax::turtle:
  case Syntax::trig:
    return std::make_unique<TurtleWriter>(syntax, std::move(output), std::move(options));
  case Syntax::rdf_xml:
    return std::make_unique<RdfXmlWriter>(std::move(output), options);
  case Syntax::json_ld:
    return std::make_unique<JsonLdWriter>(std::move(output), options);
  case Syntax::rdf_json:
    return std::make_unique<RdfJsonWriter>(std::move(output));
  case Syntax::dot:
    return std::make_unique<DotWriter>(std::move(output), std::move(options));
  case Syntax::html:
    return std::make_unique<HtmlWriter>(std::move(output), std::move(options));
  case Syntax::rdfa:
  case Syntax::feed:
    break;
  }
  throw base::Error(base::Failure::usage, std::string(info(syntax).label) + " can only be read",
                    "choose one of " + writable_names());
}

} // namespace tela::redland
