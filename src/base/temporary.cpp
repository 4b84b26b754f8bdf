#include "base/temporary.h"

#include "base/error.h"
#include "base/hex.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>

namespace tela::base {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view suffix = ".tmp";
constexpr std::size_t random_bytes = 16;

std::string prefix_of(const fs::path& target) {
  constexpr std::size_t longest_name = 255; // of Linux's file systems
  constexpr std::size_t room = longest_name - 2 - 2 * random_bytes - suffix.size();
  return "." + target.filename().string().substr(0, room) + ".";
}

fs::path folder_of(const fs::path& target) {
  return target.has_parent_path() ? target.parent_path() : fs::path(".");
}

std::string random_digits() {
  std::array<std::uint8_t, random_bytes> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != ssize_t{bytes.size()})
    throw Error(Failure::input, "the system gives no random numbers");
  std::string digits;
  append_hex(digits, bytes);
  return digits;
}

bool is_temporary(const std::string& name, const std::string& prefix) {
  if (name.size() != prefix.size() + 2 * random_bytes + suffix.size()) return false;
  if (!name.starts_with(prefix) || !name.ends_with(suffix)) return false;
  return name.find_first_not_of("0123456789abcdef", prefix.size()) == name.size() - suffix.size();
}

void remove_when_free(const fs::path& path) {
  constexpr int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY;
  const Descriptor file(::open(path.c_str(), flags)); // NOLINT(*-vararg)
  if (file.get() < 0 || ::flock(file.get(), LOCK_EX | LOCK_NB) != 0) return;
  std::error_code ignored;
  fs::remove_all(path, ignored);
}

Descriptor new_folder(const fs::path& path) {
  constexpr mode_t mode = 0755;
  if (::mkdir(path.c_str(), mode) != 0) fail_at(path, "make the folder", errno);
  return open_file(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, "open");
}

// Whether `path` still names what `file` is.
bool is_at(const Descriptor& file, const fs::path& path) {
  struct stat opened {};
  struct stat named {};
  return ::fstat(file.get(), &opened) == 0 && ::lstat(path.c_str(), &named) == 0 &&
         opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

} // namespace

fs::path temporary_beside(const fs::path& target) {
  return folder_of(target) / (prefix_of(target) + random_digits() + std::string(suffix));
}

bool lock_temporary(const Descriptor& file) noexcept {
  while (::flock(file.get(), LOCK_EX) != 0 && errno == EINTR) {
  }
  struct stat status {};
  return ::fstat(file.get(), &status) == 0 && status.st_nlink != 0;
}

void remove_leftovers(const fs::path& target) noexcept {
  std::error_code failed;
  const std::string prefix = prefix_of(target);
  auto entry = fs::directory_iterator(folder_of(target), failed);
  for (; !failed && entry != fs::directory_iterator(); entry.increment(failed))
    if (is_temporary(entry->path().filename().string(), prefix)) remove_when_free(entry->path());
}

TemporaryFolder::TemporaryFolder(const fs::path& target) {
  do {
    path_ = temporary_beside(target);
    lock_ = new_folder(path_);
  } while (!lock_temporary(lock_));
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

TargetLock::TargetLock(const fs::path& target)
    : path_(folder_of(target) / ("." + target.filename().string() + ".lock")) {
  do {
    constexpr mode_t mode = 0644;
    constexpr int flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY | O_NONBLOCK;
    lock_ = Descriptor(::open(path_.c_str(), flags, mode)); // NOLINT(*-vararg)
    if (lock_.get() < 0) fail_at(target, "create", errno);
    if (::flock(lock_.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
      throw Error(Failure::input, Place{target.string()},
                  "is being written by another run of this program", "wait until it has ended");
  } while (!is_at(lock_, path_)); // who had the lock has just removed its file
}

TargetLock::~TargetLock() {
  ::unlink(path_.c_str());
}

} // namespace tela::base
