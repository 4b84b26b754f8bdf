#pragma once

#include "sparql/evaluator/dataset.h"
#include "store/store.h"

namespace tela::engine {

/// A store as the evaluator sees data: the one place where `sparql` meets `store`.
class StoreDataset final : public sparql::evaluator::Dataset {
 public:
  /// Keeps a reference to `store`. `default_graph`: what a query without FROM matches outside
  /// GRAPH.
  StoreDataset(const store::Store& store, rdf::GraphSelection default_graph);

  [[nodiscard]] std::unique_ptr<rdf::Cursor> scan(rdf::Order order, std::span<const rdf::Id> prefix,
                                                  const rdf::GraphSelection& graphs,
                                                  rdf::ColumnSet wanted) const override;
  [[nodiscard]] std::uint64_t count(rdf::Order order, std::span<const rdf::Id> prefix,
                                    const rdf::GraphSelection& graphs) const override;
  [[nodiscard]] std::uint64_t rows_before(rdf::Order order,
                                          std::span<const rdf::Id> key) const override;
  [[nodiscard]] std::uint64_t distinct(rdf::Order order,
                                       std::span<const rdf::Id> prefix) const override;
  [[nodiscard]] std::optional<rdf::Id> find(const rdf::TermView& term) const override;
  [[nodiscard]] rdf::TermView term(rdf::Id id, rdf::Term& storage) const override;
  [[nodiscard]] rdf::LiteralKind literal_kind(rdf::Id id, rdf::Term& storage) const override;
  void terms(std::span<const rdf::Id> ids,
             const std::function<void(std::size_t, const rdf::TermView&)>& visit) const override;
  [[nodiscard]] rdf::GraphSelection default_graph() const override;
  [[nodiscard]] std::vector<rdf::Id> named_graphs() const override;

 private:
  const store::Store& store_;
  rdf::GraphSelection default_graph_;
};

} // namespace tela::engine
