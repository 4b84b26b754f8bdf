#pragma once

#include "sparql/optimiser/rewrites.h"
#include "support/memory_dataset.h"
#include "support/query_answers.h"

#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace tela::tests {

/// Projects with budgets, the states that they benefit, and regions that hold states: small enough
/// to follow by hand, large enough for one way to be better than another.
inline const MemoryDataset& projects() {
  static const MemoryDataset data = [] {
    std::string trig;
    for (int i = 0; i < 40; ++i) {
      const std::string n = std::to_string(i);
      trig += ":p" + n + " a :Project ; :budget " + n + " ; :for :s" + std::to_string(i % 8) +
              ", :s" + std::to_string(i % 5) + " .\n";
    }
    for (int i = 0; i < 8; ++i)
      trig += ":s" + std::to_string(i) + " a :State ; :in :r" + std::to_string(i % 2) +
              " ; :borders :s" + std::to_string((i + 1) % 8) + " .\n";
    return MemoryDataset::from(trig + ":r0 :in :world . :r1 :in :world . :s3 :name \"Haiti\" .");
  }();
  return data;
}

/// Algebra or a plan as tests write it: http://ex.org/name is name, rdf:type is a, 1 is an integer.
inline std::string in_brief(std::string text) {
  const std::regex integer(R"re("(\d+)"\^\^<[^>]*#integer>)re");
  text = std::regex_replace(text, integer, "$1");
  text = std::regex_replace(text, std::regex("<[^>]*#type>"), "a");
  return std::regex_replace(text, std::regex("http://ex.org/"), "");
}

/// The operators of a plan, one a line, without its figures.
inline std::string operators_of(const std::string& explained) {
  std::istringstream lines(explained);
  std::string line;
  std::string text = "\n";
  std::getline(lines, line); // the heading
  while (std::getline(lines, line)) {
    const std::size_t end = line.find_last_not_of(' ', line.find_last_of(' '));
    text += line.substr(0, end + 1) + "\n";
  }
  return in_brief(text);
}

/// The plan of a query without the passes in `disabled`.
inline std::string plan(const std::string& query, const std::vector<std::string>& disabled = {},
                        const MemoryDataset& data = projects()) {
  Settings settings;
  settings.disabled_passes = disabled;
  const auto algebra = parse_query(query);
  return operators_of(planned(algebra, data, settings).explain_text());
}

/// Whether the query has the same answers without a pass.
inline bool same_answers(const std::string& query, const std::string& pass,
                         const MemoryDataset& data = projects()) {
  Settings settings;
  settings.disabled_passes = {pass};
  return answer_set(data, query) == answer_set(data, query, settings);
}

/// The algebra of a group as text, on a line of its own, after `rewrite`.
template<class Rewrite>
std::string rewritten(const std::string& group, Rewrite rewrite) {
  const auto query = parse_query("ASK " + group);
  rewrite(*query.pattern);
  return in_brief("\n" + to_string(*query.pattern) + "\n");
}

inline void unchanged(sparql::algebra::Operator&) {}

} // namespace tela::tests
