#pragma once

#include "publish/kind_lists.h"
#include "publish/page_finder.h"
#include "publish/site.h"
#include "server/store_holder.h"

#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace tela::server {

inline constexpr const char* site_name = "Tela";

/// What the pages of one store are made from.
struct SiteOfStore {
  explicit SiteOfStore(std::shared_ptr<const OpenStore> opened)
      : store(std::move(opened)), site(store->database, std::string(store->database.base_iri())),
        lists(site, site_name), pages(site) {}
  std::shared_ptr<const OpenStore> store;
  publish::Site site;
  publish::KindLists lists;
  publish::PageFinder pages;
};

/// The site of the newest store, made when a page is first asked for. Thread-safe.
class SiteHolder {
 public:
  [[nodiscard]] std::shared_ptr<const SiteOfStore>
  of(const std::shared_ptr<const OpenStore>& store) {
    const std::scoped_lock lock(mutex_);
    if (!site_ || site_->store != store) site_ = std::make_shared<const SiteOfStore>(store);
    return site_;
  }

 private:
  std::mutex mutex_;
  std::shared_ptr<const SiteOfStore> site_;
};

} // namespace tela::server
