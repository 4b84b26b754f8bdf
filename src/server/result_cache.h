#pragma once

#include "server/channel.h"

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace tela::server {

/// A whole answer, unpacked.
struct CachedAnswer {
  ResponseHead head;
  std::string body;
  std::uint64_t rows = 0;
};

/// Finished answers in bounded memory, the least recently asked for going first. A key names the
/// version of the store and the request, so nothing is ever stale. Thread-safe.
class ResultCache {
 public:
  /// `capacity` bytes of bodies; 0: nothing is kept. One answer takes a sixteenth at the most.
  explicit ResultCache(std::size_t capacity) : capacity_(capacity) {}

  [[nodiscard]] bool keeps() const noexcept { return capacity_ > 0; }
  [[nodiscard]] std::size_t largest() const noexcept { return capacity_ / 16; }
  [[nodiscard]] std::shared_ptr<const CachedAnswer> find(const std::string& key);
  void put(const std::string& key, CachedAnswer answer);

 private:
  struct Entry {
    std::string key;
    std::shared_ptr<const CachedAnswer> answer;
  };

  const std::size_t capacity_;
  std::mutex mutex_;
  std::list<Entry> entries_; // the most recently asked for first
  std::unordered_map<std::string, std::list<Entry>::iterator> places_;
  std::size_t bytes_ = 0;
};

} // namespace tela::server
