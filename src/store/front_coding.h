#pragma once

#include "store/bytes.h"

#include <algorithm>
#include <string>
#include <string_view>

/// Strings as what they share with the one before and what follows: varint, varint, bytes.
namespace tela::store {

[[nodiscard]] inline std::size_t shared_prefix(std::string_view a, std::string_view b) noexcept {
  const std::size_t most = std::min(a.size(), b.size());
  std::size_t i = 0;
  for (; i + 8 <= most; i += 8) {
    const auto difference = load<std::uint64_t>(a.data() + i) ^ load<std::uint64_t>(b.data() + i);
    if (difference != 0) return i + static_cast<std::size_t>(std::countr_zero(difference)) / 8;
  }
  while (i < most && a[i] == b[i]) ++i;
  return i;
}

inline void append_front_coded(std::string& out, std::string_view before, std::string_view text) {
  const std::size_t shared = shared_prefix(before, text);
  append_varint(out, shared);
  append_varint(out, text.size() - shared);
  out += text.substr(shared);
}

/// Takes the next string from the front of `strings` into `text`, which holds the one before it.
/// Throws base::Error(input) when the bytes are damaged.
inline void take_front_coded(std::string_view& strings, std::string& text) {
  const std::uint64_t shared = take_varint(strings);
  if (shared > text.size()) fail_damaged("a string of the dictionary");
  const std::string_view rest = take_bytes(strings, take_varint(strings));
  text.replace(shared, std::string::npos, rest);
}

} // namespace tela::store
