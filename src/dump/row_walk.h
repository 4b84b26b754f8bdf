#pragma once

#include "store/store.h"

#include <array>

namespace tela::dump {

/// A statement in ids; no graph where graphs are merged.
struct Row {
  rdf::Id subject, predicate, object, graph;

  auto operator<=>(const Row&) const = default;
};

/// Row `i` of a run of `order`, of which all columns were wanted and none is bound.
[[nodiscard]] inline Row row_at(const rdf::Rows& rows, rdf::Order order, std::size_t i) {
  const auto places = rdf::positions(order);
  std::array<rdf::Id, 3> ids;
  for (std::size_t j = 0; j < places.size(); ++j) ids.at(places[j]) = rows.columns[j][i];
  return {ids[0], ids[1], ids[2], rows.columns[3] == nullptr ? rdf::Id{} : rows.columns[3][i]};
}

/// Calls visit(Row) for each row of `cursor`, which scans `order`.
template<typename Visit>
void for_each_row(store::Cursor cursor, rdf::Order order, Visit visit) {
  for (rdf::Rows rows = cursor.next(); rows.count != 0; rows = cursor.next())
    for (std::size_t i = 0; i < rows.count; ++i) visit(row_at(rows, order, i));
}

} // namespace tela::dump
