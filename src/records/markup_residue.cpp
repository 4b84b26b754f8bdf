#include "records/markup_residue.h"

#include "records/mapped_text.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace tela::records {

namespace {

constexpr std::size_t npos = std::string_view::npos;
/// No tag or tail of one is longer; bounds the looking back.
constexpr std::size_t longest_residue = 600;

bool is_space(char c) {
  return c == ' ' || c == '\n';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_name_byte(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == ':';
}

/// The end of the tag that begins at `at` ('<'), or npos when it is no tag.
std::size_t tag_end(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at, longest_residue);
  const bool opens = rest.size() > 2 && (is_letter(rest[1]) || rest[1] == '!' ||
                                         (rest[1] == '/' && is_letter(rest[2])));
  if (!opens) return npos;
  const auto end = rest.find_first_of("<>", 1);
  return end == npos || rest[end] == '<' ? npos : at + end + 1;
}

/// Reads a tail of attributes backwards from its closing quote.
class TailReader {
 public:
  TailReader(std::string_view text, std::size_t floor) : text_(text), floor_(floor) {}

  /// Where the tail begins whose last quote stands at `quote`, or npos when there is no tail.
  std::size_t start(std::size_t quote) {
    std::size_t begin = npos;
    while (true) {
      const std::size_t open = opening_quote(quote);
      if (open == npos) return begin == npos ? style_start(quote) : begin;
      const std::size_t name = attribute_start(open);
      const bool cut = name == open; // only the first attribute can have lost its name
      const bool plain = text_.substr(open, quote - open).find_first_of(" \n") == npos;
      if (cut) return plain ? open : begin;
      begin = name;
      const std::size_t before = skip_space_back(begin);
      if (before == floor_ || text_[before - 1] != '"') return begin;
      quote = before - 1;
    }
  }

 private:
  [[nodiscard]] std::size_t opening_quote(std::size_t quote) const {
    if (quote == floor_) return npos;
    const auto open = text_.find_last_of("\">", quote - 1);
    return open == npos || open < floor_ || text_[open] == '>' ? npos : open;
  }

  /// The name before `="`, or the quote itself when the name was cut off.
  [[nodiscard]] std::size_t attribute_start(std::size_t open) const {
    std::size_t at = skip_space_back(open);
    if (at == floor_ || text_[at - 1] != '=') return open;
    at = skip_space_back(at - 1);
    while (at > floor_ && is_name_byte(text_[at - 1])) --at;
    return at;
  }

  /// The line on which a style list begins: `PADDING-BOTTOM: 3px; PADDING-TOP: 3px">`.
  [[nodiscard]] std::size_t style_start(std::size_t quote) const {
    std::size_t begin = npos;
    for (std::size_t end = quote; end > floor_;) {
      const auto newline = text_.substr(0, end).find_last_of('\n');
      const std::size_t start = newline == npos || newline < floor_ ? floor_ : newline + 1;
      if (!is_style(text_.substr(start, end - start))) break;
      begin = start;
      end = start > floor_ ? start - 1 : floor_;
    }
    return begin;
  }

  /// "Name: value; Name: value" with values of a style sheet.
  [[nodiscard]] static bool is_style(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == npos || colon == 0) return false;
    const std::string_view name = line.substr(0, colon);
    const bool style_name = std::all_of(name.begin(), name.end(), is_name_byte);
    return style_name && (line.find("px") != npos || line.find("rgb(") != npos);
  }

  [[nodiscard]] std::size_t skip_space_back(std::size_t at) const {
    while (at > floor_ && is_space(text_[at - 1])) --at;
    return at;
  }

  std::string_view text_;
  std::size_t floor_;
};

} // namespace

MappedText without_residue(const MappedText& text) {
  const std::string_view value = text.value;
  MappedText clean;
  std::size_t kept = 0; // everything before is in `clean` or dropped
  const auto drop = [&](std::size_t start, std::size_t end) {
    append_mapped(clean, slice(text, kept, start));
    kept = end;
  };
  for (std::size_t at = value.find_first_of("<>"); at != npos;
       at = value.find_first_of("<>", at + 1)) {
    if (value[at] == '<') {
      if (const std::size_t end = tag_end(value, at); end != npos) {
        drop(at, end);
        at = end - 1;
      }
    } else if (at > kept && value[at - 1] == '"') {
      const std::size_t floor = std::max(kept, at > longest_residue ? at - longest_residue : 0);
      const std::size_t start = TailReader(value, floor).start(at - 1);
      if (start != npos) drop(start, at + 1);
    }
  }
  append_mapped(clean, slice(text, kept, value.size()));
  return clean;
}

} // namespace tela::records
