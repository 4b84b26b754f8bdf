#include "records/paragraphs.h"

#include "base/utf8.h"
#include "records/field_label.h"
#include "records/mapped_text.h"
#include "records/markup_residue.h"
#include "records/site_menu.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace tela::records {

namespace {

/// No hard wrap is wider, in characters.
constexpr std::size_t widest_wrap = 90;

/// A line of running text after the residue is gone: value[start, end).
struct Stretch {
  std::size_t start = 0;
  std::size_t end = 0;
  std::size_t width = 0;   ///< in characters
  std::size_t accents = 0; ///< characters above ASCII among them
  bool opens_paragraph = false;
};

/// All lines in one text: '\n' behind each, one more for a blank line or before a list item.
MappedText joined(std::span<const PageLine> lines) {
  MappedText text;
  for (const PageLine& line : lines) {
    if (!line.has_text()) {
      append_replacement(text, "\n", line.end, line.end + 1);
      continue;
    }
    const bool parted = line.opens_paragraph || line.kind == PageLine::Kind::bullet;
    if (parted && !text.value.empty()) { // by what stands before the text: a tag, a mark
      const std::uint64_t start = line.text.offsets.front();
      append_replacement(text, "\n", start - 1, start);
    }
    append_mapped(text, line.text);
    append_replacement(text, "\n", line.end, line.end + 1);
  }
  return text;
}

Stretch stretch(std::string_view text, std::size_t start, std::size_t end, bool opens_paragraph) {
  const std::string_view line = text.substr(start, end - start);
  const auto accents = std::count_if(line.begin(), line.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0xC0U; // a lead byte
  });
  return {start, end, base::code_point_count(line), static_cast<std::size_t>(accents),
          opens_paragraph};
}

std::vector<Stretch> stretches(std::string_view text) {
  std::vector<Stretch> found;
  bool blank_before = true;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const auto first = text.find_first_not_of(' ', start);
    const std::size_t last = first < end ? text.find_last_not_of(' ', end - 1) + 1 : first;
    const bool blank = first >= end || is_frame_word(text.substr(first, last - first));
    if (!blank) found.push_back(stretch(text, first, last, blank_before));
    blank_before = blank;
    start = end + 1;
  }
  return found;
}

/// The width that the lines were wrapped at, or 0 when they were not.
std::size_t wrap_width(const std::vector<Stretch>& lines) {
  std::size_t narrow = 0;
  std::size_t continued = 0; // lines long enough to have been cut by a wrap
  std::size_t width = 0;
  constexpr std::size_t shortest_wrapped = 40;
  for (const Stretch& line : lines) {
    if (line.width > widest_wrap) continue;
    ++narrow;
    continued += line.width >= shortest_wrapped ? 1 : 0;
    width = std::max(width, line.width);
  }
  constexpr std::size_t fewest_lines = 4;
  return narrow >= fewest_lines && narrow * 4 >= lines.size() * 3 && continued * 2 >= narrow ? width
                                                                                             : 0;
}

bool ends_sentence(std::string_view text) {
  while (text.ends_with('"') || text.ends_with(')') || text.ends_with(' ')) text.remove_suffix(1);
  if (text.ends_with("»") || text.ends_with("”")) return true;
  return !text.empty() && std::string_view(".!?:;").find(text.back()) != std::string_view::npos;
}

bool starts_lower(std::string_view text) {
  std::size_t at = 0;
  const char32_t c = base::next_code_point(text, at);
  return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF) || c == U'œ';
}

/// Whether a paragraph ends between the two lines of hard-wrapped text: a wrap cuts where the next
/// word no longer fits, so a line that had room for it was ended on purpose.
bool parts_paragraphs(std::string_view text, const Stretch& line, const Stretch& next,
                      std::size_t width) {
  if (next.opens_paragraph || line.width > widest_wrap) return true;
  const std::string_view next_text = text.substr(next.start, next.end - next.start);
  if (starts_lower(next_text)) return false;
  const std::string_view first_word = next_text.substr(0, next_text.find(' '));
  const bool had_room = line.width + 1 + base::code_point_count(first_word) <= width;
  // Some pages were wrapped while "é" still was "&eacute;": only a line that is short even so shows
  // an end without a full stop.
  constexpr std::size_t reference_growth = 7;
  const bool much_shorter = (line.width + line.accents * reference_growth) * 2 < width;
  return had_room &&
         (much_shorter || ends_sentence(text.substr(line.start, line.end - line.start)));
}

MappedText assemble(const MappedText& text, const std::vector<Stretch>& lines, std::size_t width) {
  MappedText out;
  bool labelled = false; // the paragraph begins with "Participants: …"; the next label ends it
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const MappedText line = slice(text, lines[i].start, lines[i].end);
    const bool label = looks_like_label(line.value);
    const bool broken = i > 0 && !lines[i].opens_paragraph && breaks_word(out.value, line.value);
    const bool parted = !broken && (i == 0 || width == 0 || (labelled && label) ||
                                    parts_paragraphs(text.value, lines[i - 1], lines[i], width));
    labelled = parted ? label : labelled;
    if (parted)
      append_behind(out, "\n", line);
    else
      append_wrapped(out, line);
  }
  return out;
}

} // namespace

MappedText running_text(std::span<const PageLine> lines) {
  const MappedText text = without_residue(joined(lines));
  const std::vector<Stretch> found = stretches(text.value);
  return assemble(text, found, wrap_width(found));
}

MappedText separate_lines(std::span<const PageLine> lines) {
  const MappedText text = without_residue(joined(lines));
  return assemble(text, stretches(text.value), 0);
}

} // namespace tela::records
