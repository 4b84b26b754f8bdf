#include "records/unlabelled_project.h"

#include "records/field_value.h"
#include "records/language_guess.h"
#include "records/mapped_text.h"
#include "records/page_title.h"
#include "records/paragraphs.h"
#include "records/project_fields.h"
#include "records/project_page.h"
#include "records/written_amount.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tela::records {

namespace {

/// The lines that have text, by number, so that blank ones and separators do not matter.
std::vector<std::size_t> text_lines(std::span<const PageLine> lines) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (lines[i].has_text()) found.push_back(i);
  return found;
}

/// The block of values on an old page. Positions count lines that have text.
class ValueBlock {
 public:
  ValueBlock(std::span<const PageLine> lines, const std::vector<std::size_t>& order)
      : lines_(lines), order_(order) {}

  /// Finds the first one, or the next: its project id is a line of that shape with a budget one or
  /// two lines below.
  [[nodiscard]] bool find_next() {
    from_ = next_;
    for (id_ = from_; id_ < order_.size(); ++id_) {
      if (!is_project_id(value(id_))) continue;
      prima_ = id_ + 1 < order_.size() && is_prima_id(value(id_ + 1));
      budget_ = id_ + (prima_ ? 2 : 1);
      if (budget_ >= order_.size() || !read_written_amount(value(budget_)).amount) continue;
      if (!find_tail()) return false;
      next_ = status() + (has_status() ? 1 : 0);
      return true;
    }
    return false;
  }

  void read(ProjectFields& fields) const {
    if (has_region()) take(fields, Field::region, id_ - 1, id_);
    take(fields, Field::project_id, id_, id_ + 1);
    if (prima_) take(fields, Field::prima_id, id_ + 1, id_ + 2);
    take(fields, Field::budget, budget_, budget_ + 1);
    const std::size_t type = coverage_ - budget_ > 2 ? coverage_ - 1 : coverage_;
    if (type > budget_ + 1) take(fields, Field::beneficiaries, budget_ + 1, type);
    if (type < coverage_) take(fields, Field::type, type, coverage_);
    if (has_coverage()) take(fields, Field::coverage, coverage_, coverage_ + 1);
    if (has_status()) take(fields, Field::status, status(), status() + 1);
  }

  /// The lines between the block before and this one: that one's text, then this one's title.
  [[nodiscard]] std::span<const PageLine> head() const {
    const std::size_t begin = from_ == 0 ? 0 : line(from_);
    return lines_.subspan(begin, line(has_region() ? id_ - 1 : id_) - begin);
  }

  /// All lines behind the block.
  [[nodiscard]] std::span<const PageLine> tail() const { return lines_.subspan(line(next_)); }

 private:
  [[nodiscard]] std::string_view value(std::size_t i) const { return lines_[order_[i]].text.value; }
  /// The line of the page.
  [[nodiscard]] std::size_t line(std::size_t i) const {
    return i < order_.size() ? order_[i] : lines_.size();
  }

  /// The coverage, or the status when there is no coverage, ends the states and the type.
  [[nodiscard]] bool find_tail() {
    constexpr std::size_t most_values = 260; // every state of the world, and a type
    const std::size_t stop = std::min(order_.size(), budget_ + most_values);
    for (coverage_ = budget_ + 1; coverage_ < stop; ++coverage_)
      if (read_coverage(value(coverage_)) || read_status(value(coverage_))) return true;
    return false;
  }

  [[nodiscard]] bool has_coverage() const { return read_coverage(value(coverage_)).has_value(); }
  [[nodiscard]] std::size_t status() const { return coverage_ + (has_coverage() ? 1 : 0); }
  [[nodiscard]] bool has_status() const {
    return status() < order_.size() && read_status(value(status()));
  }

  /// The title stands twice above the region; without a region it stands right above the id.
  [[nodiscard]] bool has_region() const {
    if (id_ == from_) return false;
    return id_ < from_ + 2 || value(id_ - 1) != value(id_ - 2);
  }

  void take(ProjectFields& fields, Field field, std::size_t first, std::size_t last) const {
    std::vector<MappedText> values;
    for (std::size_t i = first; i < last; ++i) values.push_back(lines_[order_[i]].text);
    fields.take(field, values);
  }

  std::span<const PageLine> lines_;
  const std::vector<std::size_t>& order_;
  std::size_t from_ = 0; ///< the first line that is not the block's before
  std::size_t next_ = 0; ///< the line behind the block
  std::size_t id_ = 0;
  bool prima_ = false;
  std::size_t budget_ = 0;
  std::size_t coverage_ = 0;
};

/// All but the body and the language.
Record read_block(const ValueBlock& block, const MappedText& title) {
  Record record;
  set_title(record, title);
  check_title(record.title, record.warnings);
  ProjectFields fields(record.warnings);
  block.read(fields);
  Project project = fields.finish();
  project.fund.value = development_fund;
  record.content = std::move(project);
  return record;
}

/// The text of the project before, above a title that stands twice.
MappedText text_above(std::span<const PageLine> lines, std::string_view title) {
  const auto is_of_title = [&](const PageLine& line) {
    return !line.has_text() || line.text.value == title;
  };
  while (!lines.empty() && is_of_title(lines.back())) lines = lines.first(lines.size() - 1);
  return running_text(lines);
}

} // namespace

std::vector<Record> read_unlabelled_projects(std::span<const PageLine> lines) {
  const std::vector<std::size_t> order = text_lines(lines);
  ValueBlock block(lines, order);
  std::vector<Record> projects;
  std::span<const PageLine> tail;
  while (block.find_next()) {
    const PageTitle title = title_above_fields(block.head());
    if (!projects.empty())
      projects.back().body = text_above(block.head().first(title.first), title.text.value);
    projects.push_back(read_block(block, title.text));
    tail = block.tail();
  }
  if (projects.empty()) return projects;
  projects.back().body = running_text(tail);
  for (Record& record : projects)
    record.language = guess_language(record.title.value + ' ' + record.body.value, "en");
  return projects;
}

} // namespace tela::records
