#include "records/label_lines.h"

#include "records/field_value.h"
#include "records/mapped_text.h"
#include "records/written_amount.h"
#include "records/written_date.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace tela::records {

namespace {

constexpr std::size_t longest_row = 400;
constexpr std::size_t most_label_words = 8;

/// A label inside of a line.
struct Cut {
  std::size_t start = 0;
  std::size_t value = 0; ///< where its value begins
  FieldLabel label;
  bool colon = false;
};

/// The end of the word that begins at `start`.
std::size_t word_end(std::string_view line, std::size_t start) {
  return std::min(line.find(' ', start), line.size());
}

bool begins_word(std::string_view line, std::size_t at) {
  const auto first = static_cast<unsigned char>(line[at]);
  return (first >= 'A' && first <= 'Z') || first >= 0xC3;
}

/// The longest label that begins at `start`; words with a colon win.
std::optional<Cut> label_at(std::string_view line, std::size_t start) {
  std::optional<Cut> longest;
  std::size_t end = start;
  for (std::size_t words = 0; words < most_label_words && end < line.size(); ++words) {
    end = word_end(line, words == 0 ? start : end + 1);
    const std::string_view text = line.substr(start, end - start);
    const bool colon = text.ends_with(':');
    if (const auto label = bare_label(text))
      longest = Cut{start, std::min(end + 1, line.size()), *label, colon};
    if (colon) break;
  }
  return longest;
}

bool can_be_value(Field field, std::string_view value) {
  while (value.ends_with(' ')) value.remove_suffix(1);
  switch (field) {
  case Field::budget:
    return read_written_amount(value).amount.has_value();
  case Field::status:
    return read_status(value).has_value();
  case Field::coverage:
    return read_coverage(value).has_value();
  case Field::start:
  case Field::end:
  case Field::year:
    return read_year_or_date(value).has_value();
  case Field::project_id:
    return is_project_id(value);
  case Field::prima_id:
    return is_prima_id(value);
  default:
    return false;
  }
}

std::vector<Cut> labels_in(std::string_view line) {
  std::vector<Cut> cuts;
  for (std::size_t at = 0; at < line.size(); at = word_end(line, at) + 1) {
    if (!begins_word(line, at)) continue;
    if (auto cut = label_at(line, at)) {
      at = cut->value > 0 ? cut->value - 1 : at;
      cuts.push_back(*cut);
    }
  }
  return cuts;
}

/// Where the line is cut: before labels with a colon, and before others with a fitting value.
std::vector<std::size_t> cut_places(std::string_view line) {
  const std::vector<Cut> cuts = labels_in(line);
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    const std::size_t end = i + 1 < cuts.size() ? cuts[i + 1].start : line.size();
    const bool fits =
        cuts[i].colon ||
        can_be_value(cuts[i].label.field, line.substr(cuts[i].value, end - cuts[i].value));
    if (!fits) return {};
    if (cuts[i].start > 0) places.push_back(cuts[i].start);
  }
  return places;
}

/// Adds line.text[start, end); a label without a colon becomes a line of its own.
void add_part(const PageLine& line, std::size_t start, std::size_t end,
              std::vector<PageLine>& out) {
  const auto add = [&](std::size_t from, std::size_t to, std::size_t indent) {
    PageLine part = line;
    part.indent += indent;
    part.text = trimmed(slice(line.text, from, to));
    part.end = part.text.end;
    if (!part.text.value.empty()) out.push_back(std::move(part));
  };
  const auto cut = label_at(std::string_view(line.text.value).substr(0, end), start);
  if (!cut || cut->colon) return add(start, end, 0);
  add(start, cut->value, 0);
  add(cut->value, end, 1); // as a layout shows a value
}

} // namespace

std::vector<PageLine> cut_at_labels(std::span<const PageLine> lines) {
  std::vector<PageLine> out;
  out.reserve(lines.size());
  for (const PageLine& line : lines) {
    const bool row = line.has_text() && line.text.value.size() <= longest_row;
    const auto places = row ? cut_places(line.text.value) : std::vector<std::size_t>();
    if (places.empty()) {
      out.push_back(line);
      continue;
    }
    std::size_t start = 0;
    for (const std::size_t place : places) {
      add_part(line, start, place, out);
      start = place;
    }
    add_part(line, start, line.text.value.size(), out);
  }
  return out;
}

} // namespace tela::records
