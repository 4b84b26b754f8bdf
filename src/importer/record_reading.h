#pragma once

#include "importer/importer.h"
#include "mapping/aliases.h"

#include <functional>
#include <span>

namespace tela::importer {

/// The first reading of sources of records: all that can be named at once goes into `pipeline`,
/// which is finished then; the reports learn what became of each, and `aliases` what the records
/// say. Each source is announced first. Throws as RecordPipeline::check() does.
void read_record_sources(std::span<SourceReport* const> sources, RecordPipeline& pipeline,
                         mapping::Aliases& aliases, const records::ReadOptions& options,
                         const std::function<void(const SourceReport&)>& announce);

/// The second one, when all aliases are known to `pipeline`: only the records that waited for them.
void read_waiting_records(std::span<SourceReport* const> sources, RecordPipeline& pipeline,
                          const records::ReadOptions& options);

} // namespace tela::importer
