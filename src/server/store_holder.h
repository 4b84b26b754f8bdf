#pragma once

#include "base/error.h"
#include "engine/database.h"
#include "store/store_watch.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

namespace tela::server {

/// What a client is told when the store that its answer was read from changed in place meanwhile.
/// The limit is one of time: the server opens the file again as soon as it is whole.
[[nodiscard]] base::Error changed_in_place();

/// A store as it was when it was opened. Immutable; whoever answers keeps it alive.
struct OpenStore {
  store::StoreWatch watch; ///< what was read is nothing to be told once it does not hold
  engine::Database database;
  std::string version; ///< changes whenever the file does: hexadecimal, for validators and keys
};

/// The newest store at a path. A build replaces the file in one step; requests that have begun keep
/// what they began with, later ones get the new one. Thread-safe.
class StoreHolder {
 public:
  /// Throws Error(input) when there is no store to be opened.
  explicit StoreHolder(std::filesystem::path path);

  /// The store that is at the path now, looked at no more often than every `look_interval`. When a
  /// new file cannot be opened the old one goes on; the reason is in trouble(). Throws Error(limit)
  /// while there is none to be read: the old one was written to or cut in place, or its disk
  /// failed.
  [[nodiscard]] std::shared_ptr<const OpenStore> current();
  /// The same, null while there is none.
  [[nodiscard]] std::shared_ptr<const OpenStore> current_if_any();
  /// Why the file at the path is not served; empty when it is.
  [[nodiscard]] std::string trouble() const;

  static constexpr std::chrono::milliseconds look_interval{100};

 private:
  /// What tells one file from another that has replaced it.
  struct Identity {
    std::uint64_t device = 0, inode = 0, size = 0;
    std::int64_t modified_ns = 0;
    bool operator==(const Identity&) const = default;
  };

  [[nodiscard]] std::shared_ptr<const OpenStore> newest();
  [[nodiscard]] std::shared_ptr<const OpenStore> take_up(const Identity& identity);
  [[nodiscard]] static Identity identify(const std::filesystem::path& path);
  [[nodiscard]] static std::shared_ptr<const OpenStore> open(const std::filesystem::path& path,
                                                             const Identity& identity);

  const std::filesystem::path path_;
  mutable std::mutex mutex_;
  Identity identity_;
  std::shared_ptr<const OpenStore> store_;
  std::chrono::steady_clock::time_point looked_;
  std::string trouble_;
};

} // namespace tela::server
