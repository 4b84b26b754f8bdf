#pragma once

#include "base/file.h"
#include "support/paths.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

/// The pages with gold that lie outside the repository; test cases that read them carry the tag
/// [shared].
namespace tela::records::shared {

inline const std::filesystem::path& folder = tests::shared_folder();

/// The lines of a JSON Lines file below the folder.
inline std::vector<nlohmann::json> json_lines(const std::filesystem::path& path) {
  std::vector<nlohmann::json> values;
  std::istringstream text(base::read_file(folder / path));
  for (std::string line; std::getline(text, line);)
    if (!line.empty()) values.push_back(nlohmann::json::parse(line));
  return values;
}

/// All text pages below `path`, sorted.
inline std::vector<std::filesystem::path> pages(const std::filesystem::path& path) {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / path))
    if (entry.path().extension() == ".txt") found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

} // namespace tela::records::shared
