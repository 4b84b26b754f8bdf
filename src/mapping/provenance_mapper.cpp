#include "mapping/provenance_mapper.h"

#include "base/utf8.h"
#include "iris/iri_text.h"
#include "mapping/record_text.h"
#include "rdf/date_time.h"
#include "rdf/iri.h"
#include "rdf/namespaces.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

namespace tela::mapping {

namespace {

using namespace vocabulary; // NOLINT(google-build-using-namespace): its names are terms

void map_warnings(const std::vector<records::Warning>& warnings, std::string_view graph,
                  rdf::GraphWriter& out) {
  std::string text;
  for (const auto& [code, message, span] : warnings) {
    ((text = code) += ": ") += message;
    out.text(graph, warning, text);
  }
}

// With what precision the archive has it.
void map_capture(std::string_view date, std::string_view graph, rdf::GraphWriter& out) {
  using Kind = rdf::DateTimeKind;
  for (const Kind kind : {Kind::date_time, Kind::date, Kind::g_year_month, Kind::g_year})
    if (rdf::parse_date_time(date, kind))
      return out.typed(graph, captured, date, rdf::datatype_of(kind));
  out.text(graph, warning, "unusable-capture-date: " + std::string(date));
}

// A file name need not be UTF-8; a literal must.
std::string readable(const std::string& source) {
  return base::first_invalid_utf8(source) ? rdf::percent_encode(source) : source;
}

} // namespace

void map_record_provenance(const records::Record& record, std::string_view file,
                           std::string_view topic, const gazetteer::Links& links,
                           const Names& names, rdf::GraphWriter& out) {
  const std::string graph = names.record(record);
  const bool one_topic = record.project() || record.article();
  out.type(graph, classes::record);
  if (!topic.empty()) out.link(graph, one_topic ? foaf::primary_topic : foaf::topic, topic);
  if (record.basis != records::Basis::seen) out.link(graph, basis, basis_of(record));
  out.text(graph, read_from, readable(record.source));
  out.link(graph, prov::was_derived_from, names.source(file));
  if (iris::is_web_address(record.address))
    out.link(graph, dcterms::source, record.address);
  else if (!record.address.empty())
    out.text(graph, warning, "unusable-address: " + record.address);
  if (!record.captured.empty()) map_capture(record.captured, graph, out);
  if (!record.language.empty()) out.text(graph, dcterms::language, record.language);
  out.link(graph, prov::was_generated_by, names.build());
  map_warnings(record.warnings, graph, out);
  map_warnings(links.warnings, graph, out);
}

void map_build_provenance(std::string_view version, const Names& names, rdf::QuadSink& sink) {
  rdf::GraphWriter out(sink, names.provenance_graph());
  const std::string build = names.build();
  const std::string program = names.provenance_graph() + "#program";
  out.type(build, prov::activity);
  out.link(build, prov::was_associated_with, program);
  out.type(program, prov::software_agent);
  out.text(program, rdf::rdfs_label, std::string("Tela ") += version);
  for (const auto& graph : {names.gazetteer_graph(), names.general_knowledge_graph()})
    out.link(graph, prov::was_generated_by, build);
  out.link(names.gazetteer_graph(), basis, seen_on_page);
  out.link(names.general_knowledge_graph(), basis, general_knowledge);
}

} // namespace tela::mapping
