#pragma once

#include "base/compression.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace tela::base {

/// What packed data may grow to; beyond it, unpacking ends with an Error that names the limit.
struct UnpackLimits {
  std::uint64_t bytes = std::uint64_t{1} << 40U; ///< unpacked
  /// Unpacked bytes for each packed one, looked at from the first 16 MiB on. Text rarely passes 50.
  std::uint64_t ratio = 400;
};

/// Unpacks a stream of gzip (any number of members) or zstd (any number of frames, window up to
/// 128 MiB), and checks the checksums. Memory: the window. Not thread-safe. Move-only.
class Decompressor {
 public:
  /// `source` names the data in errors. REQUIRES: not Compression::none.
  Decompressor(std::string source, Compression compression, UnpackLimits limits = {});
  ~Decompressor();
  Decompressor(Decompressor&&) noexcept;
  Decompressor& operator=(Decompressor&&) noexcept;
  Decompressor(const Decompressor&) = delete;
  Decompressor& operator=(const Decompressor&) = delete;

  /// Unpacks from the front of `packed`, which loses what was used, into `to`; returns how many
  /// bytes came. Zero bytes: all of `packed` was used, and more is needed. Throws Error(input) when
  /// the data are damaged or beyond a limit. REQUIRES: `to` is not empty.
  [[nodiscard]] std::size_t unpack(std::string_view& packed, std::span<char> to);
  /// The end of the packed data; throws Error(input) when they were cut short.
  void finish() const;

  /// One library's way to unpack; see decompressor.cpp.
  class Codec;

 private:
  void check_limits() const;

  std::string source_;
  UnpackLimits limits_;
  std::uint64_t packed_ = 0, unpacked_ = 0;
  std::unique_ptr<Codec> codec_;
};

/// `bytes` unpacked, or as they are when they are not packed. The same errors.
[[nodiscard]] std::string unpacked(std::string_view source, std::string_view bytes,
                                   UnpackLimits limits = {});

} // namespace tela::base
