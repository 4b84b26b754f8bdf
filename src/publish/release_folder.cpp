#include "publish/release_folder.h"

#include "base/error.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

namespace tela::publish {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const fs::path& path, const std::string& action, int code) {
  throw base::Error(base::Failure::input, base::Place{path.string()},
                    "cannot " + action + ": " + std::strerror(code), // NOLINT(concurrency-*)
                    "check the place and the rights to write there");
}

// "out/" and "out" are one folder, and "." has a name, too.
fs::path named(const fs::path& target) {
  fs::path path = fs::absolute(target).lexically_normal();
  return path.has_filename() ? path : path.parent_path();
}

void refuse_foreign_folder(const fs::path& target) {
  std::error_code ignored;
  if (!fs::exists(fs::symlink_status(target, ignored))) return;
  const bool empty = fs::is_directory(target, ignored) && !fs::is_symlink(target) &&
                     fs::directory_iterator(target) == fs::directory_iterator();
  if (empty || (!fs::is_symlink(target) && fs::is_regular_file(target / ReleaseFolder::marker)))
    return;
  throw base::Error(base::Failure::usage, base::Place{target.string()},
                    "is there already and is not a release that tela publish has made",
                    "name a new folder, or remove it yourself");
}

// The place of a release, where it may be put.
fs::path checked(const fs::path& target) {
  fs::path place = named(target);
  refuse_foreign_folder(place);
  std::error_code failed;
  fs::create_directories(place.parent_path(), failed);
  if (failed) fail(place.parent_path(), "make the folder", failed.value());
  base::remove_leftovers(place);
  return place;
}

/// An open folder.
class Folder {
 public:
  explicit Folder(const fs::path& path)
      : path_(path),
        descriptor_(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) { // NOLINT
    if (descriptor_ < 0) fail(path_, "open", errno);
  }
  ~Folder() { ::close(descriptor_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  /// Syncs all files of the disk: one call, where syncing hundreds of thousands of files one by
  /// one takes minutes.
  void sync_disk() const {
    if (::syncfs(descriptor_) != 0) fail(path_, "sync", errno);
  }
  /// Syncs the names in the folder.
  void sync_names() const {
    if (::fsync(descriptor_) != 0) fail(path_, "sync", errno);
  }

 private:
  fs::path path_;
  int descriptor_;
};

} // namespace

ReleaseFolder::ReleaseFolder(const fs::path& target, base::FileSystem& files)
    : files_(files), target_(checked(target)), staging_(target_) {}

void ReleaseFolder::make_folder_of(std::string_view path) {
  const auto slash = path.rfind('/');
  if (slash == std::string_view::npos) return;
  const std::string folder(path.substr(0, slash));
  const std::scoped_lock lock(mutex_);
  if (folders_.contains(folder)) return;
  std::error_code failed;
  fs::create_directories(staging_.path() / folder, failed);
  if (failed) fail(staging_.path() / folder, "make the folder", failed.value());
  folders_.insert(folder);
}

ReleaseFolder::File ReleaseFolder::create(std::string_view path) {
  make_folder_of(path);
  return {std::string(path), files_.create(staging_.path() / path)};
}

FileEntry ReleaseFolder::write(std::string_view path, std::string_view content) {
  File file = create(path);
  file.write(content);
  return file.finish();
}

void ReleaseFolder::File::write(std::string_view bytes) {
  file_->write(bytes);
  sum_.update(bytes);
  entry_.bytes += bytes.size();
}

FileEntry ReleaseFolder::File::finish() {
  file_->flush();
  file_.reset();
  entry_.sha256 = sum_.finish();
  return std::move(entry_);
}

void ReleaseFolder::commit() {
  write(marker, "A release made by tela publish, which may replace this folder.\n");
  const fs::path& made = staging_.path();
  Folder(made).sync_disk();
  if (!fs::exists(fs::symlink_status(target_))) return files_.rename(made, target_);
  refuse_foreign_folder(target_); // it may have come meanwhile
  if (::renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE) != 0)
    fail(target_, "replace", errno);
  Folder(target_.parent_path()).sync_names(); // what is removed now is the old one
}

} // namespace tela::publish
