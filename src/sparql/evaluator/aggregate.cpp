#include "sparql/evaluator/aggregate.h"

#include "rdf/inline_value.h"
#include "sparql/evaluator/charged_text.h"
#include "sparql/evaluator/grouped_id_set.h"
#include "sparql/evaluator/hash_table.h"
#include "sparql/evaluator/id_expression.h"
#include "sparql/evaluator/numeric_sum.h"
#include "sparql/evaluator/ordering.h"

#include <algorithm>

namespace tela::sparql::evaluator {

using algebra::Aggregate;
using rdf::Id;

namespace {

/// COUNT(*)
class RowCount final : public Aggregator {
 public:
  explicit RowCount(Context& context) : context_(context) {}

  void add(const Batch& batch, std::span<const std::uint32_t> groups,
           std::size_t group_count) override {
    reserve(group_count);
    for (std::size_t row = 0; row < batch.count; ++row) ++counts_[groups[row]];
  }
  void reserve(std::size_t group_count) override { counts_.resize(group_count); }
  std::size_t bytes_of_group() const override { return sizeof(std::uint64_t); }
  Id result(std::uint32_t group) override { return count_id(counts_[group], context_); }

  static Id count_id(std::uint64_t count, Context& context) {
    const auto number = static_cast<std::int64_t>(count);
    if (const auto id = rdf::inline_integer(number)) return *id;
    return context.words.id_of(rdf::to_term(rdf::Numeric(rdf::Integer(number))));
  }

 private:
  Context& context_;
  std::vector<std::uint64_t> counts_;
};

/// COUNT(DISTINCT *): all variables of the input that a query can name.
class DistinctRowCount final : public Aggregator {
 public:
  DistinctRowCount(const Layout& layout, Context& context)
      : context_(context), met_(visible(layout).size() + 1, context), columns_(visible(layout)) {}

  void add(const Batch& batch, std::span<const std::uint32_t> groups,
           std::size_t group_count) override {
    reserve(group_count);
    std::vector<Id> ids(columns_.size() + 1);
    for (std::size_t row = 0; row < batch.count; ++row) {
      ids[0] = Id::from_bits(groups[row]);
      for (std::size_t i = 0; i < columns_.size(); ++i)
        ids[i + 1] = batch.columns[columns_[i]][row];
      if (met_.insert(ids).second) ++counts_[groups[row]];
    }
  }
  void reserve(std::size_t group_count) override { counts_.resize(group_count); }
  std::size_t bytes_of_group() const override { return sizeof(std::uint64_t); }
  Id result(std::uint32_t group) override { return RowCount::count_id(counts_[group], context_); }

 private:
  static std::vector<std::size_t> visible(const Layout& layout) {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < layout.columns.size(); ++i)
      if (!layout.variables[layout.columns[i]].is_generated()) columns.push_back(i);
    return columns;
  }

  Context& context_;
  RowNumbers met_;
  std::vector<std::size_t> columns_;
  std::vector<std::uint64_t> counts_;
};

/// Aggregates of the values of an expression.
class ValueAggregator : public Aggregator {
 public:
  ValueAggregator(const Aggregate& aggregate, const Layout& layout, const Surroundings& around)
      : context_(around.context), scratch_(context_.words), frame_{context_, scratch_},
        column_(column_of(aggregate.argument[0], layout)) {
    if (!column_) expression_.emplace(aggregate.argument[0], layout, around);
    if (aggregate.distinct) met_.emplace(context_);
  }

  void add(const Batch& batch, std::span<const std::uint32_t> groups,
           std::size_t group_count) final {
    reserve(group_count);
    frame_.batch = &batch;
    for (std::size_t row = 0; row < batch.count; ++row) {
      if ((row & 255U) == 255) context_.check();
      scratch_.reset();
      const Id id = value_of(batch, row);
      if (met_ && id.defined() && !met_->insert(groups[row], id)) continue;
      add_value(groups[row], id);
    }
  }
  void close_before(std::uint32_t group) final {
    if (met_) met_->forget_before(group);
  }

 protected:
  /// `id` is undefined when the expression failed.
  virtual void add_value(std::uint32_t group, Id id) = 0;

  [[nodiscard]] Context& context() const { return context_; }
  [[nodiscard]] Frame& frame() { return frame_; }
  [[nodiscard]] Id id_of(const rdf::Numeric& number) { return to_id(number, frame_); }

 private:
  static std::optional<std::size_t> column_of(const algebra::Expression& expression,
                                              const Layout& layout) {
    if (expression.kind != algebra::Expression::Kind::variable) return std::nullopt;
    return layout.column_of(expression.variable);
  }

  Id value_of(const Batch& batch, std::size_t row) {
    if (column_) return batch.columns[*column_][row];
    frame_.row = row;
    return expression_->evaluate(frame_);
  }

  Context& context_;
  Scratch scratch_;
  Frame frame_;
  std::optional<std::size_t> column_; ///< of an expression that is just a variable
  std::optional<IdExpression> expression_;
  std::optional<GroupedIdSet> met_; ///< for DISTINCT
};

class Count final : public ValueAggregator {
 public:
  using ValueAggregator::ValueAggregator;
  void reserve(std::size_t group_count) override { counts_.resize(group_count); }
  std::size_t bytes_of_group() const override { return sizeof(std::uint64_t); }
  Id result(std::uint32_t group) override { return RowCount::count_id(counts_[group], context()); }

 private:
  void add_value(std::uint32_t group, Id id) override { counts_[group] += id.defined() ? 1 : 0; }

  std::vector<std::uint64_t> counts_;
};

/// SUM and AVG: an error when a value is no number.
class Sum final : public ValueAggregator {
 public:
  Sum(const Aggregate& aggregate, const Layout& layout, const Surroundings& around)
      : ValueAggregator(aggregate, layout, around),
        average_(aggregate.kind == Aggregate::Kind::avg) {}

  void reserve(std::size_t group_count) override { groups_.resize(group_count); }
  std::size_t bytes_of_group() const override { return sizeof(Group); }

  Id result(std::uint32_t group) override {
    const Group& state = groups_[group];
    if (state.failed) return {};
    const auto sum = state.sum.value();
    if (!sum) return {};
    if (!average_ || state.count == 0) return id_of(*sum);
    const auto mean = rdf::divide(*sum, rdf::Integer(static_cast<std::int64_t>(state.count)));
    return mean ? id_of(*mean) : Id{};
  }

 private:
  struct Group {
    NumericSum sum;
    std::uint64_t count = 0;
    bool failed = false;
  };

  void add_value(std::uint32_t group, Id id) override {
    Group& state = groups_[group];
    ++state.count;
    if (state.sum.add(id)) return;
    const auto number = id.defined() ? to_number(id, frame()) : std::nullopt;
    state.failed = state.failed || !number || !state.sum.add(*number);
  }

  bool average_;
  std::vector<Group> groups_;
};

/// MIN and MAX by the order of ORDER BY; an error when a value is one.
class Extreme final : public ValueAggregator {
 public:
  Extreme(const Aggregate& aggregate, const Layout& layout, const Surroundings& around)
      : ValueAggregator(aggregate, layout, around),
        sign_(aggregate.kind == Aggregate::Kind::min ? 1 : -1) {}

  void reserve(std::size_t group_count) override { groups_.resize(group_count); }
  std::size_t bytes_of_group() const override { return sizeof(Group); }
  Id result(std::uint32_t group) override {
    return groups_[group].failed ? Id{} : groups_[group].best.id();
  }

 private:
  struct Group {
    SortKey best;
    bool failed = false;
  };

  void add_value(std::uint32_t group, Id id) override {
    Group& state = groups_[group];
    if (!id.defined()) state.failed = true;
    if (state.failed || id == state.best.id()) return;
    const SortKey key(id, frame());
    if (!state.best.id().defined() || sign_ * SortKey::compare(key, state.best, frame()) < 0)
      state.best = key;
  }

  int sign_;
  std::vector<Group> groups_;
};

class Sample final : public ValueAggregator {
 public:
  using ValueAggregator::ValueAggregator;
  void reserve(std::size_t group_count) override { values_.resize(group_count); }
  std::size_t bytes_of_group() const override { return sizeof(Id); }
  Id result(std::uint32_t group) override { return values_[group]; }

 private:
  void add_value(std::uint32_t group, Id id) override {
    if (!values_[group].defined()) values_[group] = id;
  }

  std::vector<Id> values_;
};

/// GROUP_CONCAT: the texts of the values; an error when one of them has none.
class Concatenation final : public ValueAggregator {
 public:
  Concatenation(const Aggregate& aggregate, const Layout& layout, const Surroundings& around)
      : ValueAggregator(aggregate, layout, around), separator_(aggregate.separator),
        memory_(around.context) {}

  void reserve(std::size_t group_count) override { groups_.resize(group_count); }
  std::size_t bytes_of_group() const override { return sizeof(Group); }

  Id result(std::uint32_t group) override {
    const Group& state = groups_[group];
    if (state.failed) return {};
    return to_id(make_string(state.text.text()), frame());
  }

 private:
  struct Group {
    ChargedText text;
    bool any = false;
    bool failed = false;
  };

  void add_value(std::uint32_t group, Id id) override {
    Group& state = groups_[group];
    if (!id.defined()) {
      state.failed = true;
      return;
    }
    const rdf::TermView term = frame().scratch.term(id);
    if (term.kind == rdf::TermKind::blank) {
      state.failed = true;
      return;
    }
    pause_at(term.value, context());
    if (state.any) state.text.append(separator_, memory_);
    state.text.append(term.value, memory_);
    state.any = true;
  }

  std::string separator_;
  Reservation memory_;
  std::vector<Group> groups_;
};

} // namespace

AggregatorPtr make_aggregator(const Aggregate& aggregate, const Layout& layout,
                              const Surroundings& around) {
  if (aggregate.argument.empty()) {
    if (aggregate.distinct) return std::make_unique<DistinctRowCount>(layout, around.context);
    return std::make_unique<RowCount>(around.context);
  }
  switch (aggregate.kind) {
  case Aggregate::Kind::count:
    return std::make_unique<Count>(aggregate, layout, around);
  case Aggregate::Kind::sum:
  case Aggregate::Kind::avg:
    return std::make_unique<Sum>(aggregate, layout, around);
  case Aggregate::Kind::min:
  case Aggregate::Kind::max:
    return std::make_unique<Extreme>(aggregate, layout, around);
  case Aggregate::Kind::sample:
    return std::make_unique<Sample>(aggregate, layout, around);
  case Aggregate::Kind::group_concat:
    break;
  }
  return std::make_unique<Concatenation>(aggregate, layout, around);
}

} // namespace tela::sparql::evaluator
