#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace tela::base {

/// Appends two lower-case hexadecimal digits a byte: how digests are written.
inline void append_hex(std::string& out, std::span<const std::uint8_t> bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  for (const std::uint8_t byte : bytes) {
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
  }
}

} // namespace tela::base
