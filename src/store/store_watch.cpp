#include "store/store_watch.h"

#include "base/error.h"
#include "base/lost_pages.h"

#include <utility>

namespace tela::store {

StoreWatch::StoreWatch(std::filesystem::path store)
    : path_(std::move(store)), lost_pages_(base::lost_pages()) {
  if (!std::filesystem::is_regular_file(path_)) return;
  file_ = base::open_to_read(path_);
  stamp_ = base::stamp_of(file_.get());
}

bool StoreWatch::holds() const {
  if (file_.get() < 0) return true;
  return base::stamp_of(file_.get()) == stamp_ && base::lost_pages() == lost_pages_;
}

void StoreWatch::check() const {
  if (holds()) return;
  throw base::Error(base::Failure::input, base::Place{path_.string()},
                    "something wrote to the store while it was read: the results may be wrong",
                    "build it again; to replace a store, move the new one in its place");
}

} // namespace tela::store
