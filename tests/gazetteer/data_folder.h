#pragma once

#include "base/error.h"
#include "gazetteer/data_files.h"
#include "support/paths.h"
#include "support/temporary_folder.h"

#include <filesystem>
#include <fstream>
#include <string>

/// The gazetteer's files with one of them changed, for the tests of who reads them.
namespace tela::gazetteer::test {

inline const std::filesystem::path& data_folder() {
  static const std::filesystem::path folder = tests::source_folder() / "data";
  return folder;
}

/// A copy of data/gazetteer and data/events in which files can be spoilt.
class DataFolder {
 public:
  DataFolder() {
    for (const auto* part : {"gazetteer", "events"})
      std::filesystem::copy(data_folder() / part, folder_.path / part);
  }
  void append(const char* file, const char* text) const {
    std::ofstream(path() / "gazetteer" / file, std::ios::app) << text;
  }
  void replace(const std::string& file, const std::string& text) const {
    folder_.write("gazetteer/" + file, text);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return folder_.path; }

 private:
  tests::TemporaryFolder folder_;
};

/// The files with `content` in the place of one.
inline DataFiles with_file(const std::string& name, const std::string& content) {
  const DataFolder folder;
  folder.replace(name, content);
  return DataFiles::of_folder(folder.path());
}

/// What an action is refused with; empty when it is not.
template<class Action>
std::string refusal(Action action) {
  try {
    action();
  } catch (const base::Error& error) {
    return error.what();
  }
  return {};
}

} // namespace tela::gazetteer::test
