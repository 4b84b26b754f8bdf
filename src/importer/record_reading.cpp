#include "importer/record_reading.h"

#include "importer/source_list.h"
#include "importer/waiting_records.h"

namespace tela::importer {

void read_record_sources(std::span<SourceReport* const> sources, RecordPipeline& pipeline,
                         mapping::Aliases& aliases, const records::ReadOptions& options,
                         const std::function<void(const SourceReport&)>& announce) {
  FirstReading reading(pipeline, aliases);
  for (SourceReport* source : sources) {
    announce(*source);
    pipeline.begin_file(source->name);
    source->ledger = {};
    attempt(*source,
            [&] { source->ledger = records::read_source(source->path, reading, options); });
    pipeline.check();
    source->waits = reading.take_waiting() > 0;
    source->rejections = pipeline.take_errors();
  }
  pipeline.finish();
}

void read_waiting_records(std::span<SourceReport* const> sources, RecordPipeline& pipeline,
                          const records::ReadOptions& options) {
  SecondReading reading(pipeline);
  for (SourceReport* source : sources) {
    if (!source->waits || !source->errors.empty()) continue;
    pipeline.begin_file(source->name);
    attempt(*source, [&] { (void)records::read_source(source->path, reading, options); });
    pipeline.check();
  }
  pipeline.finish();
}

} // namespace tela::importer
