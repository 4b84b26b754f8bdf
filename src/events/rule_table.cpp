#include "events/rule_table.h"

#include "base/data_table.h"
#include "base/error.h"
#include "base/file.h"
#include "events/embedded_rules.h"

#include <algorithm>
#include <charconv>

namespace tela::events {

namespace {

using base::DataTable;

constexpr const char* file_name = "events/rules.csv";

template<class Number>
Number number(const DataTable& table, const DataTable::Row& row, const std::string& text) {
  Number value{};
  const auto* const end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, value);
  if (result.ec != std::errc() || result.ptr != end) table.fail(row, "not a number: " + text);
  return value;
}

/// The columns of the table by name.
struct Columns {
  explicit Columns(const DataTable& table)
      : id(table.column("id")), question(table.column("question")), cue(table.column("cue")),
        side(table.column("side")), reach(table.column("reach")), fact(table.column("fact")),
        weight(table.column("weight")), example(table.column("example")),
        counter(table.column("counter_example")) {}
  std::size_t id, question, cue, side, reach, fact, weight, example, counter;
};

void read_cue(Rule& rule, const DataTable& table, const DataTable::Row& row,
              const Columns& columns) {
  rule.cue = gazetteer::cue_named(row.fields[columns.cue]);
  if (!rule.cue) table.fail(row, "unknown cue: " + row.fields[columns.cue]);
  const auto& side = row.fields[columns.side];
  if (side != "before" && side != "behind") table.fail(row, "neither before nor behind: " + side);
  rule.side = side == "before" ? Side::before : Side::behind;
  rule.reach = number<std::uint32_t>(table, row, row.fields[columns.reach]);
}

void read_fact(Rule& rule, const DataTable& table, const DataTable::Row& row,
               const Columns& columns) {
  const auto fact = fact_named(row.fields[columns.fact]);
  if (!fact) table.fail(row, "unknown fact: " + row.fields[columns.fact]);
  rule.fact = *fact;
}

Rule read_rule(const DataTable& table, const DataTable::Row& row, const Columns& columns) {
  Rule rule;
  rule.id = row.fields[columns.id];
  const auto question = question_named(row.fields[columns.question]);
  if (!question) table.fail(row, "unknown question: " + row.fields[columns.question]);
  rule.question = *question;
  if (row.fields[columns.cue].empty() == row.fields[columns.fact].empty())
    table.fail(row, "a rule has either a cue or a fact");
  if (row.fields[columns.fact].empty())
    read_cue(rule, table, row, columns);
  else
    read_fact(rule, table, row, columns);
  rule.weight = number<double>(table, row, row.fields[columns.weight]);
  rule.example = row.fields[columns.example];
  rule.counter = row.fields[columns.counter];
  return rule;
}

} // namespace

RuleTable::RuleTable(const std::string& file, std::string_view content) {
  const DataTable table(file, content);
  const Columns columns(table);
  for (std::size_t index = 0; index < table.size(); ++index)
    rules_.push_back(read_rule(table, table.row(index), columns));
  std::stable_sort(rules_.begin(), rules_.end(), [](const Rule& left, const Rule& right) {
    return left.question < right.question;
  });
}

const RuleTable& RuleTable::built_in() {
  static const RuleTable table(std::string("data/") + file_name, embedded_rules().front().content);
  return table;
}

RuleTable RuleTable::load(const std::filesystem::path& folder) {
  const auto path = folder / file_name;
  return {path.string(), base::read_file(path)};
}

std::span<const Rule> RuleTable::of(Question question) const {
  const auto first = std::find_if(rules_.begin(), rules_.end(),
                                  [&](const Rule& rule) { return rule.question == question; });
  const auto last = std::find_if(first, rules_.end(),
                                 [&](const Rule& rule) { return rule.question != question; });
  return {first, last};
}

} // namespace tela::events
