#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace tela::base {

/// An open file, pipe, device or socket of the system, closed at the end. Move-only.
class Descriptor {
 public:
  Descriptor() = default;
  /// Owns `value` from now on; -1 is none.
  explicit Descriptor(int value) noexcept : value_(value) {}
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&& other) noexcept;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int get() const noexcept { return value_; }
  /// Gives it up: it is no longer closed.
  [[nodiscard]] int release() noexcept { return std::exchange(value_, -1); }

 private:
  int value_ = -1;
};

/// Throws Error(input): "path: cannot <action>: <what `code`, an errno, means>".
[[noreturn]] void fail_at(const std::filesystem::path& path, std::string_view action, int code);

/// open(2), never waiting for the other end of a pipe. Throws as fail_at() does.
[[nodiscard]] Descriptor open_file(const std::filesystem::path& path, int flags,
                                   std::string_view action);

/// One more descriptor of what `number`, open in this process, is; `path` names it in errors.
[[nodiscard]] Descriptor duplicate(int number, const std::filesystem::path& path);

/// The number of the descriptor of this very process that `path` names, as /dev/stdout, /dev/fd/3
/// and links to them do; nothing where it is a file of its own.
[[nodiscard]] std::optional<int> own_descriptor(const std::filesystem::path& path);

/// Opens `path` to be read from; a descriptor of this process is taken as it stands. Throws as
/// fail_at() does.
[[nodiscard]] Descriptor open_to_read(const std::filesystem::path& path);

/// Whether bytes written to `path` go somewhere else than into a file of that name: a device, a
/// pipe, a socket, or a descriptor of this process.
[[nodiscard]] bool is_stream(const std::filesystem::path& path);

/// Opens what is_stream() to be written to; a pipe waits for its reader, until interruption().
/// Throws as fail_at() does.
[[nodiscard]] Descriptor open_stream(const std::filesystem::path& path);

/// Whether bytes can be read at any place.
[[nodiscard]] bool is_regular_file(const Descriptor& file) noexcept;

/// What tells a file from the same file after somebody has written to it in place.
struct FileStamp {
  std::uint64_t bytes = 0;
  std::int64_t written_ns = 0; ///< when its content was last changed, since 1970

  bool operator==(const FileStamp&) const = default;
};
/// Throws Error(input) when the system refuses.
[[nodiscard]] FileStamp stamp_of(int file);

/// Waits for bytes of a pipe, device or socket and reads some: 0 only at the end. Throws as
/// fail_at() does, and Error(limit) when interruption() was raised meanwhile.
[[nodiscard]] std::size_t read_when_there(int from, std::span<char> to,
                                          const std::filesystem::path& path);

/// Writes all of `bytes`. Throws as fail_at() does, BrokenPipe when nobody reads them, and
/// Error(limit) when a signal that raised interruption() ended the waiting.
void write_all(const Descriptor& to, std::string_view bytes, const std::filesystem::path& path);

} // namespace tela::base
