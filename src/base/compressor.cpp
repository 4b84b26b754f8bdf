#include "base/compressor.h"

#include "base/error.h"

#define ZLIB_CONST // input as pointers to const
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <limits>
#include <new>
#include <string>
#include <utility>

namespace tela::base {

class Compressor::Codec {
 public:
  virtual ~Codec() = default;
  virtual void write(std::string_view bytes, const Output& output) = 0;
  virtual void finish(const Output& output) = 0;
};

namespace {

constexpr std::size_t piece_bytes = std::size_t{1} << 17U;

class GzipCodec final : public Compressor::Codec {
 public:
  GzipCodec() : piece_(piece_bytes, '\0') {
    constexpr int level = 6;
    constexpr int gzip_window = 15 + 16; // the largest window, with a gzip head
    constexpr int memory_level = 8;
    if (deflateInit2(&stream_, level, Z_DEFLATED, gzip_window, memory_level, Z_DEFAULT_STRATEGY) !=
        Z_OK)
      throw std::bad_alloc();
  }
  ~GzipCodec() override { deflateEnd(&stream_); }
  GzipCodec(const GzipCodec&) = delete;
  GzipCodec& operator=(const GzipCodec&) = delete;

  void write(std::string_view bytes, const Compressor::Output& output) override {
    while (!bytes.empty()) {
      // zlib counts in 32 bits.
      const std::size_t part =
          std::min<std::size_t>(bytes.size(), std::numeric_limits<uInt>::max());
      stream_.next_in = reinterpret_cast<const Bytef*>(bytes.data()); // NOLINT(*-reinterpret-cast)
      stream_.avail_in = static_cast<uInt>(part);
      while (stream_.avail_in != 0) step(Z_NO_FLUSH, output);
      bytes.remove_prefix(part);
    }
  }

  void finish(const Compressor::Output& output) override {
    while (step(Z_FINISH, output) != Z_STREAM_END) {
    }
  }

 private:
  int step(int flush, const Compressor::Output& output) {
    stream_.next_out = reinterpret_cast<Bytef*>(piece_.data()); // NOLINT(*-reinterpret-cast)
    stream_.avail_out = static_cast<uInt>(piece_.size());
    const int state = deflate(&stream_, flush);
    const std::size_t count = piece_.size() - stream_.avail_out;
    if (count != 0) output(std::string_view(piece_).substr(0, count));
    return state;
  }

  z_stream stream_{};
  std::string piece_;
};

class ZstdCodec final : public Compressor::Codec {
 public:
  ZstdCodec() : context_(ZSTD_createCCtx(), &ZSTD_freeCCtx), piece_(piece_bytes, '\0') {
    constexpr int level = 9;
    if (!context_) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_checksumFlag, 1);
  }

  void write(std::string_view bytes, const Compressor::Output& output) override {
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    while (in.pos != in.size) step(in, ZSTD_e_continue, output);
  }

  void finish(const Compressor::Output& output) override {
    ZSTD_inBuffer nothing{nullptr, 0, 0};
    while (step(nothing, ZSTD_e_end, output) != 0) {
    }
  }

 private:
  std::size_t step(ZSTD_inBuffer& in, ZSTD_EndDirective end, const Compressor::Output& output) {
    ZSTD_outBuffer out{piece_.data(), piece_.size(), 0};
    const std::size_t left = ZSTD_compressStream2(context_.get(), &out, &in, end);
    if (ZSTD_isError(left) != 0)
      throw Error(Failure::limit, std::string("cannot pack with zstd: ") + ZSTD_getErrorName(left));
    if (out.pos != 0) output(std::string_view(piece_).substr(0, out.pos));
    return left;
  }

  std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context_;
  std::string piece_;
};

std::unique_ptr<Compressor::Codec> make_codec(Compression compression) {
  if (compression == Compression::gzip) return std::make_unique<GzipCodec>();
  if (compression == Compression::zstd) return std::make_unique<ZstdCodec>();
  return nullptr;
}

} // namespace

Compressor::Compressor(Compression compression, Output output)
    : output_(std::move(output)), codec_(make_codec(compression)) {}
Compressor::~Compressor() = default;
Compressor::Compressor(Compressor&&) noexcept = default;
Compressor& Compressor::operator=(Compressor&&) noexcept = default;

void Compressor::write(std::string_view bytes) {
  if (codec_)
    codec_->write(bytes, output_);
  else
    output_(bytes);
}

void Compressor::finish() {
  if (codec_) codec_->finish(output_);
}

} // namespace tela::base
