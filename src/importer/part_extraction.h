#pragma once

#include "importer/part_file.h"

#include <span>
#include <string>

namespace tela::importer {

/// Reads a share of the records that `sources` name, as import_sources() does, and writes it as a
/// part, on one thread beside the caller's: the other shares are for other processes. Files belong
/// to the shares by turns. Names are those that the files have among all of the list, so that a
/// build of all parts is the same as one of all sources. Where a source cannot be read the part has
/// no end, which is as good as none, and the report says why; rejected records stand in the part,
/// and the build will tell them. Throws Error(input) as import_sources() does, (usage) for RDF
/// among the sources, which a build reads itself, and what `output` throws.
[[nodiscard]] ImportReport extract_part(std::span<const std::string> sources, const Share& share,
                                        const ImportOptions& options, const PartOutput& output);

} // namespace tela::importer
