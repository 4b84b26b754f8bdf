#include "base/compression.h"

namespace tela::base {

namespace {

constexpr std::string_view gzip_suffix = ".gz";
constexpr std::string_view zstd_suffix = ".zst";

} // namespace

Compression compression_by_name(std::string_view path) noexcept {
  if (path.ends_with(gzip_suffix)) return Compression::gzip;
  return path.ends_with(zstd_suffix) ? Compression::zstd : Compression::none;
}

std::string_view without_compression_suffix(std::string_view path) noexcept {
  for (const std::string_view suffix : {gzip_suffix, zstd_suffix})
    if (path.ends_with(suffix)) return path.substr(0, path.size() - suffix.size());
  return path;
}

Compression compression_by_content(std::string_view head) noexcept {
  if (head.starts_with("\x1F\x8B")) return Compression::gzip;
  // A frame of data or one to skip (RFC 8878, 3.1), with which some programs begin.
  const bool is_skipped = head.size() >= 4 &&
                          (static_cast<unsigned char>(head[0]) & 0xF0U) == 0x50 &&
                          head.substr(1, 3) == "\x2A\x4D\x18";
  return is_skipped || head.starts_with("\x28\xB5\x2F\xFD") ? Compression::zstd : Compression::none;
}

} // namespace tela::base
