#include "server/result_cache.h"

namespace tela::server {

std::shared_ptr<const CachedAnswer> ResultCache::find(const std::string& key) {
  const std::scoped_lock lock(mutex_);
  const auto found = places_.find(key);
  if (found == places_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->answer;
}

void ResultCache::put(const std::string& key, CachedAnswer answer) {
  if (answer.body.size() > largest()) return;
  const std::scoped_lock lock(mutex_);
  if (places_.contains(key)) return;
  bytes_ += answer.body.size();
  entries_.push_front({key, std::make_shared<const CachedAnswer>(std::move(answer))});
  places_[key] = entries_.begin();
  while (bytes_ > capacity_) {
    bytes_ -= entries_.back().answer->body.size();
    places_.erase(entries_.back().key);
    entries_.pop_back();
  }
}

} // namespace tela::server
