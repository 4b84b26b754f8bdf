#pragma once

#include "search/label_index.h"
#include "server/store_holder.h"

#include <memory>
#include <mutex>

namespace tela::server {

/// A store and the index of its names.
struct SearchableStore {
  explicit SearchableStore(std::shared_ptr<const OpenStore> opened)
      : store(std::move(opened)), index(store->database.store()) {}
  std::shared_ptr<const OpenStore> store;
  search::LabelIndex index;
};

/// The index of the newest store, made when it is first asked for. Thread-safe.
class SearchHolder {
 public:
  [[nodiscard]] std::shared_ptr<const SearchableStore>
  of(const std::shared_ptr<const OpenStore>& store) {
    const std::scoped_lock lock(mutex_);
    if (!searchable_ || searchable_->store != store)
      searchable_ = std::make_shared<const SearchableStore>(store);
    return searchable_;
  }

 private:
  std::mutex mutex_;
  std::shared_ptr<const SearchableStore> searchable_;
};

} // namespace tela::server
