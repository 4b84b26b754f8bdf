#pragma once

#include "importer/importer.h"

#include <string>
#include <string_view>

namespace tela::importer {

/// What a store remembers of the sources it was built from, in its metadata.
inline constexpr std::string_view build_log_key = "build.sources";

/// JSON: how the store was built, and each source with its hash and counts. Deterministic: the same
/// sources give the same bytes.
[[nodiscard]] std::string to_build_log(const ImportReport& report, const ImportOptions& options);

/// How many records the sources of `log` hold, when `log` tells of the very same sources (paths and
/// hashes) built in the same way; nothing otherwise.
[[nodiscard]] std::optional<std::uint64_t> unchanged_records(std::string_view log,
                                                             std::span<const SourceReport> sources,
                                                             const ImportOptions& options);

} // namespace tela::importer
