#include "records/activity_record.h"

#include "records/decimal_sum.h"
#include "records/field_value.h"
#include "records/iati_codes.h"
#include "records/language_guess.h"
#include "records/mapped_text.h"
#include "records/own_ids.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace tela::records {

namespace {

/// The date of the first of these types that the activity has.
Text date_of(const Activity& activity, std::initializer_list<std::string_view> types) {
  for (const std::string_view type : types)
    for (const ActivityDate& date : activity.dates)
      if (date.type == type) return date.date;
  return {};
}

using Period = std::pair<std::string_view, std::string_view>;

constexpr std::string_view revised = "2";

/// The times that revised budgets are for.
std::set<Period> revised_periods(const std::vector<ActivityBudget>& budgets) {
  std::set<Period> periods;
  for (const ActivityBudget& budget : budgets)
    if (budget.type == revised) periods.emplace(budget.start, budget.end);
  return periods;
}

std::optional<Money> total_budget(const std::vector<ActivityBudget>& budgets) {
  const std::set<Period> periods = revised_periods(budgets);
  DecimalSum sum;
  std::optional<std::string> currency;
  for (const ActivityBudget& budget : budgets) {
    if (budget.type != revised && periods.contains({budget.start, budget.end})) continue;
    if (currency && *currency != budget.money.currency) return std::nullopt;
    currency = budget.money.currency;
    const auto amount = DecimalSum::parse(budget.money.amount);
    if (!amount) return std::nullopt;
    sum.add(*amount);
  }
  if (!currency || currency->empty()) return std::nullopt;
  const Span span = budgets.size() == 1 ? budgets.front().money.span : Span{};
  return Money{sum.to_string(), *currency, span};
}

void take_ids(const Activity& activity, Project& project) {
  const OwnIds ids = own_ids(activity.identifier.value);
  const auto text_of = [&span = activity.identifier.span](std::string_view id) {
    const std::uint64_t length = id.size();
    return Text{std::string(id), span.known() ? Span{span.end - length, span.end} : span};
  };
  if (!ids.project_id.empty()) project.project_id = text_of(ids.project_id);
  if (!ids.prima_id.empty()) project.prima_id = text_of(ids.prima_id);
}

void take_partners(const Activity& activity, Project& project) {
  std::set<std::string_view> names;
  for (const ActivityOrganisation& organisation : activity.organisations)
    if (organisation.role != "reporting" && !organisation.name.empty() &&
        names.insert(organisation.name.value).second)
      project.partners.push_back({"", organisation.name});
}

Project project_of(const Activity& activity) {
  Project project;
  project.iati_id = activity.identifier;
  take_ids(activity, project);
  take_partners(activity, project);
  project.status = status_of_activity(activity.status);
  project.coverage = coverage_of_scope(activity.scope);
  project.start = date_of(activity, {"2", "1"});
  project.end = date_of(activity, {"4", "3"});
  project.budget = total_budget(activity.budgets);
  return project;
}

std::string language_of(const ParsedActivity& parsed) {
  if (!parsed.language.empty()) return parsed.language;
  const std::vector<LanguageText>& titles = parsed.activity.titles;
  if (titles.empty()) return {};
  if (!titles.front().language.empty()) return titles.front().language;
  return guess_language(titles.front().text.value, "en");
}

/// The descriptions in `language`, or those in the language of the first.
MappedText take_body(ParsedActivity& parsed, std::string_view language) {
  const std::vector<LanguageText>& texts = parsed.activity.descriptions;
  const bool has_language = std::any_of(texts.begin(), texts.end(), [&](const LanguageText& text) {
    return text.language == language;
  });
  if (!has_language && !texts.empty()) language = texts.front().language;
  MappedText body;
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (texts[i].language != language)
      continue;
    else if (body.value.empty())
      body = std::move(parsed.descriptions[i]);
    else
      append_behind(body, "\n", parsed.descriptions[i]);
  return body;
}

Text title_of(const Activity& activity, std::string_view language) {
  for (const LanguageText& title : activity.titles)
    if (title.language == language) return title.text;
  return activity.titles.empty() ? Text{} : activity.titles.front().text;
}

} // namespace

Record record_of_activity(ParsedActivity parsed, std::string source) {
  Record record;
  record.source = std::move(source);
  record.language = language_of(parsed);
  record.title = title_of(parsed.activity, record.language);
  record.body = take_body(parsed, record.language);
  record.warnings = std::move(parsed.warnings);
  if (record.title.empty())
    record.warnings.push_back({"no-title", "the activity has no title", {}});
  for (const CodedShare& country : parsed.activity.countries)
    record.links.states.push_back({country.code, StateRole::beneficiary, country.name});
  Project project = project_of(parsed.activity);
  project.activity = std::move(parsed.activity);
  record.content = std::move(project);
  return record;
}

} // namespace tela::records
