#pragma once

#include "base/decompressor.h"
#include "base/input_file.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tela::base {

/// The bytes of a file from first to last, unpacked when they are gzip or zstd, whatever the file's
/// name. Memory: a buffer and the window of the packing. Not thread-safe. Move-only.
class InputStream {
 public:
  /// Throws Error(input) with the reason when `path` cannot be opened or read.
  explicit InputStream(const std::filesystem::path& path, UnpackLimits limits = {});

  /// Fills `to` as far as the file goes; fewer bytes than fit, or none, mean its end. Throws
  /// Error(input) as Decompressor does, Error(limit) when interruption() asks for the end.
  [[nodiscard]] std::size_t read(std::span<char> to);

  [[nodiscard]] Compression compression() const noexcept { return compression_; }
  /// Bytes of the file used so far, packed ones where it is packed: for progress.
  [[nodiscard]] std::uint64_t position() const noexcept { return offset_ - ahead_.size(); }

 private:
  void fetch();
  std::size_t copy(std::span<char> to);

  InputFile file_;
  std::uint64_t offset_ = 0; // of the file, behind the buffer
  std::string buffer_;
  std::string_view ahead_; // of the buffer, not used yet
  Compression compression_;
  std::optional<Decompressor> decompressor_;
};

} // namespace tela::base
