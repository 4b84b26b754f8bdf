#include "store/header_reader.h"

#include "base/error.h"
#include "base/input_file.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>

namespace tela::store {

namespace {

[[noreturn]] void refuse(const std::string& name, const std::string& message,
                         const std::string& advice) {
  throw base::Error(base::Failure::input, {name, 0, 0}, message, advice);
}

void check_places(const FileHeader& header, const std::string& name) {
  std::uint64_t before = sizeof(FileHeader);
  for (const SectionPlace& place : header.sections) {
    if (place.offset < before || place.offset > header.file_bytes ||
        place.length > header.file_bytes - place.offset || place.offset % section_alignment != 0)
      refuse(name, "the header of the store is damaged", "build it again");
    before = place.offset + place.length;
  }
}

} // namespace

FileHeader read_header(std::string_view file, const std::string& name) {
  FileHeader header;
  if (file.size() < sizeof header.magic ||
      std::memcmp(file.data(), file_magic.data(), file_magic.size()) != 0)
    refuse(name, "is not a Tela store", "name a store that 'tela build' made");
  if (file.size() < sizeof header) refuse(name, "the store is cut short", "build it again");
  std::memcpy(&header, file.data(), sizeof header);
  if (header.version > format_version)
    refuse(name,
           "was written by a newer version (format " + std::to_string(header.version) +
               ", this program reads up to " + std::to_string(format_version) + ")",
           "update this program, or build the store again with it");
  if (header.version == 0 || header.header_bytes != sizeof header ||
      header.checksum != XXH3_64bits(&header, offsetof(FileHeader, checksum)))
    refuse(name, "the header of the store is damaged", "build it again");
  if (header.file_bytes != file.size())
    refuse(name,
           "the store is cut short: " + std::to_string(file.size()) + " of " +
               std::to_string(header.file_bytes) + " bytes",
           "build it again");
  check_places(header, name);
  return header;
}

void refuse_foreign_file(const std::filesystem::path& target) {
  if (!std::filesystem::exists(target)) return;
  std::array<char, file_magic.size()> head{};
  const std::size_t size = base::InputFile(target).read_at(0, head);
  if (std::equal(head.begin(), head.begin() + size, file_magic.begin())) return;
  throw base::Error(base::Failure::usage, {target.string(), 0, 0},
                    "is there already and is no store of tela",
                    "name another file for the store, or remove this one yourself");
}

} // namespace tela::store
