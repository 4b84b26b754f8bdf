#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Heads as HTTP and WARC have them: lines "Name: value", ended by an empty one.
namespace tela::records {

/// Bytes of the head that `text` begins with, with the empty line that ends it; nothing when `text`
/// does not reach so far. Lines end with CR LF or, as some programs write them, LF.
[[nodiscard]] std::optional<std::size_t> head_length(std::string_view text);

/// Takes one field off the front of `lines`; false at the empty line or the end. The name comes in
/// lower case, the value without space around it, and lines that go on (they begin with space) in
/// one. A line without a colon has a name and no value.
[[nodiscard]] bool next_field(std::string_view& lines, std::string& name, std::string& value);

/// Takes the first line off the front of `lines`, without its end.
[[nodiscard]] std::string_view take_line(std::string_view& lines);

/// "text/html" of "Text/HTML; charset=UTF-8".
[[nodiscard]] std::string media_type(std::string_view content_type);
/// "utf-8" of "text/html; charset=UTF-8"; empty when none is given.
[[nodiscard]] std::string charset_of(std::string_view content_type);

} // namespace tela::records
