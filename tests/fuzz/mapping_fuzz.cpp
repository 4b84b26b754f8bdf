// Any text as identifier, title, address, source and language of a record: every IRI that comes out
// is absolute and below the base, whatever went in.

#include "base/utf8.h"
#include "mapping/record_mapper.h"
#include "rdf/iri.h"

#include <cstdlib>

namespace {

class IriCheck : public tela::rdf::QuadSink {
 public:
  void quad(const tela::rdf::QuadView& quad) override {
    below_base(quad.subject.value);
    below_base(quad.graph->value);
    if (quad.object.kind == tela::rdf::TermKind::iri) absolute(quad.object.value);
  }

 private:
  static void absolute(std::string_view iri) {
    if (!tela::rdf::is_absolute_iri(iri)) std::abort();
  }
  static void below_base(std::string_view iri) {
    absolute(iri);
    if (!iri.starts_with("https://a/b/") || tela::rdf::resolve_iri("https://a/b/", iri) != iri)
      std::abort();
  }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  if (tela::base::first_invalid_utf8(text)) return 0;
  const auto half = text.find('\n');
  const std::string other = half == std::string::npos ? text : text.substr(half + 1);
  text.resize(std::min(half, text.size()));
  tela::records::Project project;
  project.project_id.value = text;
  project.budget = {text, other, {}};
  project.start.value = project.fund.value = other;
  project.partners = {{text, {}}, {"", {other, {}}}};
  tela::records::Record record;
  record.source = other;
  record.address = text.starts_with("http") ? text : "https://" + other;
  record.language = record.title.value = text;
  record.content = project;
  IriCheck sink;
  const tela::mapping::Names names("https://a/b/");
  tela::mapping::map_record(record, "pages/p1.txt", {}, names, sink);
  record.address.clear();
  record.content = tela::records::Article{};
  tela::mapping::map_record(record, "pages/p1.txt", {}, names, sink);
  return 0;
}
