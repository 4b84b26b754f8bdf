#include "base/file.h"

#include "base/error.h"
#include "base/interruption.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace tela::base {

namespace {

[[noreturn]] void fail(const std::filesystem::path& path, std::string_view action, int code) {
  throw Error(Failure::input, Place{path.string()},
              "cannot " + std::string(action) + ": " + std::strerror(code),
              code == ENOENT   ? "check the name"
              : code == ENOSPC ? "free some space"
                               : "");
}

/// Waits for the other end when the file is a FIFO, until the user wants to stop.
int open_waiting(const std::filesystem::path& path, int flags) {
  for (;;) {
    const int value = ::open(path.c_str(), flags | O_CLOEXEC, 0644); // NOLINT(*-vararg)
    if (value >= 0 || errno != EINTR) return value;
    interruption().check();
  }
}

class Descriptor {
 public:
  Descriptor(const std::filesystem::path& path, int flags, std::string_view action)
      : value_(open_waiting(path, flags)) {
    if (value_ < 0) fail(path, action, errno);
  }
  ~Descriptor() { ::close(value_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return value_; }

 private:
  int value_;
};

class RealOutputFile final : public OutputFile {
 public:
  explicit RealOutputFile(const std::filesystem::path& path)
      : path_(path), descriptor_(path, O_WRONLY | O_CREAT | O_TRUNC, "create") {
    buffer_.reserve(buffer_size);
  }

  void write(std::string_view bytes) override {
    if (buffer_.size() + bytes.size() > buffer_size) flush();
    if (bytes.size() > buffer_size)
      put(bytes);
    else
      buffer_ += bytes;
  }

  void flush() override {
    put(buffer_);
    buffer_.clear();
  }

  void sync() override {
    flush();
    if (::fsync(descriptor_.get()) != 0) fail(path_, "sync", errno);
  }

 private:
  static constexpr std::size_t buffer_size = std::size_t{1} << 18U;

  void put(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t done = ::write(descriptor_.get(), bytes.data(), bytes.size());
      if (done < 0 && errno != EINTR) fail(path_, "write", errno);
      if (done > 0) bytes.remove_prefix(static_cast<std::size_t>(done));
    }
  }

  std::filesystem::path path_;
  Descriptor descriptor_;
  std::string buffer_;
};

std::filesystem::path folder_of(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

class RealFileSystem final : public FileSystem {
 public:
  std::unique_ptr<OutputFile> create(const std::filesystem::path& path) override {
    return std::make_unique<RealOutputFile>(path);
  }

  void rename(const std::filesystem::path& from, const std::filesystem::path& to) override {
    if (::rename(from.c_str(), to.c_str()) != 0) fail(to, "replace", errno);
    const Descriptor folder(folder_of(to), O_RDONLY | O_DIRECTORY, "open the folder");
    if (::fsync(folder.get()) != 0) fail(to, "sync the folder", errno);
  }

  void remove(const std::filesystem::path& path) noexcept override { ::unlink(path.c_str()); }
};

std::string temporary_prefix(const std::filesystem::path& target) {
  return "." + target.filename().string() + ".";
}

// Whether `name`, ".<target>.<any>.<pid>.tmp" or without <any>, is the temporary of a process that
// no longer runs.
bool is_abandoned(const std::string& name, const std::string& prefix) {
  if (!name.starts_with(prefix) || !name.ends_with(".tmp")) return false;
  const auto dot = name.rfind('.', name.size() - 5); // the one before ".tmp" not counted
  const std::string pid = name.substr(dot + 1, name.size() - dot - 5);
  if (pid.empty() || pid.find_first_not_of("0123456789") != std::string::npos) return false;
  return !std::filesystem::exists("/proc/" + pid);
}

void remove_abandoned(const std::filesystem::path& target, FileSystem& files) {
  std::error_code ignored;
  const std::string prefix = temporary_prefix(target);
  for (const auto& entry : std::filesystem::directory_iterator(folder_of(target), ignored))
    if (is_abandoned(entry.path().filename().string(), prefix)) files.remove(entry.path());
}

} // namespace

FileSystem& FileSystem::real() {
  static RealFileSystem files;
  return files;
}

AtomicFile::AtomicFile(std::filesystem::path target, FileSystem& files)
    : files_(files), target_(std::move(target)),
      temporary_(folder_of(target_) /
                 (temporary_prefix(target_) + std::to_string(::getpid()) + ".tmp")) {
  remove_abandoned(target_, files_);
  file_ = files_.create(temporary_);
}

AtomicFile::~AtomicFile() {
  if (!file_) return;
  file_.reset();
  files_.remove(temporary_);
}

void AtomicFile::commit() {
  file_->sync();
  files_.rename(temporary_, target_);
  file_.reset();
}

MappedFile::MappedFile(const std::filesystem::path& path, Access access) {
  const Descriptor file(path, O_RDONLY, "open");
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) fail(path, "read", errno);
  if (!S_ISREG(status.st_mode))
    throw Error(Failure::input, Place{path.string()}, "is not a file", "name a regular file");
  size_ = static_cast<std::size_t>(status.st_size);
  if (size_ == 0) return;
  void* memory = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (memory == MAP_FAILED) fail(path, "map", errno);
  data_ = static_cast<const char*>(memory);
  if (access == Access::sequential) ::madvise(memory, size_, MADV_SEQUENTIAL);
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_); // NOLINT(*-const-cast)
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

std::string read_file(const std::filesystem::path& path, std::uint64_t limit_bytes) {
  const Descriptor file(path, O_RDONLY, "open");
  std::string text;
  std::string chunk(std::size_t{1} << 16U, '\0');
  for (;;) {
    const ssize_t count = ::read(file.get(), chunk.data(), chunk.size());
    if (count < 0 && errno != EINTR) fail(path, "read", errno);
    if (count < 0) interruption().check();
    if (count == 0) return text;
    if (count > 0) text.append(chunk, 0, static_cast<std::size_t>(count));
    if (text.size() > limit_bytes)
      throw Error(Failure::input, Place{path.string()},
                  "is larger than " + std::to_string(limit_bytes) + " bytes", "split it");
  }
}

} // namespace tela::base
