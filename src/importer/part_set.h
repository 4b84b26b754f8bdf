#pragma once

#include "importer/part_file.h"

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tela::importer {

/// The parts of a build, which together have to be all of what was read in parts.
class PartSet {
 public:
  /// Checks the part at `path`; returns the reports of its sources, or one of the part itself that
  /// says what is wrong with it. `settings` are those of the build.
  [[nodiscard]] std::vector<SourceReport> add(const std::filesystem::path& path,
                                              std::string_view settings);

  /// A report for each part that is missing or there twice, and each of `wanted` that is in none.
  [[nodiscard]] std::vector<SourceReport> faults(std::span<const std::string> wanted) const;

  [[nodiscard]] bool empty() const noexcept { return parts_.empty(); }
  /// By path.
  [[nodiscard]] const std::map<std::string, PartContents>& parts() const noexcept { return parts_; }

 private:
  std::map<std::string, PartContents> parts_;
};

} // namespace tela::importer
