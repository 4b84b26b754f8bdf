#pragma once

#include "base/cancellation.h"
#include "base/file.h"
#include "base/input_file.h"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tela::store {

/// Where spools of one build put their bytes: in memory as long as that suffices, then in unnamed
/// files. Also where a build notices that it shall stop: all its threads come by here. Thread-safe.
class SpoolSpace {
 public:
  /// Files get names beside `target`, for the moment that they have any. `files` and `cancellation`
  /// (may be null) are not owned.
  SpoolSpace(base::FileSystem& files, std::filesystem::path target, std::size_t memory_bytes,
             const base::Cancellation* cancellation = nullptr)
      : files_(files), target_(std::move(target)), left_(memory_bytes),
        cancellation_(cancellation) {}

  /// Takes `bytes` of the memory, or returns false and takes nothing when they are not left.
  [[nodiscard]] bool take(std::size_t bytes) noexcept;
  void give_back(std::size_t bytes) noexcept { left_.fetch_add(bytes); }

  /// Throws base::Error(limit) when the build was cancelled.
  void check_cancelled() const {
    if (cancellation_ != nullptr) cancellation_->check();
  }

  struct File {
    std::unique_ptr<base::OutputFile> out;
    base::InputFile in;
  };
  /// A new empty file without a name. Throws base::Error(input) when the disk refuses.
  [[nodiscard]] File new_file();

 private:
  base::FileSystem& files_;
  std::filesystem::path target_;
  std::atomic<std::size_t> left_;
  const base::Cancellation* cancellation_;
};

/// Bytes written once from front to end, then read. One thread at a time writes; after that, any
/// number read.
class Spool {
 public:
  /// `space` is not owned.
  explicit Spool(SpoolSpace& space) : space_(&space) {}
  ~Spool();
  Spool(Spool&& other) noexcept;
  Spool& operator=(Spool&&) = delete;
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  /// Throws base::Error(input) when the disk refuses, (limit) when the build was cancelled.
  void append(std::string_view bytes);
  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }

  /// To be called when all is written, before the first read.
  void seal();
  /// Copies bytes [offset, offset + length) to `to`. REQUIRES: sealed.
  void read(std::uint64_t offset, char* to, std::size_t length) const;

 private:
  static constexpr std::size_t piece_bytes = std::size_t{1} << 18U;
  [[nodiscard]] bool add_piece();

  SpoolSpace* space_;
  std::vector<std::string> pieces_; // all but the last are full
  std::optional<SpoolSpace::File> file_;
  std::uint64_t size_ = 0;
};

/// Reads a stretch of a spool from front to end.
class SpoolReader {
 public:
  /// The spool must outlive the reader, and be sealed.
  SpoolReader(const Spool& spool, std::uint64_t begin, std::uint64_t end)
      : spool_(&spool), at_(begin), end_(end) {}

  /// Bytes not yet taken.
  [[nodiscard]] std::uint64_t left() const noexcept { return end_ - at_ + filled_ - taken_; }
  /// The next bytes, without taking them: `wanted`, or what is left. Valid until the next call;
  /// slack_bytes are readable behind them.
  [[nodiscard]] std::string_view peek(std::size_t wanted);
  /// Takes `count` bytes, all of them peeked.
  void skip(std::size_t count) noexcept { taken_ += count; }

 private:
  static constexpr std::size_t buffer_bytes = std::size_t{1} << 16U;

  const Spool* spool_;
  std::uint64_t at_, end_; // not yet in the buffer
  std::string buffer_;
  std::size_t taken_ = 0, filled_ = 0; // places in the buffer
};

} // namespace tela::store
