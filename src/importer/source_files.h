#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace tela::importer {

/// One file of a build.
struct SourceFile {
  std::filesystem::path path;
  bool named = false; ///< by the user, not found in a folder: it has to be a source
};

/// The files that `sources` name: a file stands for itself, a folder for all files below it whose
/// names do not start with a dot, sorted, so that the same folder gives the same list anywhere.
/// Links below a folder are not followed. Each file comes once. Throws Error(input) when a source
/// does not exist or a folder is empty.
[[nodiscard]] std::vector<SourceFile> source_files(std::span<const std::string> sources);

} // namespace tela::importer
