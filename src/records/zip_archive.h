#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tela::records {

/// The members of a ZIP file (APPNOTE.TXT 6.3, https://pkware.com/appnote), stored or deflated, as
/// spreadsheets are packed. Nothing that the file says of sizes and places is believed: members lie
/// within the file, and none unpacks to more than `largest_member`. Encrypted files, several disks
/// and ZIP64 are refused. Memory: the file.
class ZipArchive {
 public:
  static constexpr std::size_t largest_file = std::size_t{256} << 20U;
  static constexpr std::size_t largest_member = std::size_t{128} << 20U;

  /// Throws Error(input) when the file cannot be read or is no ZIP.
  explicit ZipArchive(const std::filesystem::path& path);
  /// The bytes of a file. Throws the same.
  ZipArchive(std::string source, std::string bytes);

  /// The member of that name, unpacked; nothing when there is none. Throws Error(input) when it is
  /// damaged, packed in another way, or too large.
  [[nodiscard]] std::optional<std::string> read(std::string_view name) const;

 private:
  struct Member {
    std::uint16_t method = 0;
    std::uint32_t checksum = 0; ///< CRC-32 of what it unpacks to
    std::uint32_t packed_size = 0;
    std::uint32_t size = 0;
    std::uint32_t header = 0; ///< place of its local header
  };

  void read_directory();
  [[nodiscard]] std::size_t end_of_directory() const;
  [[nodiscard]] std::uint32_t number(std::size_t at, std::size_t bytes) const;
  [[noreturn]] void refuse(const std::string& what) const;

  std::string source_;
  std::string bytes_;
  std::map<std::string, Member, std::less<>> members_;
};

} // namespace tela::records
