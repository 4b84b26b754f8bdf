#pragma once

#include "sparql/evaluator/context.h"
#include "sparql/optimiser/statistics.h"

namespace tela::sparql::evaluator {

/// Answers the optimiser's questions from the dataset of a query.
class DatasetStatistics final : public optimiser::Statistics {
 public:
  /// Plans are charged to `memory`, which may be null: the context has none yet.
  DatasetStatistics(Context& context, base::MemoryBudget* memory) : context_(context) {
    plans_.charge_to(memory);
  }

  [[nodiscard]] rdf::Id id_of(const rdf::TermView& term) override {
    return context_.words.id_of(term);
  }
  [[nodiscard]] std::uint64_t count(rdf::Order order, std::span<const rdf::Id> prefix,
                                    const optimiser::GraphScope& graph) const override;
  [[nodiscard]] std::uint64_t rows_before(rdf::Order order,
                                          std::span<const rdf::Id> key) const override {
    return context_.dataset.rows_before(order, key);
  }
  [[nodiscard]] std::uint64_t distinct(rdf::Order order,
                                       std::span<const rdf::Id> prefix) const override {
    return context_.dataset.distinct(order, prefix);
  }
  [[nodiscard]] std::uint64_t named_graph_count() const override {
    return context_.graph_names.size();
  }
  [[nodiscard]] bool is_named_graph(rdf::Id id) const override;
  [[nodiscard]] std::optional<rdf::Term> value(const algebra::Expression& expression) override;
  void pause() const override { context_.check(); }
  void keep_plans(std::size_t bytes) override { plans_.add(bytes); }
  void drop_plans() override { plans_.release(); }

 private:
  Context& context_;
  Reservation plans_;
};

} // namespace tela::sparql::evaluator
