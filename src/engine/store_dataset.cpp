#include "engine/store_dataset.h"

#include <utility>

namespace tela::engine {

namespace evaluator = sparql::evaluator;

namespace {

store::GraphSelection to_store(const evaluator::GraphSelection& graphs) {
  using From = evaluator::GraphSelection::Kind;
  using To = store::GraphSelection::Kind;
  switch (graphs.kind) {
  case From::merge_of_all:
    return {To::merge_of_all, {}};
  case From::merge_of:
    return {To::merge_of, graphs.graphs};
  case From::each_named:
    return {To::each_named, {}};
  case From::each_of:
    return {To::each_of, graphs.graphs};
  }
  return {};
}

store::Columns to_store(evaluator::ColumnSet wanted) {
  return {{(wanted & 1U) != 0, (wanted & 2U) != 0, (wanted & 4U) != 0}, (wanted & 8U) != 0};
}

class StoreCursor final : public evaluator::Cursor {
 public:
  explicit StoreCursor(store::Cursor cursor) : cursor_(std::move(cursor)) {}

  evaluator::Rows next() override {
    const store::Rows rows = cursor_.next();
    return {rows.count, rows.columns};
  }
  void seek(std::span<const rdf::Id> key) override { cursor_.seek(key); }

 private:
  store::Cursor cursor_;
};

} // namespace

StoreDataset::StoreDataset(const store::Store& store, evaluator::GraphSelection default_graph)
    : store_(store), default_graph_(std::move(default_graph)) {}

std::unique_ptr<evaluator::Cursor> StoreDataset::scan(rdf::Order order,
                                                      std::span<const rdf::Id> prefix,
                                                      const evaluator::GraphSelection& graphs,
                                                      evaluator::ColumnSet wanted) const {
  return std::make_unique<StoreCursor>(
      store_.scan(order, prefix, to_store(graphs), to_store(wanted)));
}

std::uint64_t StoreDataset::count(rdf::Order order, std::span<const rdf::Id> prefix,
                                  const evaluator::GraphSelection&) const {
  return store_.count(order, prefix);
}

std::uint64_t StoreDataset::rows_before(rdf::Order order, std::span<const rdf::Id> key) const {
  return store_.range(order, key).begin;
}

std::uint64_t StoreDataset::distinct(rdf::Order order, std::span<const rdf::Id> prefix) const {
  return store_.distinct(order, prefix);
}

std::optional<rdf::Id> StoreDataset::find(const rdf::TermView& term) const {
  return store_.find(term);
}

rdf::TermView StoreDataset::term(rdf::Id id, rdf::Term& storage) const {
  return store_.term(id, storage);
}

evaluator::LiteralKind StoreDataset::literal_kind(rdf::Id id, rdf::Term&) const {
  const store::LiteralKind kind = store_.literal_kind(id);
  return {kind.datatype, kind.language};
}

void StoreDataset::terms(
    std::span<const rdf::Id> ids,
    const std::function<void(std::size_t, const rdf::TermView&)>& visit) const {
  store_.terms(ids, visit);
}

evaluator::GraphSelection StoreDataset::default_graph() const {
  return default_graph_;
}

std::vector<rdf::Id> StoreDataset::named_graphs() const {
  return store_.named_graphs();
}

} // namespace tela::engine
