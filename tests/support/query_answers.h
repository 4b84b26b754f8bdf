#pragma once

#include "rdf/prefix_map.h"
#include "sparql/algebra/translate.h"
#include "sparql/evaluator/query_run.h"
#include "sparql/optimiser/planner.h"
#include "sparql/syntax/parser.h"

#include <algorithm>
#include <string>
#include <vector>

namespace tela::tests {

/// The algebra of a query text; prefixes : and the standard ones need no declaration.
inline sparql::algebra::Query parse_query(const std::string& text) {
  rdf::PrefixMap prefixes = rdf::PrefixMap::standard();
  prefixes.add("", "http://ex.org/");
  sparql::syntax::ParseOptions options;
  options.prefixes = &prefixes;
  return sparql::algebra::translate(sparql::syntax::parse(text, options));
}

/// A term as tests write it: IRIs of http://ex.org/ as :name, strings and numbers bare.
inline std::string brief(const rdf::TermView& term) {
  constexpr std::string_view home = "http://ex.org/";
  constexpr std::string_view xsd = "http://www.w3.org/2001/XMLSchema#";
  if (term.kind == rdf::TermKind::iri && term.value.starts_with(home))
    return ":" + std::string(term.value.substr(home.size()));
  if (term.kind == rdf::TermKind::literal && term.language.empty() &&
      term.datatype.starts_with(xsd)) {
    const std::string_view type = term.datatype.substr(xsd.size());
    if (type == "string") return "\"" + std::string(term.value) + "\"";
    if (type == "integer" || type == "decimal" || type == "boolean" || type == "double")
      return std::string(term.value);
    return "\"" + std::string(term.value) + "\"^^xsd:" + std::string(type);
  }
  return rdf::to_ntriples(term);
}

/// Keeps solutions as lines: "?x=:a ?y=1", unbound variables left out.
class AnswerList final : public sparql::evaluator::SolutionSink {
 public:
  void begin(std::span<const std::string> variables) override {
    variables_.assign(variables.begin(), variables.end());
  }
  void rows(const sparql::evaluator::Batch& batch,
            const sparql::evaluator::TermSource& terms) override {
    rdf::Term storage;
    for (std::size_t row = 0; row < batch.count; ++row) {
      std::string line;
      for (std::size_t i = 0; i < variables_.size(); ++i) {
        const rdf::Id id = batch.columns[i][row];
        if (!id.defined()) continue;
        ((line += line.empty() ? "?" : " ?") += variables_[i]) +=
            "=" + brief(terms.term(id, storage));
      }
      lines.push_back(std::move(line));
    }
  }
  void end() override { complete = true; }

  std::vector<std::string> lines;
  bool complete = false;

 private:
  std::vector<std::string> variables_;
};

/// How a test plans and runs a query.
struct Settings : sparql::evaluator::Settings {
  std::vector<std::string> disabled_passes;
};

inline sparql::evaluator::QueryRun planned(const sparql::algebra::Query& query,
                                           const sparql::evaluator::Dataset& data,
                                           const Settings& settings = {}) {
  sparql::evaluator::OpenQuery open(query, data, settings);
  auto plan = sparql::optimiser::make_plan(query, open.statistics(),
                                           sparql::optimiser::Choices(settings.disabled_passes));
  return {std::move(open), std::move(plan)};
}

/// The answers of a query in the order in which they came.
inline std::vector<std::string> answers(const sparql::evaluator::Dataset& data,
                                        const sparql::algebra::Query& query,
                                        const Settings& settings = {}) {
  AnswerList list;
  planned(query, data, settings).run(list);
  return list.lines;
}

inline std::vector<std::string> answers(const sparql::evaluator::Dataset& data,
                                        const std::string& query, const Settings& settings = {}) {
  return answers(data, parse_query(query), settings);
}

inline std::vector<std::string> sorted(std::vector<std::string> lines) {
  std::sort(lines.begin(), lines.end());
  return lines;
}

/// The same, sorted: for queries without ORDER BY.
inline std::vector<std::string> answer_set(const sparql::evaluator::Dataset& data,
                                           const std::string& query,
                                           const Settings& settings = {}) {
  return sorted(answers(data, query, settings));
}

} // namespace tela::tests
