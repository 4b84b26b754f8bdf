#pragma once

#include "importer/importer.h"
#include "importer/source_files.h"

#include <functional>
#include <optional>

namespace tela::importer {

/// What is known of a file before it is read: its path, name, format and hash, or why it cannot be
/// opened. Nothing for a file of a folder that is no source. Cost: one sequential read.
[[nodiscard]] std::optional<SourceReport> describe_source(const SourceFile& file);

/// The hash of a file and of the mapping that it is read with. Cost: one sequential read. Throws
/// Error(input) when it cannot be read.
[[nodiscard]] std::string source_hash(const std::filesystem::path& path);

/// Runs `work`. Errors of one source do not end the reading of the others, but stand in its report;
/// limits and the user do.
void attempt(SourceReport& source, const std::function<void()>& work);

} // namespace tela::importer
