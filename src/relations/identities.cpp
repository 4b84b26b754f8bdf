#include "relations/identities.h"

#include "relations/store_reader.h"
#include "vocabulary/reused.h"

#include <array>

namespace tela::relations {

Identities::Identities(const store::Store& store) {
  const rdf::Id same_as = id_of(store, vocabulary::owl::same_as);
  if (!same_as.defined()) return;
  auto cursor = store.scan(rdf::Order::pso, std::array{same_as});
  for (auto rows = cursor.next(); rows.count != 0; rows = cursor.next())
    for (std::size_t i = 0; i < rows.count; ++i) join(rows.columns[1][i], rows.columns[2][i]);
}

rdf::Id Identities::representative(rdf::Id thing) const {
  for (auto found = nearer_.find(thing); found != nearer_.end(); found = nearer_.find(thing))
    thing = found->second;
  return thing;
}

void Identities::join(rdf::Id subject, rdf::Id object) {
  joined_.insert({subject, object});
  subject = representative(subject);
  object = representative(object);
  if (subject == object) return;
  nearer_.emplace(object, subject);
  represented_.push_back(object);
}

} // namespace tela::relations
