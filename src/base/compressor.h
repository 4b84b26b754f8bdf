#pragma once

#include "base/compression.h"

#include <functional>
#include <memory>
#include <string_view>

namespace tela::base {

/// Packs a stream of bytes. The same bytes give the same packed bytes, however they were cut into
/// pieces: neither time nor file name goes in. gzip at level 6, zstd at level 9 with checksum, for
/// files written once and fetched often. Memory: some megabytes. Not thread-safe. Move-only.
class Compressor {
 public:
  /// Takes the packed bytes piece by piece; may throw.
  using Output = std::function<void(std::string_view)>;

  /// Compression::none passes the bytes on as they are.
  Compressor(Compression compression, Output output);
  ~Compressor();
  Compressor(Compressor&&) noexcept;
  Compressor& operator=(Compressor&&) noexcept;
  Compressor(const Compressor&) = delete;
  Compressor& operator=(const Compressor&) = delete;

  void write(std::string_view bytes);
  /// The end of the stream. Without it the packed bytes are not whole, and readers say so.
  void finish();

  /// One library's way to pack; see compressor.cpp.
  class Codec;

 private:
  Output output_;
  std::unique_ptr<Codec> codec_; // none: the bytes as they are
};

} // namespace tela::base
