#include "records/page_charset.h"

#include "base/ascii.h"
#include "base/error.h"
#include "base/text_decoder.h"
#include "base/utf8.h"
#include "records/header_fields.h"

#include <algorithm>
#include <array>
#include <optional>

namespace tela::records {

namespace {

/// Labels that every browser reads as Windows-1252 (WHATWG Encoding Standard, 4.2), which has
/// characters where ISO 8859-1 has none.
constexpr std::array<std::string_view, 7> labels_of_windows_1252{
    "ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin1", "l1", "cp1252"};

std::string by_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return "utf-8";
  if (bytes.starts_with("\xFF\xFE")) return "utf-16le";
  if (bytes.starts_with("\xFE\xFF")) return "utf-16be";
  return {};
}

/// What <meta charset> or the XML declaration says.
std::string by_page(std::string_view bytes) {
  constexpr std::size_t searched = 1024;
  const std::string beginning = base::ascii_lower(bytes.substr(0, searched));
  for (const std::string_view key : {"charset=", "encoding="}) {
    const auto at = beginning.find(key);
    if (at == std::string::npos) continue;
    std::string_view value = std::string_view(beginning).substr(at + key.size());
    if (value.starts_with('"') || value.starts_with('\'')) value.remove_prefix(1);
    return std::string(value.substr(0, value.find_first_of("\"' \t\r\n;/>?")));
  }
  return {};
}

/// A decoder, or nothing when nobody knows the name.
std::optional<base::TextDecoder> decoder_of(const std::string& name) {
  try {
    return base::TextDecoder(name);
  } catch (const base::Error&) {
    return std::nullopt;
  }
}

/// The encoding's name in lower case; empty when it is not told, or nobody knows it.
std::string told_encoding(std::string_view bytes, std::string_view declared) {
  if (std::string mark = by_mark(bytes); !mark.empty()) return mark;
  for (std::string name : {std::string(declared), by_page(bytes)}) {
    if (std::ranges::find(labels_of_windows_1252, name) != labels_of_windows_1252.end())
      name = "windows-1252";
    if (name == "utf8") name = "utf-8";
    if (!name.empty() && decoder_of(name)) return name;
  }
  return {};
}

DecodedPage as_utf8(std::string_view bytes) {
  DecodedPage page;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  while (const auto bad = base::first_invalid_utf8(bytes)) {
    page.text += bytes.substr(0, *bad);
    page.text += "\uFFFD";
    ++page.replaced;
    bytes.remove_prefix(*bad + 1);
  }
  page.text += bytes;
  return page;
}

} // namespace

DecodedPage decode_page(std::string_view bytes, std::string_view declared) {
  std::string encoding = told_encoding(bytes, declared);
  if (encoding == "utf-8" || (encoding.empty() && !base::first_invalid_utf8(bytes)))
    return as_utf8(bytes);
  if (encoding.empty()) encoding = "windows-1252";
  DecodedPage page;
  base::TextDecoder decoder(encoding);
  decoder.append(page.text, bytes);
  decoder.finish(page.text);
  return page;
}

} // namespace tela::records
