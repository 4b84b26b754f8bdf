#include "importer/source_files.h"

#include "base/error.h"

#include <algorithm>
#include <map>

namespace tela::importer {

namespace fs = std::filesystem;

namespace {

bool is_hidden(const fs::path& path) {
  return path.filename().string().starts_with('.');
}

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  for (auto entry = fs::recursive_directory_iterator(folder); entry != fs::end(entry); ++entry) {
    if (is_hidden(entry->path()))
      entry.disable_recursion_pending();
    else if (entry->is_regular_file() && !entry->is_symlink())
      files.push_back(entry->path());
  }
  std::ranges::sort(files);
  return files;
}

} // namespace

std::vector<SourceFile> source_files(std::span<const std::string> sources) {
  std::vector<SourceFile> files;
  std::map<fs::path, std::size_t> places; // of normal paths in `files`
  const auto add = [&](const fs::path& file, bool named) {
    const auto [place, is_new] = places.try_emplace(file.lexically_normal(), files.size());
    if (is_new) files.push_back({file, named});
    files[place->second].named |= named;
  };
  for (const std::string& source : sources) {
    std::error_code error;
    if (!fs::exists(source, error))
      throw base::Error(base::Failure::input, base::Place{source}, "does not exist",
                        "check the name");
    if (!fs::is_directory(source, error)) {
      add(source, true);
      continue;
    }
    const auto found = files_below(source);
    if (found.empty())
      throw base::Error(base::Failure::input, base::Place{source}, "is a folder without files",
                        "name the folder that holds the records");
    for (const fs::path& file : found) add(file, false);
  }
  return files;
}

} // namespace tela::importer
