#include "importer/content_hash.h"

#include "base/file.h"

#include <xxhash.h>

#include <array>

namespace tela::importer {

std::string content_hash(const std::filesystem::path& file) {
  const base::MappedFile mapped(file, base::MappedFile::Access::sequential);
  const XXH128_hash_t hash = XXH3_128bits(mapped.text().data(), mapped.text().size());
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, hash);
  constexpr std::string_view hex = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : canonical.digest) {
    text += hex[byte >> 4U];
    text += hex[byte & 15U];
  }
  return text;
}

} // namespace tela::importer
