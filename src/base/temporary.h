#pragma once

#include "base/descriptor.h"

#include <filesystem>

/// Names of files and folders while they are made, beside the place where they shall stand.
namespace tela::base {

/// A name beside `target` that nobody can guess: ".<name>.<32 hexadecimal digits>.tmp", the name
/// cut where it would be too long.
[[nodiscard]] std::filesystem::path temporary_beside(const std::filesystem::path& target);

/// Takes the lock (flock) by which others know that what has this temporary name is in use; it
/// lasts until `file` is closed. Returns false when somebody has removed the name meanwhile. Disks
/// without locks are taken as they are.
[[nodiscard]] bool lock_temporary(const Descriptor& file) noexcept;

/// Removes the files and folders beside `target` that temporary_beside() has named and nobody holds
/// the lock of: those who made them were killed.
void remove_leftovers(const std::filesystem::path& target) noexcept;

/// A new folder beside `target`, locked, and removed at the end with all that it holds.
class TemporaryFolder {
 public:
  /// Throws Error(input) when the disk refuses.
  explicit TemporaryFolder(const std::filesystem::path& target);
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

 private:
  std::filesystem::path path_;
  Descriptor lock_;
};

/// The right to replace `target`, which one process at a time has: the lock of the file
/// ".<name>.lock" beside it, which goes with the right.
class TargetLock {
 public:
  /// Throws Error(input) when another process has it, or the disk refuses.
  explicit TargetLock(const std::filesystem::path& target);
  ~TargetLock();
  TargetLock(const TargetLock&) = delete;
  TargetLock& operator=(const TargetLock&) = delete;

 private:
  std::filesystem::path path_;
  Descriptor lock_;
};

} // namespace tela::base
