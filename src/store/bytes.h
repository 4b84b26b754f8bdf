#pragma once

#include "store/damaged.h"

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

/// Plain bytes in and out of the store's file: little-endian, unaligned.
namespace tela::store {

static_assert(std::endian::native == std::endian::little, "the file format is little-endian");

/// Bytes that every decoder may read behind the end of what it decodes, without using them.
inline constexpr std::size_t slack_bytes = 16;

[[noreturn]] inline void fail_damaged(const char* part) {
  throw Damaged(base::Failure::input, std::string("the store is damaged: ") + part,
                "build it again");
}

template<class T>
[[nodiscard]] T load(const char* from) noexcept {
  static_assert(std::is_trivially_copyable_v<T>);
  T value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

template<class T>
void append_raw(std::string& out, const T& value) {
  static_assert(std::is_trivially_copyable_v<T>);
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

/// LEB128: seven bits a byte, lowest first.
inline void append_varint(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7U) out += static_cast<char>(value | 0x80);
  out += static_cast<char>(value);
}

/// Takes a varint from the front of `bytes`; throws Error(input) when it does not end in time.
[[nodiscard]] inline std::uint64_t take_varint(std::string_view& bytes) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    value |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return value;
  }
  fail_damaged("a number has no end");
}

/// Takes `length` bytes from the front of `bytes`; throws Error(input) when there are fewer.
[[nodiscard]] inline std::string_view take_bytes(std::string_view& bytes, std::uint64_t length) {
  if (length > bytes.size()) fail_damaged("a part is cut short");
  const std::string_view taken = bytes.substr(0, length);
  bytes.remove_prefix(length);
  return taken;
}

/// Takes a fixed-size value from the front of `bytes`; throws as take_bytes() does.
template<class T>
[[nodiscard]] T take(std::string_view& bytes) {
  return load<T>(take_bytes(bytes, sizeof(T)).data());
}

} // namespace tela::store
