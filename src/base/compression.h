#pragma once

#include <cstdint>
#include <string_view>

namespace tela::base {

/// How the bytes of a file are packed.
enum class Compression : std::uint8_t { none, gzip, zstd };

/// By the end of a file name: .gz or .zst, in lower case.
[[nodiscard]] Compression compression_by_name(std::string_view path) noexcept;
/// `path` without the .gz or .zst at its end.
[[nodiscard]] std::string_view without_compression_suffix(std::string_view path) noexcept;
/// By the first bytes of a file (4 are enough): those of gzip (RFC 1952) or zstd (RFC 8878).
[[nodiscard]] Compression compression_by_content(std::string_view head) noexcept;

} // namespace tela::base
