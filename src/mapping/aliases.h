#pragma once

#include "records/record.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace tela::mapping {

/// Which project id belongs to a Prima id, as records say that have both: so that a record that has
/// only the one speaks of the same project.
class Aliases {
 public:
  /// Nothing when one of the two is empty.
  void add(std::string_view prima_id, std::string_view project_id);
  /// What `record` says.
  void add(const records::Record& record);

  /// Nothing when none is known, or several are: then nobody can tell. Valid as long as nothing is
  /// added.
  [[nodiscard]] std::optional<std::string_view> project_id(std::string_view prima_id) const;

  /// Every Prima id with the project ids that it stands beside.
  [[nodiscard]] const std::map<std::string, std::set<std::string>, std::less<>>& entries() const {
    return projects_;
  }

 private:
  std::map<std::string, std::set<std::string>, std::less<>> projects_;
};

/// Whether the statements of `record` depend on aliases: it, or an activity that it is related to,
/// is named by a Prima id alone.
[[nodiscard]] bool needs_aliases(const records::Record& record);

} // namespace tela::mapping
