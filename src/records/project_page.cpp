#include "records/project_page.h"

#include "records/field_label.h"
#include "records/label_lines.h"
#include "records/mapped_text.h"
#include "records/page_title.h"
#include "records/paragraphs.h"
#include "records/project_fields.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace tela::records {

namespace {

struct LabelledLine {
  std::size_t line = 0;
  FieldLabel label;
};

/// A value stands below the line, indented: then any label is one, without a colon too.
bool has_indented_value(std::span<const PageLine> lines, std::size_t line) {
  return line + 1 < lines.size() && lines[line + 1].indent > lines[line].indent;
}

std::optional<FieldLabel> label_of(std::span<const PageLine> lines, std::size_t line) {
  const std::string_view text = lines[line].text.value;
  if (auto label = field_label(text)) return label;
  return has_indented_value(lines, line) ? bare_label(text) : std::nullopt;
}

std::vector<LabelledLine> find_labels(std::span<const PageLine> lines) {
  std::vector<LabelledLine> found;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (lines[i].has_text())
      if (const auto label = label_of(lines, i)) found.push_back({i, *label});
  return found;
}

/// Fields that pages of meetings and events do not have.
bool only_of_projects(const LabelledLine& labelled) {
  switch (labelled.label.field) {
  case Field::start:
  case Field::end:
  case Field::year:
  case Field::coverage:
    return false;
  default:
    return labelled.label.sure;
  }
}

/// The number of the label that begins a second project: the first sure label again, behind others.
std::size_t second_project(const std::vector<LabelledLine>& labels) {
  const Field first = labels.front().label.field;
  for (std::size_t i = 2; i < labels.size() && first != Field::status_or_type; ++i)
    if (labels[i].label.field == first) return i;
  return labels.size();
}

/// The language that most labels are in; labels that are English on every page vote last.
std::string language_of(const std::vector<LabelledLine>& labels) {
  std::array<std::pair<std::string_view, int>, 3> votes{{{"en", 0}, {"fr", 0}, {"es", 0}}};
  for (const LabelledLine& labelled : labels)
    for (auto& [language, count] : votes) count += labelled.label.language == language ? 1 : 0;
  return std::string(std::max_element(votes.begin(), votes.end(), [](auto& a, auto& b) {
                       return a.second < b.second;
                     })->first);
}

std::size_t word_count(std::string_view text) {
  return 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

/// A sentence, where a list of names could stand: full stop, or mostly small words.
bool is_prose(std::string_view text) {
  constexpr std::size_t shortest = 8;
  if (text.find_last_of(".!?;:\"") == text.size() - 1 || text.starts_with('"')) return true;
  if (word_count(text) < shortest) return false;
  std::size_t lower = 0;
  std::size_t start = 0;
  bool in_bracket = false;
  while (start < text.size()) {
    in_bracket |= text[start] == '(';
    lower += !in_bracket && text[start] >= 'a' && text[start] <= 'z' ? 1 : 0;
    const auto space = std::min(text.find(' ', start), text.size());
    in_bracket &= text[space - 1] != ')';
    start = space + 1;
  }
  return lower * 3 > word_count(text) * 2;
}

bool lists_states(Field field) {
  return field == Field::beneficiaries || field == Field::other_countries;
}

/// The lines of one field's value.
class ValueReader {
 public:
  ValueReader(std::span<const PageLine> lines, const LabelledLine& labelled, std::size_t stop,
              bool is_last)
      : lines_(lines), label_line_(lines[labelled.line]), field_(labelled.label.field),
        at_(labelled.line + 1), stop_(stop), is_last_(is_last) {
    const MappedText& text = label_line_.text;
    if (labelled.label.value_start < text.value.size())
      values_.push_back(slice(text, labelled.label.value_start, text.value.size()));
  }

  std::vector<MappedText> read() {
    while (at_ < stop_ && lines_[at_].kind == PageLine::Kind::blank) ++at_;
    while (at_ < stop_ && belongs()) values_.push_back(lines_[at_++].text);
    return std::move(values_);
  }

  /// The first line behind the value.
  [[nodiscard]] std::size_t next() const { return at_; }

 private:
  [[nodiscard]] bool belongs() const {
    const PageLine& line = lines_[at_];
    if (!line.has_text() || looks_like_label(line.text.value)) return false;
    if (line.indent > label_line_.indent) return true;
    if (has_indented_value(lines_, at_) || follows_indented()) return false; // another's label
    if (!is_last_) return true; // everything up to the next label or separator
    const bool first = values_.empty();
    return lists_states(field_) ? !is_prose(line.text.value) && (first || is_short(line)) : first;
  }

  /// The value stood indented, and this line is not.
  [[nodiscard]] bool follows_indented() const {
    return at_ > 0 && lines_[at_ - 1].has_text() && lines_[at_ - 1].indent > label_line_.indent;
  }

  [[nodiscard]] static bool is_short(const PageLine& line) {
    constexpr std::size_t most_words = 5;
    return line.kind == PageLine::Kind::text && word_count(line.text.value) <= most_words;
  }

  std::span<const PageLine> lines_;
  const PageLine& label_line_;
  Field field_;
  std::size_t at_;
  std::size_t stop_;
  bool is_last_;
  std::vector<MappedText> values_;
};

std::size_t different_fields(const std::vector<LabelledLine>& labels) {
  std::set<Field> fields;
  for (const LabelledLine& labelled : labels) fields.insert(labelled.label.field);
  return fields.size();
}

/// Some pages open the text with a straight quote that nothing closes.
MappedText without_lone_quote(MappedText body) {
  if (body.value.starts_with('"') && std::count(body.value.begin(), body.value.end(), '"') % 2 == 1)
    return slice(body, 1, body.value.size());
  return body;
}

} // namespace

/// Says which lines between two labels belong to neither: their label is not known.
void warn_of_unread(std::span<const PageLine> lines, std::vector<Warning>& warnings) {
  for (const PageLine& line : lines)
    if (line.has_text())
      warnings.push_back({"unknown-label",
                          "“" + line.text.value + "” stands under no known label and is not read",
                          to_text(line.text).span});
}

bool read_labelled_project(std::span<const PageLine> page, Record& record) {
  std::vector<PageLine> lines = cut_at_labels(page);
  std::vector<LabelledLine> labels = find_labels(lines);
  if (different_fields(labels) < 2 || std::none_of(labels.begin(), labels.end(), only_of_projects))
    return false;
  if (const std::size_t second = second_project(labels); second < labels.size()) {
    record.warnings.push_back({"several-projects",
                               "the page describes several projects; only the first is read",
                               to_text(lines[labels[second].line].text).span});
    lines.resize(labels[second].line);
    labels.resize(second);
  }
  record.language = language_of(labels);
  const std::span<const PageLine> all(lines);
  set_title(record, title_above_fields(all.first(labels.front().line)).text);
  check_title(record.title, record.warnings);
  ProjectFields fields(record.warnings);
  // All budgets of the fund are in US dollars; its labels say so, its old pages leave it out.
  fields.set_habits({order_in(record.language), DecimalMark::unknown, {"USD", 0}});
  std::size_t body = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const bool is_last = i + 1 == labels.size();
    const std::size_t stop = is_last ? lines.size() : labels[i + 1].line;
    ValueReader reader(lines, labels[i], stop, is_last);
    fields.take(labels[i].label.field, reader.read());
    body = reader.next();
    if (!is_last) warn_of_unread(all.subspan(body, stop - body), record.warnings);
  }
  record.body = without_lone_quote(running_text(all.subspan(body)));
  Project project = fields.finish();
  if (!project.region.empty()) project.fund.value = development_fund; // "IDF Region"
  record.content = std::move(project);
  return true;
}

} // namespace tela::records
