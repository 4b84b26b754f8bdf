#pragma once

#include <concepts>
#include <string>

namespace tela::parquet {

/// Appends the bytes of `number`, the lowest first.
template<std::unsigned_integral Number>
void append_little_endian(std::string& out, Number number) {
  for (std::size_t i = 0; i < sizeof number; ++i)
    out += static_cast<char>(number >> (8 * i) & 0xFFU);
}

} // namespace tela::parquet
