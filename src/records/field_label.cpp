#include "records/field_label.h"

#include "base/data_table.h"
#include "base/error.h"
#include "records/embedded_pages.h"
#include "records/label_key.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace tela::records {

namespace {

constexpr std::array<std::pair<std::string_view, Field>, 13> field_names{{
    {"start", Field::start},
    {"end", Field::end},
    {"status", Field::status},
    {"type", Field::type},
    {"status-or-type", Field::status_or_type},
    {"budget", Field::budget},
    {"coverage", Field::coverage},
    {"year", Field::year},
    {"region", Field::region},
    {"other-countries", Field::other_countries},
    {"prima-id", Field::prima_id},
    {"project-id", Field::project_id},
    {"beneficiaries", Field::beneficiaries},
}};

struct Entry {
  Field field = Field::start;
  std::string_view language;
  bool sure = false;
};

Field field_named(std::string_view name) {
  const auto* const found = std::find_if(field_names.begin(), field_names.end(),
                                         [&](const auto& known) { return known.first == name; });
  if (found == field_names.end())
    throw base::Error(base::Failure::input, base::Place{"data/pages/labels.csv"},
                      "no field is called " + std::string(name));
  return found->second;
}

/// By label_key() of the label; of two languages with one spelling the first stands.
using Labels = std::unordered_map<std::string_view, Entry>;

Labels read_labels() {
  static const base::DataTable table("data/pages/labels.csv", embedded_page_table("labels.csv"));
  const std::size_t field = table.column("field"), language = table.column("language"),
                    sure = table.column("sure"), texts = table.column("labels");
  Labels labels; // of views into the table
  for (std::size_t index = 0; index < table.size(); ++index) {
    const auto row = table.row(index);
    for (const std::string_view label : base::split_names(row.fields[texts]))
      labels.emplace(label, Entry{field_named(row.fields[field]), row.fields[language],
                                  !row.fields[sure].empty()});
  }
  return labels;
}

/// Longer lines are never labels; saves making keys of paragraphs.
constexpr std::size_t longest_label = 120;

const Entry* entry_for(std::string_view label) {
  static const Labels labels = read_labels();
  const auto found = labels.find(label_key(label));
  return found == labels.end() ? nullptr : &found->second;
}

} // namespace

std::optional<FieldLabel> field_label(std::string_view line) {
  const std::size_t colon = line.substr(0, longest_label).find(':');
  if (colon != std::string_view::npos) {
    const Entry* entry = entry_for(line.substr(0, colon));
    if (entry == nullptr) return std::nullopt;
    const auto value = line.find_first_not_of(' ', colon + 1);
    return FieldLabel{entry->field, entry->language, std::min(value, line.size()), entry->sure};
  }
  const auto label = bare_label(line);
  return label && label->sure ? label : std::nullopt;
}

std::optional<FieldLabel> bare_label(std::string_view line) {
  if (line.size() > longest_label) return std::nullopt;
  const Entry* entry = entry_for(line);
  if (entry == nullptr) return std::nullopt;
  return FieldLabel{entry->field, entry->language, line.size(), entry->sure};
}

bool looks_like_label(std::string_view line) {
  constexpr std::size_t longest_head = 48;
  constexpr std::ptrdiff_t most_spaces = 4;
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon > longest_head || line[0] < 'A' || line[0] == '(') return false;
  const bool parted = colon + 1 == line.size() || line[colon + 1] == ' ';
  const bool lower = line[0] >= 'a' && line[0] <= 'z';
  return parted && !lower &&
         std::count(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), ' ') <=
             most_spaces;
}

} // namespace tela::records
