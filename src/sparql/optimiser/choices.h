#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tela::sparql::optimiser {

/// The named passes. Each rewrites the algebra or makes one kind of choice of the planner; none
/// changes an answer.
enum class Pass : std::uint8_t {
  fold_constants,
  push_filters,
  strengthen_optionals,
  sort_late,
  equality_joins,
  absence_joins,
  count_products,
  order_joins,
  merge_joins,
  lookup_joins,
  multiway_joins,
  filter_ranges,
  decorrelate_exists,
  path_direction,
  prune_columns,
  drop_duplicates,
  sorted_groups,
  top_k,
  row_goals,
};

struct PassInfo {
  Pass pass;
  std::string_view name;    ///< for --disable
  std::string_view summary; ///< one line for people
};

/// All passes, in the order in which they work.
[[nodiscard]] std::span<const PassInfo> passes();

/// Which passes are on.
class Choices {
 public:
  Choices() = default; ///< all on
  /// All but `disabled`; Error(usage) when a name is unknown.
  explicit Choices(const std::vector<std::string>& disabled);
  [[nodiscard]] bool on(Pass pass) const { return (off_ >> static_cast<unsigned>(pass) & 1U) == 0; }

 private:
  std::uint32_t off_ = 0;
};

} // namespace tela::sparql::optimiser
