#include "records/page_line.h"

#include "base/error.h"
#include "base/require.h"
#include "base/utf8.h"
#include "records/mapped_text.h"

#include <algorithm>
#include <array>

namespace tela::records {

namespace {

constexpr std::array<std::string_view, 9> marks{"-", "–", "—", "•", "·", "*", "▪", "◦", "‣"};

/// Bytes of the mark that `text` begins with, or 0.
std::size_t mark_length(std::string_view text) {
  for (const std::string_view mark : marks)
    if (text.starts_with(mark)) return mark.size();
  return 0;
}

bool is_separator(std::string_view text) {
  while (const std::size_t length = mark_length(text)) text.remove_prefix(length);
  return text.empty();
}

/// Columns before the first character that is not white space.
std::size_t indent_of(std::string_view raw) {
  constexpr std::size_t tab_width = 4;
  std::size_t columns = 0;
  for (std::size_t at = 0; at < raw.size();) {
    const char32_t c = base::next_code_point(raw, at);
    if (c == '\t')
      columns += tab_width;
    else if (c == ' ' || c == 0xA0)
      ++columns;
    else
      break;
  }
  return columns;
}

/// The text behind mark and space, or nothing when `text` is not a list item.
std::size_t item_start(std::string_view text) {
  const std::size_t mark = mark_length(text);
  return mark > 0 && text.substr(mark).starts_with(' ') ? mark + 1 : 0;
}

void check_length(std::string_view source, std::string_view page, std::size_t start,
                  std::size_t length) {
  if (length <= longest_line) return;
  throw base::Error(base::Failure::input, base::place_at(source, page, start),
                    "a line of " + std::to_string(length) + " bytes",
                    "give a saved page as text; its lines have at most " +
                        std::to_string(longest_line) + " bytes");
}

} // namespace

PageLine page_line(std::string_view raw, std::uint64_t start) {
  PageLine line;
  append_cleaned(line.text, raw, start);
  line.text = trimmed(std::move(line.text));
  line.end = start + raw.size();
  if (line.text.value.empty()) return line;
  line.indent = indent_of(raw);
  line.kind = is_separator(line.text.value) ? PageLine::Kind::separator : PageLine::Kind::text;
  if (const auto item = item_start(line.text.value);
      line.kind == PageLine::Kind::text && item > 0) {
    line.kind = PageLine::Kind::bullet;
    line.text = slice(line.text, item, line.text.value.size());
  }
  return line;
}

std::vector<PageLine> page_lines(std::string_view source, std::string_view page) {
  base::require_utf8(page);
  std::vector<PageLine> lines;
  for (std::size_t start = 0; start < page.size();) {
    const std::size_t end = std::min(page.find_first_of("\r\n", start), page.size());
    check_length(source, page, start, end - start);
    lines.push_back(page_line(page.substr(start, end - start), start));
    start = end + (page.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  return lines;
}

} // namespace tela::records
