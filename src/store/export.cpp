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

} // namespace

void export_quads(const Store& store, rdf::Order order, rdf::QuadSink& sink) {
  std::array<std::unique_ptr<TermCache>, 4> caches; // by position, so that none displaces another
  for (auto& cache : caches) cache = std::make_unique<TermCache>(store);
  const GraphSelection every{GraphSelection::Kind::each_of, [&] {
                               std::vector<rdf::Id> graphs;
                               for (const auto& graph : store.graphs())
                                 graphs.push_back(graph.graph);
                               return graphs;
                             }()};
  const auto positions = rdf::positions(order);
  Cursor cursor = store.scan(order, {}, every);
  for (Rows rows = cursor.next(); rows.count != 0; rows = cursor.next())
    for (std::size_t i = 0; i < rows.count; ++i) {
      std::array<rdf::TermView, 3> terms;
      for (std::size_t j = 0; j < positions.size(); ++j)
        terms[positions[j]] = caches[j]->term(rows.columns[j][i]);
      rdf::QuadView quad{terms[0], terms[1], terms[2], std::nullopt};
      if (const rdf::Id graph = rows.columns[3][i]; graph.defined())
        quad.graph = caches[3]->term(graph);
      sink.quad(quad);
    }
}

} // namespace tela::store
