#include "base/utf8.h"

#include "base/require.h"

#include <cstring>

namespace tela::base {

namespace {

struct SequenceRule {
  unsigned length;         // bytes in the sequence; 0 for a byte that cannot start one
  unsigned char low, high; // what the second byte may be
};

SequenceRule rule_for(unsigned char lead) {
  if (lead < 0x80) return {1, 0, 0};
  if (lead < 0xC2) return {0, 0, 0};
  if (lead < 0xE0) return {2, 0x80, 0xBF};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead < 0xF0) return {3, 0x80, 0xBF};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead < 0xF4) return {4, 0x80, 0xBF};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

// Length of the sequence at `at`, or 0 when it is malformed.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const SequenceRule rule = rule_for(byte(at));
  if (rule.length <= 1) return rule.length;
  if (text.size() - at < rule.length) return 0;
  if (byte(at + 1) < rule.low || byte(at + 1) > rule.high) return 0;
  for (std::size_t i = 2; i < rule.length; ++i)
    if ((byte(at + i) & 0xC0) != 0x80) return 0;
  return rule.length;
}

} // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::uint64_t word = 0;
    if (text.size() - at >= sizeof word) {
      std::memcpy(&word, text.data() + at, sizeof word);
      if ((word & 0x8080808080808080U) == 0) {
        at += sizeof word;
        continue;
      }
    }
    const std::size_t length = sequence_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

std::size_t code_point_count(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  require(at < text.size(), "at < text.size()");
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return lead;
  const int more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  char32_t code_point = lead & (0x3F >> more);
  for (int i = 0; i < more && at < text.size(); ++i)
    code_point = (code_point << 6) | (static_cast<unsigned char>(text[at++]) & 0x3F);
  return code_point;
}

void append_utf8(std::string& text, char32_t code_point) {
  require(code_point < 0xD800 || (code_point > 0xDFFF && code_point <= 0x10FFFF),
          "a Unicode scalar value");
  const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
  if (code_point < 0x80) {
    put(code_point);
    return;
  }
  const int more = code_point < 0x800 ? 1 : code_point < 0x10000 ? 2 : 3;
  put((0xFF00U >> (more + 1) & 0xFFU) | code_point >> (6 * more));
  for (int i = more - 1; i >= 0; --i) put(0x80 | (code_point >> (6 * i) & 0x3F));
}

std::string escape_invalid_utf8(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text;
  while (const auto bad = first_invalid_utf8(bytes)) {
    const auto byte = static_cast<unsigned char>(bytes[*bad]);
    text += bytes.substr(0, *bad);
    text += {'%', digits[byte >> 4U], digits[byte & 0xFU]};
    bytes.remove_prefix(*bad + 1);
  }
  return text += bytes;
}

} // namespace tela::base
