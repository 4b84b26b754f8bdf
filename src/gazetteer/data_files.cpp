#include "gazetteer/data_files.h"

#include "base/error.h"
#include "base/file.h"
#include "base/require.h"
#include "gazetteer/embedded_files.h"

#include <algorithm>

namespace tela::gazetteer {

DataFiles DataFiles::built_in() {
  DataFiles files;
  for (const auto& file : embedded_files())
    files.entries_.push_back({file.name, "data/" + std::string(file.name), file.content});
  return files;
}

DataFiles DataFiles::of_folder(const std::filesystem::path& folder) {
  DataFiles files;
  files.loaded_.reserve(embedded_files().size());
  for (const auto& known : embedded_files()) {
    const auto path = folder / known.name;
    files.loaded_.push_back(base::read_file(path));
    files.entries_.push_back({known.name, path.string(), files.loaded_.back()});
  }
  return files;
}

DataFiles::File DataFiles::file(std::string_view name) const {
  const auto path = '/' + std::string(name);
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const Entry& entry) { return entry.name.ends_with(path); });
  base::require(found != entries_.end(), "one of the names in data/gazetteer or data/events");
  return {found->place, found->content};
}

} // namespace tela::gazetteer
