#include "server/store_holder.h"

#include "base/sha256.h"

#include <sys/stat.h>

namespace tela::server {

StoreHolder::StoreHolder(std::filesystem::path path)
    : path_(std::move(path)), identity_(identify(path_)), store_(open(path_, identity_)),
      looked_(std::chrono::steady_clock::now()) {}

base::Error changed_in_place() {
  return {base::Failure::limit, "the store was cut or written to in place while it was read",
          "ask again when it is whole; whoever replaces a store moves the new one in its place"};
}

std::shared_ptr<const OpenStore> StoreHolder::current() {
  auto store = current_if_any();
  if (!store) throw changed_in_place();
  return store;
}

std::shared_ptr<const OpenStore> StoreHolder::current_if_any() {
  auto store = newest();
  return store->watch.holds() ? store : nullptr;
}

std::shared_ptr<const OpenStore> StoreHolder::newest() {
  const auto now = std::chrono::steady_clock::now();
  std::unique_lock lock(mutex_);
  if (now - looked_ < look_interval) return store_;
  looked_ = now;
  const Identity found = identify(path_);
  if (found == Identity{}) return store_;
  if (found == identity_ && store_->watch.holds()) return store_;
  identity_ = found; // whoever asks meanwhile gets the old store and does not wait
  lock.unlock();
  return take_up(found);
}

std::shared_ptr<const OpenStore> StoreHolder::take_up(const Identity& identity) {
  std::shared_ptr<const OpenStore> opened;
  std::string trouble;
  try {
    opened = open(path_, identity);
  } catch (const base::Error& error) {
    trouble = error.message();
  }
  const std::scoped_lock lock(mutex_);
  if (identity_ != identity) return store_; // replaced once more meanwhile
  trouble_ = std::move(trouble);
  if (opened) store_ = std::move(opened);
  return store_;
}

std::string StoreHolder::trouble() const {
  const std::scoped_lock lock(mutex_);
  return trouble_;
}

StoreHolder::Identity StoreHolder::identify(const std::filesystem::path& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) return {};
  constexpr std::int64_t nanoseconds = 1'000'000'000;
  return {static_cast<std::uint64_t>(found.st_dev), static_cast<std::uint64_t>(found.st_ino),
          static_cast<std::uint64_t>(found.st_size),
          found.st_mtim.tv_sec * nanoseconds + found.st_mtim.tv_nsec};
}

std::shared_ptr<const OpenStore> StoreHolder::open(const std::filesystem::path& path,
                                                   const Identity& identity) {
  const std::string name = std::to_string(identity.device) + ' ' + std::to_string(identity.inode) +
                           ' ' + std::to_string(identity.size) + ' ' +
                           std::to_string(identity.modified_ns);
  return std::make_shared<const OpenStore>(OpenStore{
      store::StoreWatch(path), engine::Database::open(path), base::sha256(name).substr(0, 16)});
}

} // namespace tela::server
