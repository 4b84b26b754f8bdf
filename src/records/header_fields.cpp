#include "records/header_fields.h"

#include "base/ascii.h"

#include <algorithm>

namespace tela::records {

namespace {

constexpr std::string_view space = " \t\r\n\f\v";

std::string_view trimmed(std::string_view text) {
  const auto start = text.find_first_not_of(space);
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(space) - start + 1);
}

} // namespace

std::optional<std::size_t> head_length(std::string_view text) {
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string_view::npos;) {
    ++at;
    if (text.substr(at).starts_with('\n')) return at + 1;
    if (text.substr(at).starts_with("\r\n")) return at + 2;
  }
  return std::nullopt;
}

std::string_view take_line(std::string_view& lines) {
  const auto end = lines.find('\n');
  std::string_view line = lines.substr(0, end);
  lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool next_field(std::string_view& lines, std::string& name, std::string& value) {
  const std::string_view line = take_line(lines);
  if (trimmed(line).empty()) return false;
  const auto colon = line.find(':');
  name = base::ascii_lower(trimmed(line.substr(0, colon)));
  value = colon == std::string_view::npos ? "" : trimmed(line.substr(colon + 1));
  while (lines.starts_with(' ') || lines.starts_with('\t'))
    (value += ' ') += trimmed(take_line(lines));
  return true;
}

std::string media_type(std::string_view content_type) {
  return base::ascii_lower(trimmed(content_type.substr(0, content_type.find(';'))));
}

std::string charset_of(std::string_view content_type) {
  const std::string lower = base::ascii_lower(content_type);
  constexpr std::string_view key = "charset=";
  const auto at = lower.find(key);
  if (at == std::string::npos) return {};
  std::string_view value = std::string_view(lower).substr(at + key.size());
  value = value.substr(0, value.find(';'));
  std::string name(trimmed(value));
  std::erase_if(name, [](char c) { return c == '"' || c == '\''; });
  return name;
}

} // namespace tela::records
