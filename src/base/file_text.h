#pragma once

#include "base/decompressor.h"
#include "base/file.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace tela::base {

/// The whole text of a file, for readers that want it at once: mapped, or unpacked into memory when
/// it is gzip or zstd. Valid as long as the object lives. Immovable.
class FileText {
 public:
  /// What a packed file may unpack to in memory.
  static constexpr std::uint64_t max_unpacked_bytes = std::uint64_t{4} << 30U;

  /// Throws Error(input) as MappedFile and Decompressor do.
  explicit FileText(const std::filesystem::path& path,
                    UnpackLimits limits = {.bytes = max_unpacked_bytes});
  FileText(const FileText&) = delete;
  FileText& operator=(const FileText&) = delete;
  ~FileText() = default;

  [[nodiscard]] std::string_view text() const noexcept {
    return file_ ? file_->text() : std::string_view(unpacked_);
  }

 private:
  std::optional<MappedFile> file_; // none: it was packed
  std::string unpacked_;
};

} // namespace tela::base
