#pragma once

#include "importer/importer.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tela::importer {

/// What a store remembers of how it was built.
struct BuildLog {
  std::string settings; ///< whatever statements depend on beside the sources
  std::vector<SourceReport> sources;
};

/// Under this name it stands in a store's metadata.
inline constexpr std::string_view build_log_key = "build.log";

/// As JSON. Deterministic: the same sources give the same bytes.
[[nodiscard]] std::string to_text(const BuildLog& log);

/// What to_text() gave; nothing when the text is none of ours.
[[nodiscard]] std::optional<BuildLog> parse_build_log(std::string_view text);

} // namespace tela::importer
