#include "export/label_lines.h"

#include "base/require.h"
#include "base/utf8.h"

#include <algorithm>
#include <tuple>

namespace tela::export_ {

namespace {

constexpr std::size_t line_length = 22; // code points
constexpr std::size_t most_lines = 3;
constexpr double line_height = 1.15 * label_size;

// The first `count` code points.
std::string_view first(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < count && at < text.size(); ++i)
    std::ignore = base::next_code_point(text, at);
  return text.substr(0, at);
}

// Up to the last space that fits, or through a word that is longer than a line.
std::string_view take_line(std::string_view& rest, std::size_t letters) {
  std::string_view line = first(rest, letters);
  if (line.size() < rest.size() && rest[line.size()] != ' ')
    if (const auto space = line.rfind(' '); space != std::string_view::npos && space > 0)
      line = line.substr(0, space);
  rest.remove_prefix(line.size());
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  return line;
}

} // namespace

std::string label_lines(std::string_view label) {
  base::require_utf8(label);
  std::string lines;
  for (std::size_t count = 0; !label.empty(); ++count) {
    if (count == most_lines) return lines += "…";
    if (count > 0) lines += '\n';
    lines += take_line(label, line_length);
  }
  return lines;
}

std::string wrapped(std::string_view text, std::size_t letters) {
  std::string lines;
  while (!text.empty()) {
    if (!lines.empty()) lines += '\n';
    lines += take_line(text, std::max<std::size_t>(letters, 1));
  }
  return lines;
}

std::string sentence(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

LabelSize size_of_lines(std::string_view lines) {
  LabelSize size;
  while (!lines.empty()) {
    const auto end = std::min(lines.find('\n'), lines.size());
    const auto letters = static_cast<double>(base::code_point_count(lines.substr(0, end)));
    size.width = std::max(size.width, letter_width * label_size * letters);
    size.height += line_height;
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return size;
}

} // namespace tela::export_
