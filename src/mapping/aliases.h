#pragma once

#include "records/record.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tela::mapping {

/// Which project id belongs to a Prima id, as records say that have both: so that a record that has
/// only the one speaks of the same project. First all that is to be known is added, then settle()
/// is called, then it is asked. Holds some 40 bytes for each record that has both.
class Aliases {
 public:
  /// Nothing when one of the two is empty.
  void add(std::string_view prima_id, std::string_view project_id);
  /// What `record` says.
  void add(const records::Record& record);
  /// Visits what was added: a Prima id and a project id.
  void for_each(const std::function<void(std::string_view, std::string_view)>& visit) const;
  /// Cost: a sort.
  void settle();

  /// Nothing when none is known, or several are: then nobody can tell. Valid as long as nothing is
  /// added.
  [[nodiscard]] std::optional<std::string_view> project_id(std::string_view prima_id) const;

  /// Every Prima id that stands beside several project ids, ascending, with their number. Valid as
  /// long as nothing is added.
  [[nodiscard]] std::vector<std::pair<std::string_view, std::size_t>> ambiguous() const;

 private:
  struct Entry {
    std::uint64_t begin = 0; // in text_: the Prima id, then the project id
    std::uint32_t prima_length = 0, project_length = 0;
  };
  using Pair = std::pair<std::string_view, std::string_view>; // Prima id, project id
  [[nodiscard]] Pair ids(const Entry& entry) const;

  std::string text_;
  std::vector<Entry> entries_; // settled: ascending by ids(), each once
};

/// Whether the statements of `record` depend on aliases: it, or an activity that it is related to,
/// is named by a Prima id alone.
[[nodiscard]] bool needs_aliases(const records::Record& record);

} // namespace tela::mapping
