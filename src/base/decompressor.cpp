#include "base/decompressor.h"

#include "base/error.h"
#include "base/require.h"

#define ZLIB_CONST // input as pointers to const
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <limits>
#include <new>
#include <utility>

namespace tela::base {

class Decompressor::Codec {
 public:
  virtual ~Codec() = default;
  /// As Decompressor::unpack(), one step: may return 0 before `packed` is used up.
  virtual std::size_t step(std::string_view& packed, std::span<char> to) = 0;
  /// Whether the bytes so far end with a whole member or frame.
  [[nodiscard]] bool whole() const noexcept { return whole_; }

 protected:
  bool whole_ = true;
};

namespace {

/// What is wrong with the packed bytes.
struct Damage {
  std::string message;
};

class GzipCodec final : public Decompressor::Codec {
 public:
  GzipCodec() {
    constexpr int gzip_window = 15 + 16; // the largest window, a gzip head wanted
    if (inflateInit2(&stream_, gzip_window) != Z_OK) throw std::bad_alloc();
  }
  ~GzipCodec() override { inflateEnd(&stream_); }
  GzipCodec(const GzipCodec&) = delete;
  GzipCodec& operator=(const GzipCodec&) = delete;

  std::size_t step(std::string_view& packed, std::span<char> to) override {
    if (whole_) begin_member(packed);
    const std::size_t offered = piece(packed.size());
    const std::size_t room = piece(to.size());
    stream_.next_in = reinterpret_cast<const Bytef*>(packed.data()); // NOLINT(*-reinterpret-cast)
    stream_.avail_in = static_cast<uInt>(offered);
    stream_.next_out = reinterpret_cast<Bytef*>(to.data()); // NOLINT(*-reinterpret-cast)
    stream_.avail_out = static_cast<uInt>(room);
    const int state = inflate(&stream_, Z_NO_FLUSH);
    if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
      throw Damage{stream_.msg != nullptr ? stream_.msg : "no gzip data"};
    whole_ = state == Z_STREAM_END;
    packed.remove_prefix(offered - stream_.avail_in);
    return room - stream_.avail_out;
  }

 private:
  // zlib counts in 32 bits.
  static std::size_t piece(std::size_t size) {
    return std::min<std::size_t>(size, std::numeric_limits<uInt>::max());
  }

  void begin_member(std::string_view packed) {
    if (packed.empty()) return;
    inflateReset(&stream_);
    whole_ = false;
  }

  z_stream stream_{};
};

class ZstdCodec final : public Decompressor::Codec {
 public:
  ZstdCodec() : context_(ZSTD_createDCtx(), &ZSTD_freeDCtx) {
    if (!context_) throw std::bad_alloc();
  }

  std::size_t step(std::string_view& packed, std::span<char> to) override {
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    ZSTD_outBuffer out{to.data(), to.size(), 0};
    const std::size_t left = ZSTD_decompressStream(context_.get(), &out, &in);
    if (ZSTD_isError(left) != 0) throw Damage{ZSTD_getErrorName(left)};
    // Asked again behind a whole frame, it says how much the head of the next one needs.
    if (in.pos != 0 || out.pos != 0) whole_ = left == 0;
    packed.remove_prefix(in.pos);
    return out.pos;
  }

 private:
  std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context_;
};

std::unique_ptr<Decompressor::Codec> make_codec(Compression compression) {
  require(compression != Compression::none, "not Compression::none");
  if (compression == Compression::gzip) return std::make_unique<GzipCodec>();
  return std::make_unique<ZstdCodec>();
}

} // namespace

Decompressor::Decompressor(std::string source, Compression compression, UnpackLimits limits)
    : source_(std::move(source)), limits_(limits), codec_(make_codec(compression)) {}
Decompressor::~Decompressor() = default;
Decompressor::Decompressor(Decompressor&&) noexcept = default;
Decompressor& Decompressor::operator=(Decompressor&&) noexcept = default;

std::size_t Decompressor::unpack(std::string_view& packed, std::span<char> to) {
  require(!to.empty(), "`to` is not empty");
  try {
    for (;;) {
      const std::size_t before = packed.size();
      const std::size_t count = codec_->step(packed, to);
      packed_ += before - packed.size();
      unpacked_ += count;
      check_limits();
      if (count != 0 || packed.empty()) return count;
    }
  } catch (const Damage& damage) {
    throw Error(Failure::input, Place{source_},
                "the packed data are damaged after " + std::to_string(unpacked_) +
                    " unpacked bytes: " + damage.message,
                "fetch the file again");
  }
}

void Decompressor::check_limits() const {
  constexpr std::uint64_t free_bytes = std::uint64_t{16} << 20U;
  if (unpacked_ > limits_.bytes)
    throw Error(Failure::input, Place{source_},
                "unpacks to more than " + std::to_string(limits_.bytes) + " bytes",
                "unpack it yourself and split it");
  if (unpacked_ > free_bytes && unpacked_ / limits_.ratio > packed_)
    throw Error(Failure::input, Place{source_},
                "unpacks to more than " + std::to_string(limits_.ratio) +
                    " times its size, as files made to fill a disk do",
                "unpack it yourself when you trust it");
}

void Decompressor::finish() const {
  if (!codec_->whole())
    throw Error(Failure::input, Place{source_},
                "the packed data end too early, after " + std::to_string(unpacked_) +
                    " unpacked bytes",
                "fetch the file again");
}

std::string unpacked(std::string_view source, std::string_view bytes, UnpackLimits limits) {
  const Compression compression = compression_by_content(bytes);
  if (compression == Compression::none) return std::string(bytes);
  Decompressor decompressor(std::string(source), compression, limits);
  std::string text;
  std::string piece(std::size_t{1} << 17U, '\0');
  while (const std::size_t count = decompressor.unpack(bytes, piece)) text.append(piece, 0, count);
  decompressor.finish();
  return text;
}

} // namespace tela::base
