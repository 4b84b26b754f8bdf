#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tela::records {

/// A page as UTF-8.
struct DecodedPage {
  std::string text;
  std::size_t replaced = 0; ///< bytes that were no characters, now U+FFFD
};

/// `bytes` as UTF-8, from the encoding that browsers take: that of a byte order mark, else
/// `declared` by the server, else that which the page itself declares in its first kilobyte, else
/// UTF-8 where the bytes are that, else Windows-1252. Throws Error(input), without a place, at
/// bytes that are no characters of another encoding than UTF-8. Cost: linear.
[[nodiscard]] DecodedPage decode_page(std::string_view bytes, std::string_view declared);

} // namespace tela::records
