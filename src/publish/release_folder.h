#pragma once

#include "base/file.h"
#include "base/sha256.h"
#include "base/temporary.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>

namespace tela::publish {

/// A file of a release, as its lists name it.
struct FileEntry {
  std::string path; ///< below the release, with '/'
  std::uint64_t bytes = 0;
  std::string sha256;
};

/// A folder that appears whole or not at all. Files go to a folder beside the target; commit()
/// syncs and exchanges the two in one step. Destroyed without commit(), it leaves no trace; what a
/// killed process leaves the next release of that name removes.
class ReleaseFolder {
 public:
  /// The file by which a folder is known as one that this class made.
  static constexpr std::string_view marker = ".tela-release";

  /// Throws Error(usage) when `target` exists and is neither an empty folder nor a release.
  explicit ReleaseFolder(const std::filesystem::path& target,
                         base::FileSystem& files = base::FileSystem::real());
  ~ReleaseFolder() = default;
  ReleaseFolder(const ReleaseFolder&) = delete;
  ReleaseFolder& operator=(const ReleaseFolder&) = delete;

  /// Writes a file whole. `path` is below the release, its folders come by themselves. Any thread.
  FileEntry write(std::string_view path, std::string_view content);

  /// A file that is written piece by piece.
  class File {
   public:
    void write(std::string_view bytes);
    /// To be called at the end.
    [[nodiscard]] FileEntry finish();

   private:
    friend class ReleaseFolder;
    File(std::string path, std::unique_ptr<base::OutputFile> file)
        : entry_{std::move(path), 0, {}}, file_(std::move(file)) {}

    FileEntry entry_;
    std::unique_ptr<base::OutputFile> file_;
    base::Sha256 sum_;
  };
  [[nodiscard]] File create(std::string_view path);
  /// Takes back a file that could not be written to its end.
  void remove(std::string_view path) noexcept { files_.remove(staging_.path() / path); }

  /// Puts the release in place of the target.
  void commit();

 private:
  void make_folder_of(std::string_view path);

  base::FileSystem& files_;
  std::filesystem::path target_;
  base::TemporaryFolder staging_;
  std::mutex mutex_;
  std::unordered_set<std::string> folders_; // made
};

} // namespace tela::publish
