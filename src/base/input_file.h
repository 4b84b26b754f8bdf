#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

namespace tela::base {

/// A file read at any place, without mapping it: what was read can be forgotten again. Reading may
/// go on while the file has no name any more. Thread-safe. Move-only.
class InputFile {
 public:
  /// Throws Error(input) with the reason when `path` cannot be opened.
  explicit InputFile(std::filesystem::path path);
  ~InputFile();
  InputFile(InputFile&& other) noexcept;
  InputFile& operator=(InputFile&& other) noexcept;
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  /// In bytes, now.
  [[nodiscard]] std::uint64_t size() const;
  /// Fills `to` from byte `offset` on, as far as the file goes; returns how many bytes came.
  [[nodiscard]] std::size_t read_at(std::uint64_t offset, std::span<char> to) const;

 private:
  std::filesystem::path path_;
  int descriptor_ = -1;
};

} // namespace tela::base
