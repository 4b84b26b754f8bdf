#include "store/store.h"

#include <array>
#include <memory>

namespace tela::store {

namespace {

// The terms met last, as many as fit: one place for each remainder of an id's hash.
class TermCache {
 public:
  explicit TermCache(const Store& store) : store_(store) {}

  // Valid until a term takes its place.
  rdf::TermView term(rdf::Id id) {
    Entry& entry = entries_[std::hash<rdf::Id>{}(id) % entries_.size()];
    if (entry.id != id) {
      entry.view = store_.term(id, entry.storage);
      entry.id = id;
    }
    return entry.view;
  }

 private:
  struct Entry {
    rdf::Id id;
    rdf::Term storage;
    rdf::TermView view;
  };
  const Store& store_;
  std::array<Entry, 4096> entries_;
};

// Decodes statements for a sink.
class Exporter {
 public:
  Exporter(const Store& store, rdf::QuadSink& sink) : sink_(sink) {
    for (auto& cache : caches_) cache = std::make_unique<TermCache>(store);
  }

  void push(const std::array<rdf::Id, 4>& ids) {
    rdf::QuadView quad{caches_[0]->term(ids[0]), caches_[1]->term(ids[1]), caches_[2]->term(ids[2]),
                       std::nullopt};
    if (ids[3].defined()) quad.graph = caches_[3]->term(ids[3]);
    sink_.quad(quad);
  }

 private:
  std::array<std::unique_ptr<TermCache>, 4> caches_; // by position: none displaces another
  rdf::QuadSink& sink_;
};

} // namespace

void export_quads(const Store& store, rdf::Order order, rdf::QuadSink& sink) {
  Exporter exporter(store, sink);
  const auto positions = rdf::positions(order);
  Cursor cursor = store.scan(order, {}, {rdf::GraphSelection::Kind::each, {}});
  for (rdf::Rows rows = cursor.next(); rows.count != 0; rows = cursor.next())
    for (std::size_t i = 0; i < rows.count; ++i) {
      std::array<rdf::Id, 4> ids;
      for (std::size_t j = 0; j < positions.size(); ++j) ids[positions[j]] = rows.columns[j][i];
      ids[3] = rows.columns[3][i];
      exporter.push(ids);
    }
}

} // namespace tela::store
