#include "base/descriptor.h"

#include "base/interruption.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <string>
#include <utility>

namespace tela::base {

namespace fs = std::filesystem;

namespace {

constexpr int wait_ms = 50; // between two looks at interruption()

std::optional<int> number_of(const std::string& name) {
  int number = 0;
  const auto [end, failed] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (failed != std::errc() || end != name.data() + name.size()) return std::nullopt;
  return number;
}

// From now on writing waits.
Descriptor blocking(Descriptor file, const fs::path& path) {
  const int flags = ::fcntl(file.get(), F_GETFL);             // NOLINT(*-vararg)
  if (::fcntl(file.get(), F_SETFL, flags & ~O_NONBLOCK) != 0) // NOLINT(*-vararg)
    fail_at(path, "open", errno);
  return file;
}

Descriptor connect_to(const fs::path& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string& name = path.native();
  if (name.size() >= sizeof address.sun_path) fail_at(path, "connect", ENAMETOOLONG);
  std::memcpy(address.sun_path, name.data(), name.size());
  Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (socket.get() < 0 ||
      ::connect(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    fail_at(path, "connect", errno);
  return socket;
}

} // namespace

Descriptor::~Descriptor() {
  if (value_ >= 0) ::close(value_);
}

Descriptor::Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(value_, other.value_);
  return *this;
}

void fail_at(const fs::path& path, std::string_view action, int code) {
  throw Error(Failure::input, Place{path.string()},
              "cannot " + std::string(action) + ": " + std::strerror(code), // NOLINT(concurrency-*)
              code == ENOENT   ? "check the name"
              : code == ENOSPC ? "free some space"
                               : "");
}

Descriptor open_file(const fs::path& path, int flags, std::string_view action) {
  constexpr mode_t mode = 0644;
  Descriptor file(
      ::open(path.c_str(), flags | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, mode)); // NOLINT(*-vararg)
  if (file.get() < 0) fail_at(path, action, errno);
  return file;
}

Descriptor duplicate(int number, const fs::path& path) {
  Descriptor copy(::fcntl(number, F_DUPFD_CLOEXEC, 0)); // NOLINT(*-vararg)
  if (copy.get() < 0) fail_at(path, "open", errno);
  return copy;
}

std::optional<int> own_descriptor(const fs::path& path) {
  constexpr int most_links = 40;
  std::error_code failed;
  const fs::path own = fs::canonical("/proc/self/fd", failed);
  if (failed) return std::nullopt;
  fs::path at = fs::absolute(path, failed);
  for (int links = 0; links < most_links && !failed; ++links) {
    const fs::path folder = fs::canonical(at.parent_path(), failed);
    if (failed) break;
    if (folder == own) return number_of(at.filename().string());
    at = folder / fs::read_symlink(folder / at.filename(), failed);
  }
  return std::nullopt;
}

Descriptor open_to_read(const fs::path& path) {
  if (const auto number = own_descriptor(path)) return duplicate(*number, path);
  return open_file(path, O_RDONLY, "open");
}

bool is_stream(const fs::path& path) {
  std::error_code failed;
  const fs::file_status status = fs::status(path, failed);
  const bool is_other =
      fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
  return is_other || own_descriptor(path).has_value();
}

Descriptor open_stream(const fs::path& path) {
  if (const auto number = own_descriptor(path)) return duplicate(*number, path);
  if (fs::is_socket(path)) return connect_to(path);
  for (;;) {
    Descriptor stream(
        ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)); // NOLINT(*-vararg)
    if (stream.get() >= 0) return blocking(std::move(stream), path);
    if (errno != ENXIO && errno != EINTR) fail_at(path, "open", errno);
    interruption().check();
    ::poll(nullptr, 0, wait_ms); // nobody reads the pipe yet
  }
}

bool is_regular_file(const Descriptor& file) noexcept {
  struct stat status {};
  return ::fstat(file.get(), &status) == 0 && S_ISREG(status.st_mode);
}

FileStamp stamp_of(int file) {
  struct stat status {};
  if (::fstat(file, &status) != 0) fail_at("an open file", "read", errno);
  return {static_cast<std::uint64_t>(status.st_size),
          std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec};
}

std::size_t read_when_there(int from, std::span<char> to, const fs::path& path) {
  for (;;) {
    interruption().check();
    pollfd wanted{from, POLLIN, 0};
    if (::poll(&wanted, 1, wait_ms) <= 0) continue;
    const ssize_t count = ::read(from, to.data(), to.size());
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR && errno != EAGAIN) fail_at(path, "read", errno);
  }
}

void write_all(const Descriptor& to, std::string_view bytes, const fs::path& path) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(to.get(), bytes.data(), bytes.size());
    if (done >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(done));
      if (!bytes.empty()) interruption().check(); // a signal may have cut the write
    } else if (errno == EPIPE) {
      throw BrokenPipe(path.string());
    } else if (errno == EINTR || errno == EAGAIN) {
      interruption().check();
      pollfd wanted{to.get(), POLLOUT, 0};
      ::poll(&wanted, 1, wait_ms);
    } else {
      fail_at(path, "write", errno);
    }
  }
}

} // namespace tela::base
