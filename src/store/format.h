#pragma once

#include "store/store.h"

#include <array>
#include <cstdint>

/// The front of the store's file, as FORMAT.md tells it. Everything here is written to disk: a
/// change is a new format_version.
namespace tela::store {

inline constexpr std::array<char, 8> file_magic{'\x89', 'T', 'e', 'l', 'a', '\r', '\n', '\x1A'};
inline constexpr std::uint32_t format_version = 2;

/// The parts of the file, by their place in the header's table.
enum class SectionKind : std::uint8_t {
  blanks,
  iris,
  literals,
  literal_kinds,
  spo, ///< the permutations stand in the order of rdf::Order
  sop,
  pso,
  pos,
  osp,
  ops,
  predicates,
  graphs,
  metadata,
  checksums,
};
inline constexpr std::size_t section_count = 14;

/// A part of the file, in bytes from its start.
struct SectionPlace {
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
};

struct FileHeader {
  std::array<char, 8> magic = file_magic;
  std::uint32_t version = format_version;
  std::uint32_t header_bytes = sizeof(FileHeader);
  std::uint64_t file_bytes = 0;
  Counts counts;
  std::array<SectionPlace, section_count> sections{};
  std::uint64_t checksum = 0; ///< XXH3 of the bytes before it
};
static_assert(sizeof(FileHeader) == 24 + 48 + section_count * 16 + 8, "no padding in the file");

inline constexpr std::uint64_t section_alignment = 64;

/// The checksums section holds the XXH3 of each stretch of this many bytes, up to itself.
[[nodiscard]] constexpr std::uint64_t checksum_stretch(std::uint32_t version) noexcept {
  return std::uint64_t{1} << (version == 1 ? 20U : 16U);
}

/// What the metadata keys of prefixes start with; the name follows.
inline constexpr std::string_view prefix_key = "tela.prefix.";
/// The metadata key of Store::base_iri().
inline constexpr std::string_view base_key = "tela.base";

} // namespace tela::store
