#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tela::gazetteer {

/// The files that make a gazetteer, by the names they have in data/gazetteer and data/events.
class DataFiles {
 public:
  /// The copies compiled into the program.
  [[nodiscard]] static DataFiles built_in();
  /// Those of `folder`, which is laid out as data/ is. Throws Error(input) when one is missing.
  [[nodiscard]] static DataFiles of_folder(const std::filesystem::path& folder);

  struct File {
    std::string name; ///< for messages: path, or data/gazetteer/<name>, data/events/<name>
    std::string_view content;
  };
  /// REQUIRES: one of the names in data/gazetteer or data/events.
  [[nodiscard]] File file(std::string_view name) const;

 private:
  struct Entry {
    std::string_view name;
    std::string place;
    std::string_view content;
  };
  std::vector<std::string> loaded_; ///< what content points into, for files of a folder
  std::vector<Entry> entries_;
};

} // namespace tela::gazetteer
