#include "sparql/optimiser/choices.h"

#include "base/error.h"

#include <algorithm>
#include <array>

namespace tela::sparql::optimiser {

namespace {

constexpr std::array pass_table{
    PassInfo{Pass::fold_constants, "fold-constants", "expressions without variables become values"},
    PassInfo{Pass::push_filters, "push-filters",
             "filters work as soon as their variables are bound"},
    PassInfo{Pass::strengthen_optionals, "strengthen-optionals",
             "OPTIONAL becomes a join where a filter asks for what it binds"},
    PassInfo{Pass::sort_late, "sort-late", "DISTINCT comes before ORDER BY where it may"},
    PassInfo{Pass::equality_joins, "equality-joins",
             "patterns that only a filter a = b links are joined by it"},
    PassInfo{Pass::absence_joins, "absence-joins",
             "OPTIONAL under FILTER(!BOUND(…)) becomes an anti-join"},
    PassInfo{Pass::count_products, "count-products",
             "COUNT over patterns that share nothing multiplies their counts"},
    PassInfo{Pass::order_joins, "order-joins",
             "join order from exact counts, by dynamic programming or greedily"},
    PassInfo{Pass::merge_joins, "merge-joins", "inputs sorted alike are merged"},
    PassInfo{Pass::lookup_joins, "lookup-joins", "a few rows seek their partners in an index"},
    PassInfo{Pass::multiway_joins, "multiway-joins",
             "cyclic patterns are matched variable by variable"},
    PassInfo{Pass::filter_ranges, "filter-ranges",
             "comparisons with constants become ranges of an index"},
    PassInfo{Pass::decorrelate_exists, "decorrelate-exists",
             "EXISTS and NOT EXISTS become semi-, anti- and mark joins"},
    PassInfo{Pass::path_direction, "path-direction", "paths are searched from the smaller end"},
    PassInfo{Pass::prune_columns, "prune-columns", "columns nobody reads are not made"},
    PassInfo{Pass::drop_duplicates, "drop-duplicates",
             "below DISTINCT, joins that only multiply rows become semi-joins"},
    PassInfo{Pass::sorted_groups, "sorted-groups",
             "groups and duplicates that come together need no table"},
    PassInfo{Pass::top_k, "top-k", "ORDER BY with LIMIT keeps only the best rows"},
    PassInfo{Pass::row_goals, "row-goals", "under LIMIT, plans that give the first rows early"},
};

} // namespace

std::span<const PassInfo> passes() {
  return pass_table;
}

Choices::Choices(const std::vector<std::string>& disabled) {
  for (const std::string& name : disabled) {
    const auto* found = std::find_if(pass_table.begin(), pass_table.end(),
                                     [&](const PassInfo& info) { return info.name == name; });
    if (found == pass_table.end()) {
      std::string names;
      for (const auto& info : pass_table) names.append(names.empty() ? "" : ", ").append(info.name);
      throw base::Error(base::Failure::usage, "there is no pass \"" + name + "\"",
                        "the passes are " + names);
    }
    off_ |= 1U << static_cast<unsigned>(found->pass);
  }
}

} // namespace tela::sparql::optimiser
