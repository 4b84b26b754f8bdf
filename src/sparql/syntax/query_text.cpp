#include "sparql/syntax/query_text.h"

#include "base/error.h"
#include "base/utf8.h"
#include "rdf/name_characters.h"

#include <algorithm>
#include <optional>

namespace tela::sparql::syntax {

namespace {

/// The character that `digits` name in hexadecimal, or nothing when they name none.
std::optional<char32_t> scalar_value(std::string_view digits) {
  char32_t value = 0;
  for (const char c : digits) {
    const int digit = rdf::hex_value(c);
    if (digit < 0) return std::nullopt;
    value = value * 16 + static_cast<char32_t>(digit);
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (surrogate || value > 0x10FFFF) return std::nullopt;
  return value;
}

/// The line around byte `offset`, cut to what fits a screen, and a caret below that byte.
std::string excerpt(std::string_view text, std::size_t offset) {
  constexpr std::size_t widest = 100;
  constexpr std::size_t before = 60;
  offset = std::min(offset, text.size());
  const auto start = offset == 0 ? 0 : text.rfind('\n', offset - 1) + 1;
  const auto end = std::min(text.find('\n', offset), text.size());
  std::string_view line = text.substr(start, end - start);
  std::size_t at = offset - start;
  const auto is_continuation = [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80;
  };
  std::string out = "\n    ";
  if (line.size() > widest && at > before) {
    std::size_t cut = at - before;
    while (cut > 0 && is_continuation(line[cut])) --cut;
    line.remove_prefix(cut);
    at -= cut;
    out += "…";
  }
  const std::size_t indent = base::code_point_count(out) - 1;
  if (line.size() > widest) {
    std::size_t cut = std::max(widest, at);
    while (cut > 0 && cut < line.size() && is_continuation(line[cut])) --cut;
    line = line.substr(0, cut);
  }
  const auto place_of_caret = indent + base::code_point_count(line.substr(0, at));
  for (const char c : line) out += c == '\t' || c == '\r' ? ' ' : c;
  return out + '\n' + std::string(place_of_caret, ' ') + '^';
}

} // namespace

QueryText::QueryText(std::string_view source, std::string_view text) : source_(source) {
  if (text.size() > max_bytes)
    throw base::Error(base::Failure::input, {source_, 0, 0}, "the query is longer than 64 MiB",
                      "load long lists of values as data instead of writing them into the query");
  if (const auto bad = base::first_invalid_utf8(text))
    throw base::Error(base::Failure::input, base::place_at(source, text.substr(0, *bad), *bad),
                      "the query is not UTF-8", "save it as UTF-8");
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  original_ = text;
  if (text.find("\\u") == std::string_view::npos && text.find("\\U") == std::string_view::npos)
    text_ = original_;
  else
    replace_escapes();
}

void QueryText::replace_escapes() {
  text_.reserve(original_.size());
  for (std::size_t at = 0; at < original_.size();) {
    const char c = original_[at];
    const char next = at + 1 < original_.size() ? original_[at + 1] : '\0';
    if (c != '\\' || (next != 'u' && next != 'U')) {
      // An escaped backslash is taken whole, so that the 'u' behind it is a plain letter.
      const std::size_t length = c == '\\' && next == '\\' ? 2 : 1;
      text_.append(original_, at, length);
      at += length;
      continue;
    }
    const std::size_t digits = next == 'u' ? 4 : 8;
    const auto hex = std::string_view(original_).substr(at + 2, digits);
    const auto character = hex.size() == digits ? scalar_value(hex) : std::nullopt;
    if (!character) { // it may stand in a comment: the lexer refuses it elsewhere
      text_.append(original_, at, 2);
      at += 2;
      continue;
    }
    base::append_utf8(text_, *character);
    at += 2 + digits;
    shifts_.emplace_back(text_.size(), at - text_.size());
  }
}

std::size_t QueryText::original_offset(std::size_t offset) const {
  const auto next =
      std::upper_bound(shifts_.begin(), shifts_.end(), offset,
                       [](std::size_t wanted, const auto& shift) { return wanted < shift.first; });
  return next == shifts_.begin() ? offset : offset + std::prev(next)->second;
}

void QueryText::fail(std::size_t offset, const std::string& message,
                     const std::string& advice) const {
  fail_at_original(original_offset(offset), message, advice);
}

void QueryText::fail_at_original(std::size_t offset, const std::string& message,
                                 const std::string& advice) const {
  const std::string shown = excerpt(original_, offset);
  const bool bare = advice.empty();
  throw base::Error(base::Failure::input, base::place_at(source_, original_, offset),
                    bare ? message + shown : message, bare ? advice : advice + shown);
}

} // namespace tela::sparql::syntax
