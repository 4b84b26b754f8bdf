#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace tela::importer {

/// XXH3-128 of bytes that come piece by piece.
class ContentHash {
 public:
  ContentHash();
  ~ContentHash();
  ContentHash(ContentHash&&) noexcept;
  ContentHash& operator=(ContentHash&&) noexcept;
  ContentHash(const ContentHash&) = delete;
  ContentHash& operator=(const ContentHash&) = delete;

  void update(std::string_view bytes);
  /// Of all that came so far, 32 digits.
  [[nodiscard]] std::string hexadecimal() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// XXH3-128 of `text`, 32 hexadecimal digits: to notice change, not to prove anything.
[[nodiscard]] std::string hash_text(std::string_view text);

/// XXH3-128 of a file's bytes, 32 hexadecimal digits. Cost: one sequential read. Throws
/// Error(input) when the file cannot be read.
[[nodiscard]] std::string content_hash(const std::filesystem::path& file);

/// The same of what a packed file unpacks to. Cost: that of unpacking. Throws Error(input) as well
/// when it cannot be unpacked.
[[nodiscard]] std::string unpacked_hash(const std::filesystem::path& file);

} // namespace tela::importer
