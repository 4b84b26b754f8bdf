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

[[noreturn]] void refuse(const fs::path& path, const std::string& message,
                         const std::string& advice) {
  throw base::Error(base::Failure::input, base::Place{path.string()}, message, advice);
}

// Where a folder cannot be read nobody knows what is left out.
fs::directory_iterator entries_of(const fs::path& folder) {
  std::error_code failed;
  fs::directory_iterator entries(folder, failed);
  if (failed)
    refuse(folder, "cannot read the folder: " + failed.message(),
           "give it rights to be read, or name the files that count");
  return entries;
}

void add_files_below(const fs::path& folder, std::vector<fs::path>& files) {
  for (const fs::directory_entry& entry : entries_of(folder)) {
    if (is_hidden(entry.path()) || entry.is_symlink()) continue;
    if (entry.is_directory())
      add_files_below(entry.path(), files);
    else if (entry.is_regular_file())
      files.push_back(entry.path());
  }
}

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  add_files_below(folder, files);
  std::ranges::sort(files);
  return files;
}

// Until all names are different; paths are.
void tell_apart(std::vector<SourceFile>& files) {
  for (bool changed = true; changed;) {
    std::map<std::string, std::size_t> counts;
    for (const SourceFile& file : files) ++counts[file.name];
    changed = false;
    for (SourceFile& file : files) {
      if (counts[file.name] == 1 || file.name == file.path) continue;
      file.name = file.path.string();
      changed = true;
    }
  }
}

} // namespace

std::vector<SourceFile> source_files(std::span<const std::string> sources) {
  std::vector<SourceFile> files;
  std::map<fs::path, std::size_t> places; // of normal paths in `files`
  const auto add = [&](const fs::path& file, const fs::path& name, bool named) {
    const auto [place, is_new] = places.try_emplace(file.lexically_normal(), files.size());
    if (is_new) files.push_back({file, named, name.string()});
    files[place->second].named |= named;
  };
  for (const std::string& source : sources) {
    std::error_code error;
    const fs::file_status status = fs::status(source, error);
    if (status.type() == fs::file_type::none)
      refuse(source, "cannot be read: " + error.message(), "check the name and the rights");
    if (!fs::exists(status)) refuse(source, "does not exist", "check the name");
    if (!fs::is_directory(status) && !fs::is_regular_file(status))
      refuse(source, "is not a file that can be read twice", "write what it gives to a file");
    if (!fs::is_directory(status)) {
      add(source, fs::path(source).filename(), true);
      continue;
    }
    const auto found = files_below(source);
    if (found.empty())
      refuse(source, "is a folder without files", "name the folder that holds the records");
    for (const fs::path& file : found) add(file, file.lexically_relative(source), false);
  }
  tell_apart(files);
  return files;
}

} // namespace tela::importer
