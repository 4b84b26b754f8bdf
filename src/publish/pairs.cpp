#include "publish/pairs.h"

#include "relations/store_reader.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <array>
#include <vector>

namespace tela::publish {

namespace {

std::vector<rdf::Id> objects(const store::Store& store, rdf::Id subject, rdf::Id predicate) {
  constexpr std::size_t most = 2;
  std::vector<rdf::Id> result;
  if (!predicate.defined()) return result;
  auto cursor = store.scan(rdf::Order::spo, std::array{subject, predicate});
  const auto rows = cursor.next();
  for (std::size_t i = 0; i < rows.count && i < most; ++i) result.push_back(rows.columns[2][i]);
  return result;
}

} // namespace

Pairs::Pairs(const store::Store& store, const Kinds& kinds)
    : store_(store), membership_(kinds.named(vocabulary::classes::membership)),
      tie_(kinds.named(vocabulary::classes::tie)),
      member_(relations::id_of(store, vocabulary::org::member)),
      organization_(relations::id_of(store, vocabulary::org::organization)),
      party_(relations::id_of(store, vocabulary::party)) {}

std::optional<std::pair<rdf::Id, rdf::Id>> Pairs::between(rdf::Id thing, Kinds::Number kind) const {
  if (!is_kind_of_pairs(kind)) return std::nullopt;
  std::vector<rdf::Id> both;
  if (kind == tie_) {
    both = objects(store_, thing, party_);
  } else {
    both = objects(store_, thing, member_);
    both.resize(both.empty() ? 0 : 1);
    for (const rdf::Id body : objects(store_, thing, organization_)) both.push_back(body);
  }
  if (both.size() < 2) return std::nullopt;
  return std::pair(both[0], both[1]);
}

} // namespace tela::publish
