#include "engine/store_dataset.h"

#include <utility>

namespace tela::engine {

StoreDataset::StoreDataset(const store::Store& store, rdf::GraphSelection default_graph)
    : store_(store), default_graph_(std::move(default_graph)) {}

std::unique_ptr<rdf::Cursor> StoreDataset::scan(rdf::Order order, std::span<const rdf::Id> prefix,
                                                const rdf::GraphSelection& graphs,
                                                rdf::ColumnSet wanted) const {
  return std::make_unique<store::Cursor>(store_.scan(order, prefix, graphs, wanted));
}

std::uint64_t StoreDataset::count(rdf::Order order, std::span<const rdf::Id> prefix,
                                  const rdf::GraphSelection&) const {
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

rdf::LiteralKind StoreDataset::literal_kind(rdf::Id id, rdf::Term&) const {
  return store_.literal_kind(id);
}

void StoreDataset::terms(
    std::span<const rdf::Id> ids,
    const std::function<void(std::size_t, const rdf::TermView&)>& visit) const {
  store_.terms(ids, visit);
}

rdf::GraphSelection StoreDataset::default_graph() const {
  return default_graph_;
}

std::vector<rdf::Id> StoreDataset::named_graphs() const {
  return store_.named_graphs();
}

} // namespace tela::engine
