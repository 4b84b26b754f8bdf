#include "sparql/evaluator/service_answer.h"

namespace tela::sparql::evaluator {

void ServiceAnswer::add(const std::vector<rdf::Id>& row) {
  Key key;
  bool is_open = false;
  for (const std::size_t column : keys_) {
    key.push_back(row[column]);
    is_open |= !row[column].defined();
  }
  (is_open ? open_ : by_key_[key]).push_back(rows_++);
  ids_.insert(ids_.end(), row.begin(), row.end());
}

ServiceAnswer::Candidates ServiceAnswer::candidates(const Key& key) const {
  const auto found = by_key_.find(key);
  return {found == by_key_.end() ? nullptr : &found->second, &open_};
}

std::size_t ServiceAnswer::Hash::operator()(const Key& key) const noexcept {
  std::size_t hash = key.size();
  for (const rdf::Id id : key) hash = (hash ^ std::hash<rdf::Id>()(id)) * 0x9E37'79B9'7F4A'7C15ULL;
  return hash;
}

} // namespace tela::sparql::evaluator
