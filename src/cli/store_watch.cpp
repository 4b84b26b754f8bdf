#include "cli/store_watch.h"

#include "base/error.h"

#include <utility>

namespace tela::cli {

StoreWatch::StoreWatch(std::filesystem::path store) : path_(std::move(store)) {
  if (!std::filesystem::is_regular_file(path_)) return;
  file_ = base::open_to_read(path_);
  stamp_ = base::stamp_of(file_.get());
}

void StoreWatch::check() const {
  if (file_.get() < 0 || base::stamp_of(file_.get()) == stamp_) return;
  throw base::Error(base::Failure::input, base::Place{path_.string()},
                    "something wrote to the store while it was read: the results may be wrong",
                    "build it again; to replace a store, move the new one in its place");
}

} // namespace tela::cli
