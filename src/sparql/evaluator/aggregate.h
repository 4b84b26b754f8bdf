#pragma once

#include "sparql/evaluator/expression.h"

#include <cstdint>
#include <memory>
#include <span>

namespace tela::sparql::evaluator {

/// One aggregate (section 18.5.1) over all groups at once; groups are numbered from 0.
class Aggregator {
 public:
  virtual ~Aggregator() = default;
  /// Row i of `batch` belongs to group groups[i]; there are `group_count` groups by now.
  virtual void add(const Batch& batch, std::span<const std::uint32_t> groups,
                   std::size_t group_count) = 0;
  /// Groups below `group` have no more rows: what told their values apart may go.
  virtual void close_before(std::uint32_t /*group*/) {}
  /// The value of a group, undefined when it has none. REQUIRES: group < count given to add() or
  /// reserve().
  [[nodiscard]] virtual rdf::Id result(std::uint32_t group) = 0;
  /// Makes room for groups that have no row.
  virtual void reserve(std::size_t group_count) = 0;
  /// About what it holds for each group, beside what it charges itself.
  [[nodiscard]] virtual std::size_t bytes_of_group() const = 0;
};

using AggregatorPtr = std::unique_ptr<Aggregator>;

[[nodiscard]] AggregatorPtr make_aggregator(const algebra::Aggregate& aggregate,
                                            const Layout& layout, const Surroundings& around);

} // namespace tela::sparql::evaluator
