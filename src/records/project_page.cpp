#include "records/project_page.h"

#include "records/field_label.h"
#include "records/field_value.h"
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

std::size_t different_fields(std::span<const LabelledLine> labels) {
  std::set<Field> fields;
  for (const LabelledLine& labelled : labels) fields.insert(labelled.label.field);
  return fields.size();
}

/// The numbers of the labels that begin a project each: the first label of all, and where it comes
/// again, behind others and before others.
std::vector<std::size_t> project_starts(std::span<const LabelledLine> labels) {
  const Field first = labels.front().label.field;
  std::vector<std::size_t> starts{0};
  if (first == Field::status_or_type) return starts;
  std::set<Field> behind; // up to the next project
  for (std::size_t i = labels.size(); i-- > 2;) {
    behind.insert(labels[i].label.field);
    if (labels[i].label.field != first || behind.size() < 2) continue;
    starts.push_back(i);
    behind.clear();
  }
  std::sort(starts.begin(), starts.end());
  return starts;
}

/// The language that most labels are in; labels that are English on every page vote last.
std::string language_of(std::span<const LabelledLine> labels) {
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

/// Some pages open the text with a straight quote that nothing closes.
MappedText without_lone_quote(MappedText body) {
  if (body.value.starts_with('"') && std::count(body.value.begin(), body.value.end(), '"') % 2 == 1)
    return slice(body, 1, body.value.size());
  return body;
}

/// Says which lines between two labels belong to neither: their label is not known.
void warn_of_unread(std::span<const PageLine> lines, std::vector<Warning>& warnings) {
  for (const PageLine& line : lines)
    if (line.has_text())
      warnings.push_back({"unknown-label",
                          "“" + line.text.value + "” stands under no known label and is not read",
                          to_text(line.text).span});
}

/// One project of a page: its title, its labels, and where it ends.
struct ProjectPart {
  MappedText title;
  std::span<const LabelledLine> labels;
  std::size_t end = 0; ///< the line behind it
};

/// The line behind what `labelled` alone can have as its value.
std::size_t behind_value(std::span<const PageLine> lines, const LabelledLine& labelled) {
  const PageLine& label = lines[labelled.line];
  std::size_t at = labelled.line + 1;
  if (labelled.label.value_start >= label.text.value.size()) {
    while (at < lines.size() && !lines[at].has_text()) ++at;
    at = std::min(at + 1, lines.size());
  }
  while (at < lines.size() && lines[at].has_text() && lines[at].indent > label.indent) ++at;
  return at;
}

/// The title of a project between `begin`, which another one has behind it, and its first label. A
/// line with a full stop ends the other one's text.
PageTitle title_between(std::span<const PageLine> lines, std::size_t begin, std::size_t label) {
  const PageTitle none{{}, label, label};
  if (begin >= label) return none;
  PageTitle title = title_above_fields(lines.subspan(begin, label - begin));
  if (title.text.value.empty() || title.text.value.ends_with('.')) return none;
  title.first += begin;
  return title;
}

std::vector<ProjectPart> project_parts(std::span<const PageLine> lines,
                                       std::span<const LabelledLine> labels) {
  std::vector<ProjectPart> parts;
  std::vector<std::size_t> starts = project_starts(labels);
  starts.push_back(labels.size());
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    const std::size_t line = labels[starts[i]].line;
    PageTitle title = parts.empty()
                          ? title_above_fields(lines.first(line))
                          : title_between(lines, behind_value(lines, labels[starts[i] - 1]), line);
    if (!parts.empty()) parts.back().end = title.first;
    parts.push_back({std::move(title.text), labels.subspan(starts[i], starts[i + 1] - starts[i]),
                     lines.size()});
  }
  return parts;
}

/// "EUR" of "Budget (EUR): 100", "EUR million" of "Total budget, EUR million".
AmountUnit unit_in_label(std::string_view line, const FieldLabel& label) {
  constexpr std::string_view marks = " ()[]:,";
  std::string_view rest = line.substr(0, label.value_start == 0 ? line.size() : label.value_start);
  rest = rest.substr(0, rest.find_last_not_of(marks) + 1);
  for (auto space = rest.find_first_of(marks); space != std::string_view::npos;
       space = rest.find_first_of(marks)) {
    rest.remove_prefix(space + 1);
    if (const auto unit = read_unit(rest)) return *unit;
  }
  return {};
}

/// An amount that has no currency is none.
void settle_currency(Project& project, std::vector<Warning>& warnings) {
  if (!project.budget || !project.budget->currency.empty()) return;
  if (is_of_fund(project)) {
    project.budget->currency = "USD";
    return;
  }
  warnings.push_back({"no-currency",
                      "a budget without currency (" + project.budget->amount + ") is not taken",
                      project.budget->span});
  project.budget.reset();
}

Record read_part(std::span<const PageLine> lines, const ProjectPart& part,
                 const std::string& language) {
  Record record;
  record.language = language;
  set_title(record, part.title);
  check_title(record.title, record.warnings);
  ProjectFields fields(record.warnings);
  std::size_t body = 0;
  for (std::size_t i = 0; i < part.labels.size(); ++i) {
    const bool is_last = i + 1 == part.labels.size();
    const std::size_t stop = is_last ? part.end : part.labels[i + 1].line;
    ValueReader reader(lines, part.labels[i], stop, is_last);
    const FieldLabel& label = part.labels[i].label;
    const std::string_view line = lines[part.labels[i].line].text.value;
    const AmountUnit unit =
        label.field == Field::budget ? unit_in_label(line, label) : AmountUnit{};
    fields.set_habits({order_in(language), DecimalMark::unknown, unit});
    fields.take(label.field, reader.read());
    body = reader.next();
    if (!is_last) warn_of_unread(lines.subspan(body, stop - body), record.warnings);
  }
  record.body = without_lone_quote(running_text(lines.subspan(body, part.end - body)));
  Project project = fields.finish();
  if (!project.region.empty()) project.fund.value = development_fund; // "IDF Region"
  settle_currency(project, record.warnings);
  record.content = std::move(project);
  return record;
}

} // namespace

bool is_of_fund(const Project& project) {
  return project.fund.value == development_fund || is_project_id(project.project_id.value) ||
         is_prima_id(project.prima_id.value);
}

std::vector<Record> read_labelled_projects(std::span<const PageLine> page) {
  const std::vector<PageLine> lines = cut_at_labels(page);
  const std::vector<LabelledLine> labels = find_labels(lines);
  if (different_fields(labels) < 2 || std::none_of(labels.begin(), labels.end(), only_of_projects))
    return {};
  const std::string language = language_of(labels);
  std::vector<Record> projects;
  for (const ProjectPart& part : project_parts(lines, labels))
    projects.push_back(read_part(lines, part, language));
  return projects;
}

} // namespace tela::records
