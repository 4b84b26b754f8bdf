#include "records/zip_archive.h"

#include "base/error.h"
#include "base/file.h"

#include <zlib.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace tela::records {

namespace {

constexpr std::uint16_t stored = 0;
constexpr std::uint16_t deflated = 8;
constexpr std::size_t directory_end_size = 22;
constexpr std::size_t entry_size = 46;
constexpr std::size_t local_header_size = 30;

/// Unpacks raw deflate data; nothing when it is damaged or longer than `size`.
std::optional<std::string> inflated(std::string_view packed, std::size_t size) {
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return std::nullopt;
  std::string text(size, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data())); // NOLINT
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data()); // NOLINT: zlib reads bytes so
  stream.avail_out = static_cast<uInt>(size);
  const int result = inflate(&stream, Z_FINISH);
  const bool whole = result == Z_STREAM_END && stream.total_out == size;
  inflateEnd(&stream);
  if (!whole) return std::nullopt;
  return text;
}

std::uint32_t checksum_of(std::string_view text) {
  const auto* bytes = reinterpret_cast<const Bytef*>(text.data()); // NOLINT: zlib reads bytes so
  return static_cast<std::uint32_t>(crc32_z(0, bytes, text.size()));
}

} // namespace

ZipArchive::ZipArchive(const std::filesystem::path& path)
    : ZipArchive(path.string(), base::read_file(path, largest_file)) {}

ZipArchive::ZipArchive(std::string source, std::string bytes)
    : source_(std::move(source)), bytes_(std::move(bytes)) {
  read_directory();
}

std::uint32_t ZipArchive::number(std::size_t at, std::size_t bytes) const {
  if (at > bytes_.size() || bytes > bytes_.size() - at) refuse("is cut short");
  std::uint32_t value = 0;
  for (std::size_t i = bytes; i-- > 0;)
    value = value << 8U | static_cast<unsigned char>(bytes_[at + i]);
  return value;
}

std::size_t ZipArchive::end_of_directory() const {
  const auto at = bytes_.rfind("PK\x05\x06");
  if (at == std::string::npos || bytes_.size() - at < directory_end_size)
    refuse("is no ZIP file, as spreadsheets are");
  return at;
}

void ZipArchive::read_directory() {
  const std::size_t end = end_of_directory();
  const std::uint32_t count = number(end + 10, 2);
  std::size_t at = number(end + 16, 4);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (number(at, 4) != 0x02014B50) refuse("has a damaged directory");
    const bool encrypted = (number(at + 8, 2) & 1U) != 0;
    if (encrypted) refuse("is encrypted");
    const Member member{static_cast<std::uint16_t>(number(at + 10, 2)), number(at + 16, 4),
                        number(at + 20, 4), number(at + 24, 4), number(at + 42, 4)};
    const std::size_t name = number(at + 28, 2);
    const std::size_t extra = number(at + 30, 2) + number(at + 32, 2);
    std::ignore = number(at + entry_size + name, 0); // the name lies within the file
    members_.emplace(bytes_.substr(at + entry_size, name), member);
    at += entry_size + name + extra;
  }
}

std::optional<std::string> ZipArchive::read(std::string_view name) const {
  const auto found = members_.find(name);
  if (found == members_.end()) return std::nullopt;
  const Member& member = found->second;
  const std::string what = "'" + std::string(name) + "' in it ";
  if (member.size > largest_member) refuse(what + "is too large");
  const std::size_t header = member.header;
  const std::size_t start =
      header + local_header_size + number(header + 26, 2) + number(header + 28, 2);
  if (start > bytes_.size() || member.packed_size > bytes_.size() - start)
    refuse(what + "is cut short");
  const std::string_view packed = std::string_view(bytes_).substr(start, member.packed_size);
  if (member.method != stored && member.method != deflated)
    refuse(what + "is packed in an unknown way");
  auto text =
      member.method == stored ? std::optional(std::string(packed)) : inflated(packed, member.size);
  if (!text || checksum_of(*text) != member.checksum) refuse(what + "is damaged");
  return text;
}

void ZipArchive::refuse(const std::string& what) const {
  throw base::Error(base::Failure::input, base::Place{source_}, "the file " + what,
                    "save it again as .xlsx, .ods or CSV UTF-8");
}

} // namespace tela::records
