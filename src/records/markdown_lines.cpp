#include "records/markdown_lines.h"

#include "records/mapped_text.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace tela::records {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t longest_front_matter = 100; ///< lines

bool is_fence(const PageLine& line) {
  return line.kind == PageLine::Kind::separator && line.text.value == "---";
}

/// The value of `line` when it is "key: value", without quotes.
MappedText value_of(const PageLine& line, std::string_view key) {
  const std::string_view text = line.text.value;
  if (line.indent > 0 || !text.starts_with(key) || !text.substr(key.size()).starts_with(':'))
    return {};
  MappedText value = trimmed(slice(line.text, key.size() + 1, text.size()));
  for (const char quote : {'"', '\''})
    if (value.value.size() > 1 && value.value.front() == quote && value.value.back() == quote)
      return slice(value, 1, value.value.size() - 1);
  return value;
}

PageLine line_of(MappedText text, bool is_heading) {
  PageLine line;
  line.kind = PageLine::Kind::text;
  line.end = text.end;
  line.is_heading = is_heading;
  line.text = std::move(text);
  return line;
}

/// Level of the heading that the line is; 0: none.
std::size_t heading_level(std::string_view text) {
  const std::size_t level = std::min(text.find_first_not_of('#'), text.size());
  constexpr std::size_t deepest = 6;
  return level <= deepest && text.substr(level).starts_with(' ') ? level : 0;
}

/// Appends the text of "[text](address)" at `at`; the place behind it, or `at` when none is there.
std::size_t append_link(const MappedText& line, std::size_t at, MappedText& out) {
  const std::string_view text = line.value;
  const bool picture = text.substr(at).starts_with("![");
  const std::size_t open = at + (picture ? 1 : 0);
  const std::size_t close = text[open] == '[' ? text.find("](", open) : npos;
  const std::size_t end = close == npos ? npos : text.find(')', close);
  if (end == npos) return at;
  if (!picture) append_mapped(out, slice(line, open + 1, close));
  return end + 1;
}

MappedText without_inline_marks(const MappedText& line) {
  const std::string_view text = line.value;
  MappedText out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("**") || rest.starts_with("__")) {
      at += 2;
    } else if (rest.starts_with('[') || rest.starts_with("![")) {
      const std::size_t behind = append_link(line, at, out);
      if (behind == at) append_mapped(out, slice(line, at, at + 1));
      at = std::max(behind, at + 1);
    } else {
      const std::size_t next = std::min(text.find_first_of("*_[!", at + 1), text.size());
      append_mapped(out, slice(line, at, next));
      at = next;
    }
  }
  return trimmed(std::move(out));
}

} // namespace

std::vector<PageLine> without_front_matter(std::vector<PageLine> lines) {
  if (lines.empty() || !is_fence(lines.front())) return lines;
  const auto limit =
      lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), longest_front_matter));
  const auto close = std::find_if(lines.begin() + 1, limit, is_fence);
  if (close == limit) return lines;
  std::vector<PageLine> kept;
  bool has_keys = false;
  for (auto line = lines.begin() + 1; line != close; ++line) {
    has_keys |= line->has_text() && line->text.value.find(": ") != npos;
    if (auto title = value_of(*line, "title"); !title.value.empty())
      kept.push_back(line_of(std::move(title), true));
    else if (auto date = value_of(*line, "date"); !date.value.empty())
      kept.push_back(line_of(std::move(date), false));
  }
  if (!has_keys) return lines;
  kept.insert(kept.end(), std::make_move_iterator(close + 1), std::make_move_iterator(lines.end()));
  return kept;
}

std::vector<PageLine> without_marks(std::vector<PageLine> lines) {
  bool has_title =
      std::any_of(lines.begin(), lines.end(), [](const PageLine& line) { return line.is_heading; });
  for (PageLine& line : lines) {
    if (!line.has_text()) continue;
    const std::size_t level = heading_level(line.text.value);
    if (level > 0) line.text = trimmed(slice(line.text, level, line.text.value.size()));
    line.is_heading |= level > 0 && !std::exchange(has_title, has_title || level > 0);
    line.opens_paragraph |= level > 0;
    line.text = without_inline_marks(line.text);
    if (line.text.value.empty()) line.kind = PageLine::Kind::blank;
  }
  return lines;
}

} // namespace tela::records
