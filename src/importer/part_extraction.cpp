#include "importer/part_extraction.h"

#include "importer/content_hash.h"
#include "importer/record_reading.h"
#include "importer/settings.h"
#include "importer/source_list.h"
#include "mapping/record_text.h"
#include "rdf/named_graph_sink.h"
#include "rdf/nquads_writer.h"

namespace tela::importer {

namespace {

std::string hash_of(std::span<const SourceFile> files) {
  ContentHash hash;
  for (const SourceFile& file : files) {
    hash.update(file.path.native());
    hash.update("\n");
  }
  return hash.hexadecimal();
}

/// What of the files belongs to the share, in their order.
void list_share(std::span<const SourceFile> files, const Share& share, ImportReport& report) {
  for (std::size_t i = share.part - 1; i < files.size(); i += share.of) {
    auto source = describe_source(files[i]);
    if (!source) {
      report.skipped.push_back(files[i].path.string());
      continue;
    }
    if (source->is_rdf)
      throw base::Error(base::Failure::usage, source->path + " is RDF, which is not read in parts",
                        "name it to tela build, beside the parts");
    report.sources.push_back(std::move(*source));
  }
}

} // namespace

ImportReport extract_part(std::span<const std::string> sources, const Share& share,
                          const ImportOptions& options, const PartOutput& output) {
  const auto files = source_files(sources);
  ImportReport report;
  list_share(files, share, report);
  records::ReadOptions reading = options.reading;
  reading.expand = mapping::property_iri;
  PartWriter part(output, {share, hash_of(files), reading_settings_of(options)});
  rdf::NQuadsWriter statements([&](std::string_view lines) { part.write(lines); });
  const mapping::Names names(options.base_iri);
  RecordPipeline pipeline([&] { return std::make_unique<rdf::NamedGraphSink>(statements, ""); },
                          gazetteer::Gazetteer::built_in(), names, 1);
  mapping::Aliases aliases;
  std::vector<SourceReport*> readable;
  for (SourceReport& source : report.sources)
    if (source.errors.empty()) readable.push_back(&source);
  std::size_t number = 0;
  read_record_sources(readable, pipeline, aliases, reading, [&](const SourceReport& source) {
    if (options.on_source) options.on_source(source.path, number++, readable.size());
  });
  statements.finish();
  for (const SourceReport& source : report.sources) report.ledger += source.ledger;
  report.warnings += pipeline.warnings();
  report.skip_rejected = report.ledger.rejected; // which the build will ask for
  report.written = !report.failed();
  if (report.written) part.finish(report.sources, aliases);
  return report;
}

} // namespace tela::importer
