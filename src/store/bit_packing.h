#pragma once

#include "store/bytes.h"

#include <cstdint>
#include <string>

/// Numbers of a fixed width in bits, one behind the other, lowest bit first.
namespace tela::store {

[[nodiscard]] constexpr std::size_t packed_bytes(std::size_t count, unsigned width) noexcept {
  return (count * width + 7) / 8;
}

[[nodiscard]] constexpr std::uint64_t low_bits(unsigned width) noexcept {
  return width >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << width) - 1;
}

/// Appends number_of(0) … number_of(count - 1). REQUIRES: each fits `width` bits (0 to 64).
template<class NumberOf>
void append_packed(std::string& out, std::size_t count, unsigned width, NumberOf number_of) {
  const std::size_t end = out.size() + packed_bytes(count, width);
  out.resize(end + sizeof(std::uint64_t));
  char* to = out.data() + end - packed_bytes(count, width);
  std::uint64_t word = 0;
  unsigned used = 0; // bits of `word`, fewer than 64
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t number = number_of(i);
    word |= number << used;
    used += width;
    if (used < 64) continue;
    std::memcpy(to, &word, sizeof word);
    to += sizeof word;
    used -= 64;
    word = used == 0 ? 0 : number >> (width - used);
  }
  std::memcpy(to, &word, sizeof word);
  out.resize(end);
}

/// Number `i` of those packed at `from`. Reads up to slack_bytes behind the last of them.
[[nodiscard]] inline std::uint64_t packed_at(const char* from, unsigned width, std::size_t i) {
  const std::size_t bit = i * width;
  const unsigned shift = bit & 7U;
  std::uint64_t number = load<std::uint64_t>(from + bit / 8) >> shift;
  if (shift + width > 64)
    number |= std::uint64_t{static_cast<unsigned char>(from[bit / 8 + 8])} << (64 - shift);
  return number & low_bits(width);
}

/// Calls take(i, number i) for i in [begin, end). About two numbers a nanosecond.
template<class Take>
void unpack(const char* from, unsigned width, std::size_t begin, std::size_t end, Take take) {
  if (width > 57) {
    for (std::size_t i = begin; i < end; ++i) take(i, packed_at(from, width, i));
    return;
  }
  const std::uint64_t mask = low_bits(width);
  std::size_t bit = begin * width;
  for (std::size_t i = begin; i < end; ++i, bit += width)
    take(i, load<std::uint64_t>(from + bit / 8) >> (bit & 7U) & mask);
}

} // namespace tela::store
