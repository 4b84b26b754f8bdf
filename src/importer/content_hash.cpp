#include "importer/content_hash.h"

#include "base/hex.h"
#include "base/input_file.h"
#include "base/input_stream.h"

#include <xxhash.h>

#include <memory>

namespace tela::importer {

namespace {

std::string hexadecimal(const XXH128_hash_t& hash) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, hash);
  std::string digits;
  base::append_hex(digits, canonical.digest);
  return digits;
}

/// The hash of all that `read` gives, block by block.
template<class Read>
std::string hash_of(Read read) {
  ContentHash hash;
  std::string block(std::size_t{1} << 18U, '\0');
  while (const std::size_t count = read(block))
    hash.update(std::string_view(block).substr(0, count));
  return hash.hexadecimal();
}

} // namespace

struct ContentHash::State {
  std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> xxh3{XXH3_createState(),
                                                                &XXH3_freeState};
};

ContentHash::ContentHash() : state_(std::make_unique<State>()) {
  XXH3_128bits_reset(state_->xxh3.get());
}
ContentHash::~ContentHash() = default;
ContentHash::ContentHash(ContentHash&&) noexcept = default;
ContentHash& ContentHash::operator=(ContentHash&&) noexcept = default;

void ContentHash::update(std::string_view bytes) {
  XXH3_128bits_update(state_->xxh3.get(), bytes.data(), bytes.size());
}

std::string ContentHash::hexadecimal() const {
  return importer::hexadecimal(XXH3_128bits_digest(state_->xxh3.get()));
}

std::string hash_text(std::string_view text) {
  return hexadecimal(XXH3_128bits(text.data(), text.size()));
}

std::string content_hash(const std::filesystem::path& file) {
  const base::InputFile input(file);
  std::uint64_t at = 0;
  return hash_of([&](std::string& block) {
    const std::size_t count = input.read_at(at, block);
    at += count;
    return count;
  });
}

std::string unpacked_hash(const std::filesystem::path& file) {
  base::InputStream input(file);
  return hash_of([&](std::string& block) { return input.read(block); });
}

} // namespace tela::importer
