#include "records/mapped_text.h"

#include "base/require.h"
#include "base/utf8.h"
#include "records/character_reference.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace tela::records {

namespace {

bool is_white_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

/// Characters that show nothing and part nothing.
bool is_invisible(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x34F || c == 0x61C ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFB) || c == 0xFFFE || c == 0xFFFF;
}

bool at_line_start(const MappedText& text) {
  return text.value.empty() || text.value.back() == '\n';
}

/// One character as it came out of the source's [start, end).
void append_character(MappedText& text, char32_t c, std::uint64_t start, std::uint64_t end) {
  if (is_white_space(c)) {
    if (!at_line_start(text) && text.value.back() != ' ') append_replacement(text, " ", start, end);
  } else if (!is_invisible(c)) {
    std::string bytes;
    base::append_utf8(bytes, c);
    append_replacement(text, bytes, start, end);
  }
}

bool is_plain(unsigned char c) {
  return c > 0x20 && c < 0x7F && c != '&';
}

/// The end of words with single spaces between them, which stay as they are.
std::size_t plain_end(std::string_view raw, std::size_t at) {
  const auto plain = [raw](std::size_t i) {
    return i < raw.size() && is_plain(static_cast<unsigned char>(raw[i]));
  };
  while (plain(at))
    if (++at < raw.size() && raw[at] == ' ' && plain(at + 1)) ++at;
  return at;
}

} // namespace

void append_verbatim(MappedText& text, std::string_view bytes, std::uint64_t start) {
  text.value += bytes;
  const std::size_t known = text.offsets.size();
  text.offsets.resize(known + bytes.size());
  std::iota(text.offsets.begin() + static_cast<std::ptrdiff_t>(known), text.offsets.end(), start);
  if (!bytes.empty()) text.end = start + bytes.size();
}

void append_replacement(MappedText& text, std::string_view bytes, std::uint64_t start,
                        std::uint64_t end) {
  base::require(start < end, "start < end");
  text.value += bytes;
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i)
    text.offsets.push_back(std::min(start + i, end - 1));
  // The last byte stands for the last byte of the source, so that spans cover it all.
  if (!bytes.empty()) text.offsets.push_back(bytes.size() == 1 ? start : end - 1);
  text.end = end;
}

void append_cleaned(MappedText& text, std::string_view raw, std::uint64_t start) {
  base::require_utf8(raw);
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t from = at;
    if (at = plain_end(raw, at); at > from) {
      append_verbatim(text, raw.substr(from, at - from), start + from);
    } else if (const auto reference = character_reference(raw.substr(at))) {
      at += reference->length;
      append_character(text, reference->character, start + from, start + at);
    } else {
      const char32_t c = base::next_code_point(raw, at);
      append_character(text, c, start + from, start + at);
    }
  }
}

std::string visible_text(std::string_view raw) {
  MappedText text;
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t from = at;
    const char32_t c = base::next_code_point(raw, at);
    if (c == '\n')
      append_replacement(text, "\n", from, at);
    else
      append_character(text, c, from, at);
  }
  return trimmed(std::move(text)).value;
}

void append_mapped(MappedText& text, const MappedText& more) {
  if (more.value.empty()) return;
  text.value += more.value;
  text.offsets.insert(text.offsets.end(), more.offsets.begin(), more.offsets.end());
  text.end = more.end;
}

void append_behind(MappedText& text, std::string_view mark, const MappedText& more) {
  base::require(text.offsets.empty() || more.offsets.empty() ||
                    text.offsets.back() <= more.offsets.front(),
                "`more` stands behind `text` in the source");
  if (!text.value.empty() && !more.value.empty()) {
    if (more.offsets.empty()) {
      text.value += mark;
    } else {
      const std::uint64_t next = more.offsets.front();
      const std::uint64_t start = std::max(text.offsets.back(), std::min(text.end, next - 1));
      append_replacement(text, mark, start, std::max(next, start + 1));
    }
  }
  append_mapped(text, more);
}

bool breaks_word(std::string_view line, std::string_view next) {
  if (line.size() < 2 || !line.ends_with('-') || next.empty()) return false;
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
  };
  return is_letter(line[line.size() - 2]) && is_letter(next.front());
}

void append_wrapped(MappedText& text, const MappedText& next) {
  if (!breaks_word(text.value, next.value)) return append_behind(text, " ", next);
  const char first = next.value.front();
  const bool new_name = first >= 'A' && first <= 'Z';
  if (!new_name) text = slice(text, 0, text.value.size() - 1);
  append_mapped(text, next);
}

MappedText slice(const MappedText& text, std::size_t start, std::size_t end) {
  base::require(start <= end && end <= text.value.size(), "start <= end <= text.value.size()");
  MappedText part;
  if (start == end) return part;
  part.value = text.value.substr(start, end - start);
  if (text.offsets.empty()) return part;
  const auto begin = text.offsets.begin();
  part.offsets.assign(begin + static_cast<std::ptrdiff_t>(start),
                      begin + static_cast<std::ptrdiff_t>(end));
  part.end = text.span(start, end).end;
  return part;
}

MappedText trimmed(MappedText text) {
  constexpr std::string_view blank = " \n";
  const auto first = text.value.find_first_not_of(blank);
  if (first == std::string::npos) return {};
  const auto last = text.value.find_last_not_of(blank);
  if (first == 0 && last + 1 == text.value.size()) return text;
  return slice(text, first, last + 1);
}

Text to_text(const MappedText& text) {
  return to_text(text, 0, text.value.size());
}

Text to_text(const MappedText& text, std::size_t start, std::size_t end) {
  if (start == end) return {};
  return {text.value.substr(start, end - start), text.span(start, end)};
}

} // namespace tela::records
