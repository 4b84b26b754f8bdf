#include "records/project_fields.h"

#include "records/field_value.h"
#include "records/mapped_text.h"

#include <utility>

namespace tela::records {

namespace {

/// The lines as one value, parted by spaces.
Text one_value(std::span<const MappedText> lines) {
  MappedText value;
  for (const MappedText& line : lines) append_behind(value, " ", line);
  return to_text(value);
}

} // namespace

void ProjectFields::take(Field field, std::span<const MappedText> lines) {
  const Text value = one_value(lines);
  if (value.empty()) {
    warn("lost-value", "a label stands without its value", {});
    return;
  }
  switch (field) {
  case Field::start:
    return take_year(project_.start, value);
  case Field::end:
    return take_year(project_.end, value);
  case Field::year:
    return take_year(project_.year, value);
  case Field::status:
    return take_status(value);
  case Field::status_or_type:
    return take_status_or_type(value);
  case Field::type:
    return take_text(project_.type, value);
  case Field::budget:
    return take_budget(value);
  case Field::coverage:
    return take_coverage(value);
  case Field::region:
    return take_text(project_.region, value);
  case Field::prima_id:
    return take_text(project_.prima_id, value);
  case Field::project_id:
    return take_text(project_.project_id, value);
  case Field::other_countries:
    return take_states(project_.other_countries, lines, value);
  case Field::beneficiaries:
    return take_states(project_.beneficiaries, lines, value);
  }
}

void ProjectFields::take_text(Text& target, const Text& value) {
  if (target.empty())
    target = value;
  else if (target.value != value.value)
    warn("repeated-field", "a field comes twice; the first value stands", value.span);
}

void ProjectFields::take_year(Text& target, const Text& value) {
  auto date = read_year_or_date(value.value, habits_.dates);
  if (!date)
    return warn("unreadable-date", "'" + value.value + "' is neither a year nor a date",
                value.span);
  if (date->is_doubtful)
    warn("doubtful-date",
         "nobody can tell day and month of '" + value.value + "' apart; only the year is taken",
         value.span);
  take_text(target, {std::move(date->iso), value.span});
}

void ProjectFields::take_status(const Text& value) {
  const auto status = read_status(value.value);
  if (!status) return warn("unknown-status", "unknown status '" + value.value + "'", value.span);
  if (project_.status != Status::unknown) return;
  project_.status = *status;
  project_.status_span = value.span;
}

void ProjectFields::take_status_or_type(const Text& value) {
  if (project_.status == Status::unknown && read_status(value.value))
    take_status(value);
  else
    take_text(project_.type, value);
}

void ProjectFields::take_coverage(const Text& value) {
  const auto coverage = read_coverage(value.value);
  if (!coverage)
    return warn("unknown-coverage", "unknown coverage '" + value.value + "'", value.span);
  if (project_.coverage != Coverage::unknown) return;
  project_.coverage = *coverage;
  project_.coverage_span = value.span;
}

void ProjectFields::take_budget(const Text& value) {
  const AmountUnit& unit = habits_.amounts;
  AmountReading reading = read_written_amount(value.value, habits_.decimals, unit);
  if (!reading.amount) return warn("unreadable-budget", std::move(reading.fault), value.span);
  if (!reading.note.empty()) warn("assumed-thousands", std::move(reading.note), value.span);
  if (project_.budget) return;
  project_.budget = Money{std::move(*reading.amount), std::move(reading.currency), value.span};
}

void ProjectFields::take_states(StateList& target, std::span<const MappedText> lines,
                                const Text& value) {
  if (!target.raw.empty()) return warn("repeated-field", "a state list comes twice", value.span);
  target.raw = value;
  if (lines.size() < 2) return; // one line may hold several names
  for (const MappedText& line : lines)
    if (!line.value.empty()) target.items.push_back(to_text(line));
}

void ProjectFields::warn(std::string_view code, std::string message, Span span) {
  warnings_.push_back({std::string(code), std::move(message), span});
}

Project ProjectFields::finish() {
  // French pages of before 2019 have no start and all end in 2024, whatever the project's age.
  if (project_.start.empty() && project_.year.empty() && project_.end.value == "2024")
    warn("doubtful-end", "pages without a start date show 2024 as the end of every project",
         project_.end.span);
  return std::move(project_);
}

} // namespace tela::records
