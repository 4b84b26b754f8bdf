#include "events/link.h"
#include "events/rule_table.h"
#include "sentences.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <set>

using namespace tela::events;

namespace {

/// "en|Title // They met in [Lima]." of rules.csv: an article, under a title of a meeting where it
/// has none of its own, and the words in brackets.
struct Example {
  tela::records::Record record;
  std::string candidate;
};

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

Example example(std::string text) {
  REQUIRE(text.size() > 3);
  REQUIRE(text[2] == '|');
  const auto language = text.substr(0, 2);
  text.erase(0, 3);
  replace_all(text, "\\n", "\n");
  const auto open = text.find('['), close = text.find(']');
  REQUIRE(close != std::string::npos);
  const auto candidate = text.substr(open + 1, close - open - 1);
  text.erase(close, 1).erase(open, 1);
  const auto parted = text.find(" // ");
  const auto title =
      parted == std::string::npos ? "Meeting of the Quito Process" : text.substr(0, parted);
  const auto body = parted == std::string::npos ? text : text.substr(parted + 4);
  return {test::article(language, title, body), candidate};
}

/// "en|… || fr|…": sentences that show the same in several languages.
std::vector<std::string> examples(const std::string& column) {
  constexpr std::string_view mark = " || ";
  std::vector<std::string> found;
  for (std::size_t from = 0; from < column.size();) {
    const auto end = std::min(column.find(mark, from), column.size());
    found.push_back(column.substr(from, end - from));
    from = end + mark.size();
  }
  return found;
}

/// Whether the rule applied to the candidate in brackets. Names that come twice count where any
/// does.
bool applies(const Rule& rule, const std::string& text) {
  const auto [record, candidate] = example(text);
  for (const auto& judgement : explain(record, tela::gazetteer::Gazetteer::built_in())) {
    const bool meant =
        judgement.question == rule.question && judgement.text.find(candidate) != std::string::npos;
    if (meant &&
        std::find(judgement.rules.begin(), judgement.rules.end(), rule.id) != judgement.rules.end())
      return true;
  }
  return false;
}

} // namespace

TEST_CASE("each rule applies to its example and not to its counter-example") {
  for (const Rule& rule : RuleTable::built_in().rules()) {
    INFO(rule.id);
    for (const auto& text : examples(rule.example)) CHECK(applies(rule, text));
    for (const auto& text : examples(rule.counter)) CHECK_FALSE(applies(rule, text));
  }
}

TEST_CASE("rules have names of their own and weights that are odds") {
  std::set<std::string> ids;
  for (const Rule& rule : RuleTable::built_in().rules()) {
    CHECK(ids.insert(rule.id).second);
    CHECK(std::abs(rule.weight) < 10);
  }
  CHECK(RuleTable::built_in().of(Question::part).size() <= most_rules);
}
