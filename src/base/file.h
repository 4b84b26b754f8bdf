#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace tela::base {

/// Bytes on their way to the disk. Not thread-safe.
class OutputFile {
 public:
  virtual ~OutputFile() = default;
  /// Appends; throws Error(input) when the disk refuses. Buffered by the implementation.
  virtual void write(std::string_view bytes) = 0;
  /// Hands everything to the system, so that who reads the file sees it; throws as write() does.
  virtual void flush() = 0;
  /// Hands everything to the device (fsync); throws as write() does.
  virtual void sync() = 0;
};

/// The narrow seam through which the project changes the disk, so that a test can refuse a write or
/// lose unsynced bytes. Thread-safe.
class FileSystem {
 public:
  virtual ~FileSystem() = default;
  /// A new empty file, locked (flock) until it is closed; an Error when anything has that name.
  [[nodiscard]] virtual std::unique_ptr<OutputFile> create(const std::filesystem::path& path) = 0;
  /// Replaces `to` by `from` in one step, and makes that durable.
  virtual void rename(const std::filesystem::path& from, const std::filesystem::path& to) = 0;
  /// Removes a file; nothing happens when there is none.
  virtual void remove(const std::filesystem::path& path) noexcept = 0;

  /// The real disk.
  [[nodiscard]] static FileSystem& real();
};

/// A file that appears whole or not at all: bytes go to a temporary name beside it (temporary.h);
/// commit() syncs and renames. Destroyed without commit(), it leaves no trace; what a killed
/// process leaves the next writer of that name removes. Throws Error(input) when the target is a
/// folder or is_stream() (descriptor.h). A link of the target's name is replaced, not followed.
class AtomicFile {
 public:
  explicit AtomicFile(std::filesystem::path target, FileSystem& files = FileSystem::real());
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  void write(std::string_view bytes) { file_->write(bytes); }
  void commit();

 private:
  FileSystem& files_;
  std::filesystem::path target_;
  std::filesystem::path temporary_;
  std::unique_ptr<OutputFile> file_;
};

/// A whole file as memory, read-only; valid as long as the object lives. Move-only.
class MappedFile {
 public:
  enum class Access { sequential, random };
  /// Throws Error(input) with the reason when the file cannot be opened or is not a regular file.
  explicit MappedFile(const std::filesystem::path& path, Access access = Access::random);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  [[nodiscard]] std::string_view text() const noexcept { return {data_, size_}; }
  [[nodiscard]] std::span<const std::byte> bytes() const noexcept {
    return std::as_bytes(std::span(data_, size_));
  }

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

/// The whole of `path`. Throws Error(input): missing, unreadable, or larger than `limit_bytes`.
[[nodiscard]] std::string read_file(const std::filesystem::path& path,
                                    std::uint64_t limit_bytes = std::uint64_t{1} << 30U);

} // namespace tela::base
