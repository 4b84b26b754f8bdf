#include "base/file.h"

#include "base/descriptor.h"
#include "base/error.h"
#include "base/input_file.h"
#include "base/output_stream.h"
#include "base/temporary.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace tela::base {

namespace {

constexpr std::size_t file_buffer = std::size_t{1} << 18U;
constexpr std::size_t stream_buffer = std::size_t{1} << 14U;

// Locked, so that nobody takes it for a leftover of a killed process.
Descriptor new_file(const std::filesystem::path& path) {
  for (;;) {
    Descriptor file = open_file(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, "create");
    if (lock_temporary(file)) return file;
  }
}

class BufferedOutput : public OutputFile {
 public:
  BufferedOutput(std::filesystem::path path, Descriptor to, std::size_t buffer_bytes)
      : path_(std::move(path)), to_(std::move(to)), buffer_bytes_(buffer_bytes) {
    buffer_.reserve(buffer_bytes_);
  }

  void write(std::string_view bytes) override {
    if (buffer_.size() + bytes.size() > buffer_bytes_) flush();
    if (bytes.size() > buffer_bytes_)
      write_all(to_, bytes, path_);
    else
      buffer_ += bytes;
  }

  void flush() override {
    std::string bytes;
    bytes.swap(buffer_); // what fails is not tried again
    write_all(to_, bytes, path_);
    bytes.clear();
    buffer_.swap(bytes);
  }

  void sync() override {
    flush();
    if (::fsync(to_.get()) != 0) fail_at(path_, "sync", errno);
  }

 private:
  std::filesystem::path path_;
  Descriptor to_;
  std::size_t buffer_bytes_;
  std::string buffer_;
};

// What was written before an error is worth seeing.
class Stream final : public BufferedOutput {
 public:
  Stream(std::filesystem::path path, Descriptor to)
      : BufferedOutput(std::move(path), std::move(to), stream_buffer) {}
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  ~Stream() override {
    try {
      BufferedOutput::flush();
    } catch (const Error&) { // said already, or nobody reads on
    }
  }
  void sync() override { flush(); }
};

std::filesystem::path folder_of(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

class RealFileSystem final : public FileSystem {
 public:
  std::unique_ptr<OutputFile> create(const std::filesystem::path& path) override {
    return std::make_unique<BufferedOutput>(path, new_file(path), file_buffer);
  }

  void rename(const std::filesystem::path& from, const std::filesystem::path& to) override {
    if (::rename(from.c_str(), to.c_str()) != 0) fail_at(to, "replace", errno);
    const Descriptor folder = open_file(folder_of(to), O_RDONLY | O_DIRECTORY, "open the folder");
    if (::fsync(folder.get()) != 0) fail_at(to, "sync the folder", errno);
  }

  void remove(const std::filesystem::path& path) noexcept override { ::unlink(path.c_str()); }
};

void refuse_other_than_file(const std::filesystem::path& target) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(target, ignored) && !is_stream(target)) return;
  throw Error(Failure::input, Place{target.string()}, "is not a file that could be replaced",
              "name a regular file");
}

} // namespace

FileSystem& FileSystem::real() {
  static RealFileSystem files;
  return files;
}

std::unique_ptr<OutputFile> output_stream(const std::filesystem::path& path) {
  return std::make_unique<Stream>(path, open_stream(path));
}

std::unique_ptr<OutputFile> standard_output() {
  const std::filesystem::path name = "standard output";
  return std::make_unique<Stream>(name, duplicate(STDOUT_FILENO, name));
}

AtomicFile::AtomicFile(std::filesystem::path target, FileSystem& files)
    : files_(files), target_(std::move(target)), temporary_(temporary_beside(target_)) {
  refuse_other_than_file(target_);
  remove_leftovers(target_);
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
  const Descriptor file = open_to_read(path);
  if (!is_regular_file(file))
    throw Error(Failure::input, Place{path.string()}, "is not a file", "name a regular file");
  size_ = stamp_of(file.get()).bytes;
  if (size_ == 0) return;
  void* memory = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (memory == MAP_FAILED) fail_at(path, "map", errno);
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
  const InputFile file(path);
  std::string text;
  std::string chunk(std::size_t{1} << 16U, '\0');
  while (const std::size_t count = file.read_at(text.size(), chunk)) {
    text.append(chunk, 0, count);
    if (text.size() > limit_bytes)
      throw Error(Failure::input, Place{path.string()},
                  "is larger than " + std::to_string(limit_bytes) + " bytes", "split it");
  }
  return text;
}

} // namespace tela::base
