#include "records/page_title.h"

#include "base/utf8.h"
#include "records/cut_title.h"
#include "records/field_label.h"
#include "records/label_key.h"
#include "records/mapped_text.h"
#include "records/page_words.h"
#include "records/site_menu.h"
#include "records/written_date.h"

#include <algorithm>
#include <string_view>

namespace tela::records {

namespace {

bool starts_lower(std::string_view text) {
  const std::string key = label_key(text.substr(0, text.find(' ')));
  for (const std::string_view quote : {"\"", "“", "«", "‘", "'"})
    if (text.starts_with(quote)) text.remove_prefix(quote.size());
  std::size_t at = 0;
  const char32_t c = base::next_code_point(text, at);
  const bool upper_ascii = c >= 'A' && c <= 'Z';
  const bool upper_accented = c >= 0xC0 && c <= 0xDE;
  const bool letter = !key.empty() && key.front() >= 'a' && key.front() <= 'z';
  return letter && !upper_ascii && !upper_accented && c != U'Œ' && c > '9';
}

/// `line` cannot be a title's last: "… sur la", "… Conference on".
bool ends_open(std::string_view line) {
  const std::string key = label_key(line);
  const auto space = key.find_last_of(' ');
  const std::string_view last =
      std::string_view(key).substr(space == std::string::npos ? 0 : space + 1);
  return PageWords::built_in().has("open-end", last);
}

bool continues(const PageLine& line, const PageLine& next) {
  if (line.kind != PageLine::Kind::text || next.kind != PageLine::Kind::text) return false;
  constexpr std::size_t shortest_wrapped = 40;
  constexpr std::size_t longest_wrapped = 120;
  if (line.text.value == next.text.value) return false; // old pages have the title twice
  if (breaks_word(line.text.value, next.text.value)) return true;
  const std::size_t size = line.text.value.size();
  if (size < shortest_wrapped || size > longest_wrapped || next.text.value.size() > longest_wrapped)
    return false;
  const char last = line.text.value.back();
  if (last == '.' || last == '!' || last == '?') return false;
  return starts_lower(next.text.value) || ends_open(line.text.value);
}

/// lines[first, last] as one text.
MappedText join_lines(std::span<const PageLine> lines, std::size_t first, std::size_t last) {
  MappedText text = lines[first].text;
  for (std::size_t i = first + 1; i <= last; ++i) append_wrapped(text, lines[i].text);
  return text;
}

bool reads_like_paragraph(std::string_view line) {
  constexpr std::size_t longest_title = 260;
  constexpr std::size_t longest_sentence = 140; // titles do not end with a full stop
  return line.size() > (line.ends_with('.') ? longest_sentence : longest_title);
}

/// "Press release No 12", "NOTA A LA PRENSA N. 600": a number, and the sign for one before it.
bool is_numbered_release(std::string_view key) {
  const auto last = key.rfind(' ');
  if (last == std::string_view::npos || key[last + 1] < '0' || key[last + 1] > '9') return false;
  const auto before = key.substr(0, last);
  const auto sign =
      before.substr(before.rfind(' ') == std::string_view::npos ? 0 : before.rfind(' ') + 1);
  return PageWords::built_in().has("number-sign", sign);
}

/// "25.7 C": no word at all.
bool has_no_word(std::string_view key) {
  constexpr std::size_t shortest_word = 3;
  bool word = false;
  for_each_word(key, [&](std::string_view part) {
    word |= part.size() >= shortest_word && (part.front() < '0' || part.front() > '9');
  });
  return !word;
}

/// Two labelled lines in a row are a block of facts, not a title.
bool opens_facts(std::span<const PageLine> lines, std::size_t at) {
  return looks_like_label(lines[at].text.value) && at + 1 < lines.size() &&
         lines[at + 1].has_text() && looks_like_label(lines[at + 1].text.value);
}

/// "Home | News | Contact", "Home > News > 2023": a trail of the site in one line.
bool is_trail(std::string_view line) {
  constexpr std::size_t most_words = 4, fewest_parts = 3;
  for (const std::string_view mark : {" | ", " > ", " › ", " » ", " / "}) {
    std::size_t parts = 1, longest = 0;
    for (std::size_t from = 0; from <= line.size();) {
      const auto end = std::min(line.find(mark, from), line.size());
      const std::string key = label_key(line.substr(from, end - from));
      longest = std::max(longest, static_cast<std::size_t>(std::ranges::count(key, ' ')) + 1);
      parts += end < line.size() ? 1 : 0;
      from = end + mark.size();
    }
    if (parts >= fewest_parts && longest <= most_words) return true;
  }
  return false;
}

/// "The ministers met in Hanoi. Delegations:" above a list: text, though it ends with a colon.
bool introduces_list(std::span<const PageLine> lines, std::size_t at) {
  const auto& line = lines[at].text.value;
  std::size_t next = at + 1;
  while (next < lines.size() && !lines[next].has_text()) ++next;
  return line.ends_with(':') && line.find(". ") != std::string::npos && next < lines.size() &&
         lines[next].kind == PageLine::Kind::bullet;
}

/// A line above the title that is not it: "News", "Côte d'Ivoire", "le 19/02/2012 14:25:04".
bool is_kicker(std::string_view line) {
  if (is_frame_word(line) || is_date_line(line) || line.ends_with(':') || is_trail(line))
    return true;
  const std::string key = label_key(line);
  return std::count(key.begin(), key.end(), ' ') < 2 || is_numbered_release(key) ||
         has_no_word(key);
}

/// The title begins at `first`; takes in the lines it goes on over.
PageTitle title_from(std::span<const PageLine> lines, std::size_t first) {
  std::size_t last = first;
  while (last + 1 < lines.size() && continues(lines[last], lines[last + 1])) ++last;
  return {join_lines(lines, first, last), first, last + 1};
}

} // namespace

PageTitle title_above_fields(std::span<const PageLine> head) {
  const auto heading =
      std::find_if(head.begin(), head.end(), [](const PageLine& line) { return line.is_heading; });
  if (heading != head.end())
    return {heading->text, static_cast<std::size_t>(heading - head.begin()), head.size()};
  std::size_t last = head.size();
  while (last > 0 && !head[last - 1].has_text()) --last;
  if (last == 0) return {{}, head.size(), head.size()};
  std::size_t first = --last;
  const std::size_t behind_menu = menu_length(head);
  while (first > behind_menu && continues(head[first - 1], head[first])) --first;
  return {join_lines(head, first, last), first, head.size()};
}

PageTitle title_of_text(std::span<const PageLine> lines) {
  const auto heading = std::find_if(lines.begin(), lines.end(),
                                    [](const PageLine& line) { return line.is_heading; });
  if (heading != lines.end()) {
    const auto first = static_cast<std::size_t>(heading - lines.begin());
    return {heading->text, first, first + 1};
  }
  std::optional<std::size_t> kicker;
  for (std::size_t i = menu_length(lines); i < lines.size(); ++i) {
    if (!lines[i].has_text()) continue;
    const std::string_view line = lines[i].text.value;
    if (reads_like_paragraph(line) ||
        (kicker && (opens_facts(lines, i) || introduces_list(lines, i))))
      return title_from(lines, kicker.value_or(i));
    const bool broken = i + 1 < lines.size() && lines[i + 1].has_text() &&
                        breaks_word(line, lines[i + 1].text.value);
    if (!is_kicker(line) || broken) return title_from(lines, i);
    const std::string key = label_key(line);
    const bool furniture = is_frame_word(line) || is_date_line(line) || line.ends_with(':') ||
                           has_no_word(key) || is_numbered_release(key) || is_trail(line);
    if (!furniture) kicker = i;
  }
  return kicker ? title_from(lines, *kicker) : PageTitle{{}, lines.size(), lines.size()};
}

void set_title(Record& record, const MappedText& title) {
  record.title = to_text(title);
  record.title_offsets.clear();
  const Span& span = record.title.span;
  if (span.known() && span.end - span.start != title.value.size())
    record.title_offsets = title.offsets;
}

void check_title(const Text& title, std::vector<Warning>& warnings) {
  constexpr std::size_t site_limit = 247; // bytes with accents as references, counted on real pages
  if (title.empty())
    warnings.push_back({"no-title", "the page has no title", {}});
  else if (ends_inside_character(title.value))
    warnings.push_back({"cut-title", "the title is cut inside a character", title.span});
  else if (title.value.size() >= site_limit || ends_open(title.value))
    warnings.push_back({"cut-title", "the title seems to be cut at its end", title.span});
}

} // namespace tela::records
