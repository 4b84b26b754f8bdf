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
  /// What the graph calls it, the same wherever the folder lies: its path below the folder that was
  /// named, or the file's own name; the whole path as given where two would have one name.
  std::string name;
};

/// The files that `sources` name: a file stands for itself, a folder for all files below it whose
/// names do not start with a dot, sorted, so that the same folder gives the same list anywhere.
/// Links below a folder are not followed. Each file comes once. Throws Error(input) when a source
/// does not exist or cannot be read twice, as a pipe, and when a folder is empty or cannot be read.
[[nodiscard]] std::vector<SourceFile> source_files(std::span<const std::string> sources);

} // namespace tela::importer
