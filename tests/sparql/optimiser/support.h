#pragma once

#include "sparql/optimiser/nodes.h"
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

/// Whether a pass makes another plan of a query than there is without it.
inline bool changes(const std::string& pass, const std::string& query,
                    const MemoryDataset& data = projects()) {
  return plan(query, {}, data) != plan(query, {pass}, data);
}

/// The algebra of a group as text, on a line of its own, after `rewrite`.
template<class Rewrite>
std::string rewritten(const std::string& group, Rewrite rewrite) {
  const auto query = parse_query("ASK " + group);
  rewrite(*query.pattern);
  return in_brief("\n" + to_string(*query.pattern) + "\n");
}

inline void unchanged(sparql::algebra::Operator&) {}

/// A condition over ?x, ?y and whatever else it names.
inline sparql::algebra::Expression condition(const std::string& text) {
  const auto query = parse_query("ASK { ?x :p ?y FILTER(" + text + ") }");
  return std::get<sparql::algebra::Filter>(query.pattern->node).conditions.front();
}

/// What the optimiser is told about a dataset.
class Counts {
 public:
  explicit Counts(const MemoryDataset& data = projects())
      : data_(data), query_(parse_query("ASK {}")), open_(query_, data, {}) {}
  [[nodiscard]] sparql::optimiser::Statistics& statistics() { return open_.statistics(); }
  /// The id of http://ex.org/name.
  [[nodiscard]] rdf::Id id(const std::string& name) {
    return statistics().id_of(rdf::iri("http://ex.org/" + name));
  }
  /// A term as tests write it.
  [[nodiscard]] std::string text(rdf::Id id) const {
    rdf::Term storage;
    return in_brief(rdf::to_ntriples(data_.term(id, storage)));
  }

 private:
  const MemoryDataset& data_;
  sparql::algebra::Query query_;
  sparql::evaluator::OpenQuery open_;
};

using Slots = std::vector<sparql::optimiser::Slot>;

/// A plan of so many rows, to put other nodes above: every column bound, with values of its own in
/// each row, and sorted by `sorted_by`.
inline std::shared_ptr<sparql::optimiser::PlanNode> rows_of(const Slots& columns, double rows,
                                                            const Slots& sorted_by = {}) {
  auto node = std::make_shared<sparql::optimiser::PlanNode>();
  node->columns = columns;
  node->sorted_by = sorted_by;
  node->certain = sparql::optimiser::SlotSet(columns);
  node->estimate.rows = rows;
  node->costs = {rows, 1, sorted_by.empty() ? sparql::optimiser::Costs::cannot_skip : 1, 1};
  return node;
}

} // namespace tela::tests
