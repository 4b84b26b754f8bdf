#pragma once

#include "store/format.h"

#include <atomic>
#include <bit>
#include <cstdint>
#include <memory>
#include <string_view>

namespace tela::store {

/// The bytes of a store's file, each stretch of which is compared with its checksum before it is
/// used for the first time. A view. Thread-safe.
class CheckedBytes {
 public:
  /// `header` is that of `file`, as read_header() gave it. Throws base::Error(input) when there are
  /// not as many checksums as stretches.
  CheckedBytes(std::string_view file, const FileHeader& header);

  /// Throws base::Error(input) when a stretch that `part`, a part of the file in front of the
  /// checksums, lies in is damaged. Cost: a load for each stretch; XXH3 of it the first time.
  void check(std::string_view part) const {
    if (part.empty()) return;
    const auto begin = static_cast<std::uint64_t>(part.data() - bytes_.data());
    const std::uint64_t first = begin >> shift_;
    const std::uint64_t last = (begin + part.size() - 1) >> shift_;
    if (first == last && is_good(first)) [[likely]]
      return;
    for (std::uint64_t i = first; i <= last; ++i)
      if (!is_good(i)) read(i);
  }

  [[nodiscard]] std::uint64_t stretches() const noexcept { return stretches_; }
  [[nodiscard]] std::uint64_t stretch_bytes() const noexcept { return std::uint64_t{1} << shift_; }
  /// Compares stretch `i` with its checksum, also when that was done before. Throws as check().
  void read(std::uint64_t i) const;

 private:
  [[nodiscard]] bool is_good(std::uint64_t i) const noexcept {
    return good_[i].load(std::memory_order_relaxed);
  }

  std::string_view bytes_; // without the checksums
  std::string_view checksums_;
  unsigned shift_; // a stretch is 2^shift_ bytes
  std::uint64_t stretches_;
  std::unique_ptr<std::atomic<bool>[]> good_; // NOLINT(*-c-arrays): of each stretch
};

} // namespace tela::store
