#include "engine/describe.h"

#include <array>
#include <vector>

namespace tela::engine {

DescribeReport describe(const store::Store& store, const std::set<rdf::Id>& resources,
                        rdf::QuadSink& sink, const base::Cancellation* cancellation,
                        std::uint64_t limit) {
  DescribeReport report;
  std::set<rdf::Id> seen = resources;
  std::vector<rdf::Id> todo(resources.rbegin(), resources.rend());
  std::array<rdf::Term, 3> storage;
  while (!todo.empty()) {
    const rdf::Id subject = todo.back();
    todo.pop_back();
    if (cancellation != nullptr) cancellation->check();
    store::Cursor cursor = store.scan(rdf::Order::spo, std::array{subject});
    for (rdf::Rows rows = cursor.next(); rows.count != 0; rows = cursor.next())
      for (std::size_t i = 0; i < rows.count; ++i) {
        if (cancellation != nullptr) cancellation->check(); // a term may be long
        if (report.triples == limit) {
          report.cut = true;
          return report;
        }
        const rdf::Id object = rows.columns[2][i];
        sink.quad({store.term(subject, storage[0]), store.term(rows.columns[1][i], storage[1]),
                   store.term(object, storage[2]), std::nullopt});
        ++report.triples;
        if (object.tag() == rdf::IdTag::blank && seen.insert(object).second) todo.push_back(object);
      }
  }
  return report;
}

} // namespace tela::engine
