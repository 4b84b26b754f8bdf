#include "importer/content_hash.h"

#include "base/file.h"

#include <xxhash.h>

#include <array>

namespace tela::importer {

std::string hash_text(std::string_view text) {
  const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, hash);
  constexpr std::string_view hex = "0123456789abcdef";
  std::string digits;
  for (const unsigned char byte : canonical.digest) {
    digits += hex[byte >> 4U];
    digits += hex[byte & 15U];
  }
  return digits;
}

std::string content_hash(const std::filesystem::path& file) {
  const base::MappedFile mapped(file, base::MappedFile::Access::sequential);
  return hash_text(mapped.text());
}

} // namespace tela::importer
