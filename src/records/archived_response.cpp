#include "records/archived_response.h"

#include "base/ascii.h"
#include "base/decompressor.h"
#include "base/error.h"
#include "records/header_fields.h"

#include <charconv>
#include <optional>

namespace tela::records {

namespace {

[[noreturn]] void fail(const std::string& message) {
  throw base::Error(base::Failure::input, message, "capture the page again");
}

/// Of "HTTP/1.1 200 OK".
unsigned status_of(std::string_view line) {
  const auto space = line.find(' ');
  unsigned status = 0;
  if (!line.starts_with("HTTP/") || space == std::string_view::npos) fail("no answer of HTTP");
  const std::string_view digits = line.substr(space + 1, 3);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), status);
  if (error != std::errc() || end != digits.data() + digits.size() || status < 100)
    fail("no answer of HTTP");
  return status;
}

/// The length in front of a chunk, which may have an extension; nothing when the line is none.
std::optional<std::size_t> chunk_length(std::string_view line) {
  std::size_t length = 0;
  constexpr int hexadecimal = 16;
  const auto [end, error] =
      std::from_chars(line.data(), line.data() + line.size(), length, hexadecimal);
  const std::string_view rest(end, static_cast<std::size_t>(line.data() + line.size() - end));
  const bool ends = rest.find_first_not_of(" \t") == std::string_view::npos ||
                    rest[rest.find_first_not_of(" \t")] == ';';
  if (error != std::errc() || !ends) return std::nullopt;
  return length;
}

/// The chunks of `body` in one. Nothing when it does not begin with a chunk.
std::optional<std::string> joined_chunks(std::string_view body) {
  std::string joined;
  for (bool first = true;; first = false) {
    const auto length = chunk_length(take_line(body));
    if (!length && first) return std::nullopt;
    if (!length) fail("the chunks of the page are damaged");
    if (*length == 0) return joined;
    if (*length > body.size()) fail("the page ends within a chunk");
    joined += body.substr(0, *length);
    body.remove_prefix(*length);
    if (!take_line(body).empty()) fail("the chunks of the page are damaged");
  }
}

struct Head {
  ArchivedResponse response;
  bool is_chunked = false;
  std::string packing; ///< "gzip", "br"
};

Head parse_head(std::string_view lines) {
  Head head;
  head.response.status = status_of(take_line(lines));
  std::string name, value;
  while (next_field(lines, name, value)) {
    if (name == "content-type") head.response.content_type = value;
    if (name == "transfer-encoding")
      head.is_chunked = base::ascii_lower(value).find("chunked") != std::string::npos;
    if (name == "content-encoding") head.packing = base::ascii_lower(value);
  }
  return head;
}

/// Text is no such packing: then the crawler has unpacked it.
bool looks_like_text(std::string_view body) {
  constexpr std::size_t enough = 64;
  const std::string_view beginning = body.substr(0, enough);
  return beginning.find_first_of(std::string_view("\0\1\2\3\4\5\6\7", 8)) ==
             std::string_view::npos &&
         beginning.find('<') != std::string_view::npos;
}

std::string unpacked_body(std::string_view body, const std::string& packing, std::size_t largest) {
  const bool is_known = packing.empty() || packing == "identity" || packing == "gzip" ||
                        packing == "x-gzip" || packing == "zstd";
  if (!is_known && !looks_like_text(body))
    fail("packed as " + packing.substr(0, 40) + ", which is not read");
  if (packing.empty() || !is_known) return std::string(body);
  return base::unpacked("the page", body, {.bytes = largest});
}

} // namespace

ArchivedResponse parse_archived_response(std::string_view block, std::size_t largest) {
  const auto length = head_length(block);
  if (!length) fail("no answer of HTTP");
  auto [response, is_chunked, packing] = parse_head(block.substr(0, *length));
  std::string_view body = block.substr(*length);
  const auto joined = is_chunked ? joined_chunks(body) : std::nullopt;
  if (joined) body = *joined;
  response.body = unpacked_body(body, packing, largest);
  return std::move(response);
}

} // namespace tela::records
