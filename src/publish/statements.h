#pragma once

#include "rdf/scan.h"
#include "store/store.h"

#include <array>

namespace tela::publish {

/// Calls visit(predicate, object) for what is said of `subject`, by predicate and object; a
/// statement of several graphs once. Cost: one look-up.
template<class Visit>
void for_each_statement(const store::Store& store, rdf::Id subject, const Visit& visit) {
  auto cursor = store.scan(rdf::Order::spo, std::array{subject});
  for (auto rows = cursor.next(); rows.count != 0; rows = cursor.next())
    for (std::size_t i = 0; i < rows.count; ++i) visit(rows.columns[1][i], rows.columns[2][i]);
}

} // namespace tela::publish
