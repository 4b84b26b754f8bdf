#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tela::records {

/// What a server answered, as a web archive keeps it.
struct ArchivedResponse {
  unsigned status = 0;      ///< 200, 404, …
  std::string content_type; ///< "text/html; charset=UTF-8"; empty when it does not say
  std::string body;         ///< without chunks and packing
};

/// The answer of HTTP that `block` holds. Chunks are joined and gzip is unpacked where the body is
/// so, whatever the head says, for many crawlers keep the head and not the packing. Throws
/// Error(input), without a place, when it is no answer, its body is cut or damaged, unpacks to more
/// than `largest` bytes, or is packed in a way that is not read (Brotli, deflate).
[[nodiscard]] ArchivedResponse parse_archived_response(std::string_view block, std::size_t largest);

} // namespace tela::records
