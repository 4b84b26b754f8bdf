#include "publish/term_reader.h"

#include <algorithm>

namespace tela::publish {

const rdf::Term& TermReader::keep(rdf::Id id, const rdf::TermView& term) {
  constexpr std::size_t overhead = 200; // of a node of the table and of three strings
  bytes_ += term.value.size() + term.datatype.size() + overhead;
  return terms_.insert_or_assign(id, rdf::to_term(term)).first->second;
}

const rdf::Term& TermReader::operator()(rdf::Id id) {
  const auto found = terms_.find(id);
  return found != terms_.end() ? found->second : keep(id, store_.term(id, storage_));
}

void TermReader::prepare(std::vector<rdf::Id> ids) {
  std::erase_if(ids, [&](rdf::Id id) { return terms_.contains(id) || !id.defined(); });
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  store_.terms(ids, [&](std::size_t i, const rdf::TermView& term) { keep(ids[i], term); });
}

void TermReader::trim() {
  if (bytes_ <= most_bytes) return;
  terms_.clear();
  bytes_ = 0;
}

} // namespace tela::publish
