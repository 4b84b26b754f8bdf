// Runs the query evaluation and result format tests of the W3C's SPARQL 1.0 and 1.1 suites and
// prints a table, a line a category. Ends with status 1 when a test fails that is not among the
// exceptions below.
//
// With an argument, only tests whose IRI or name holds it are run, with the reason of each failure.

#include "base/error.h"
#include "conformance/comparison.h"
#include "conformance/engine_under_test.h"
#include "conformance/expected_result.h"
#include "support/paths.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <iostream>
#include <map>
#include <set>
#include <string>

namespace tela::tests {

namespace {

using sparql::results::Format;

/// A test that the standard's errata withdraw.
struct Exception {
  std::string_view iri_end, reason;
};
constexpr std::array<Exception, 0> exceptions{};

bool is_exception(const ManifestEntry& entry) {
  return std::any_of(exceptions.begin(), exceptions.end(), [&](const Exception& exception) {
    return entry.iri.ends_with(exception.iri_end);
  });
}

bool is_evaluation_test(const ManifestEntry& entry) {
  static const std::set<std::string> types{"QueryEvaluationTest", "CSVResultFormatTest",
                                           "TSVResultFormatTest", "JSONResultFormatTest"};
  static const std::set<std::string> other_issues{"entailment"};
  return types.contains(entry.type) && !other_issues.contains(entry.category);
}

/// The format the result goes through: the one that is tested.
Format format_of(const ManifestEntry& entry) {
  const auto extension = entry.result->extension();
  if (extension == ".csv") return Format::csv;
  if (extension == ".tsv") return Format::tsv;
  return extension == ".srj" ? Format::json : Format::xml;
}

void append(std::string& out, const Tuple& tuple) {
  for (const auto& term : tuple) out += "  " + (term ? rdf::to_ntriples(*term) : "–");
  out += '\n';
}

std::string shown(const sparql::results::ResultTable& table) {
  std::string out;
  if (table.boolean) return *table.boolean ? "true\n" : "false\n";
  for (const auto& variable : table.variables) out += "  ?" + variable;
  out += '\n';
  for (const auto& row : table.rows) append(out, row);
  return out;
}

std::string shown(const std::vector<rdf::Quad>& graph) {
  std::string out;
  for (const auto& quad : graph) append(out, {quad.subject, quad.predicate, quad.object});
  return out;
}

/// What is wrong with the engine's answer; empty when nothing is.
std::string difference(const ManifestEntry& entry) {
  const auto expected = read_expected_result(*entry.result);
  const auto answer = ask_engine(entry, format_of(entry));
  if (const auto* graph = std::get_if<ExpectedGraph>(&expected)) {
    if (answer.is_graph && same_graphs(*graph, answer.graph)) return {};
    return "expected\n" + shown(*graph) + "got\n" + shown(answer.graph);
  }
  const auto& table = std::get<ExpectedTable>(expected);
  auto comparison = Comparison::bag;
  if (table.ordered || answer.has_order) comparison = Comparison::ordered;
  if (entry.lax_cardinality) comparison = Comparison::reduced;
  if (!answer.is_graph && same_results(table.table, answer.table, comparison)) return {};
  return "expected\n" + shown(table.table) + "got\n" + shown(answer.table);
}

std::string failure(const ManifestEntry& entry) {
  try {
    return difference(entry);
  } catch (const std::exception& error) {
    return std::string(error.what()) + '\n';
  }
}

struct Tally {
  std::size_t passed = 0, failed = 0, excepted = 0;
};

class Report {
 public:
  explicit Report(std::string filter) : filter_(std::move(filter)) {}

  void run(const std::string& suite, const std::filesystem::path& manifest) {
    for (const auto& entry : read_manifest(manifest)) {
      if (!is_evaluation_test(entry) || !entry.result) continue;
      if (entry.iri.find(filter_) == std::string::npos &&
          entry.name.find(filter_) == std::string::npos)
        continue;
      auto& tally = tallies_[suite + " " + entry.category];
      if (is_exception(entry)) {
        ++tally.excepted;
        continue;
      }
      const auto problem = failure(entry);
      ++(problem.empty() ? tally.passed : tally.failed);
      if (problem.empty()) continue;
      failures_.push_back(entry.category + "/" + entry.query.filename().string() + "  " +
                          entry.name);
      if (!filter_.empty()) failures_.back() += "\n" + problem;
    }
  }

  /// Prints the table; whether all is well.
  bool print() const {
    Tally sum;
    std::printf("%-36s %6s %6s %9s\n", "category", "passed", "failed", "withdrawn");
    for (const auto& [category, tally] : tallies_) {
      print_line(category, tally);
      sum.passed += tally.passed;
      sum.failed += tally.failed;
      sum.excepted += tally.excepted;
    }
    print_line("all", sum);
    for (const auto& exception : exceptions)
      std::cout << "withdrawn: " << exception.iri_end << ": " << exception.reason << "\n";
    for (const auto& line : failures_) std::cout << "FAILED " << line << "\n";
    return sum.failed == 0;
  }

 private:
  static void print_line(const std::string& category, const Tally& tally) {
    std::printf("%-36s %6zu %6zu %9zu\n", category.c_str(), tally.passed, tally.failed,
                tally.excepted);
  }

  std::string filter_;
  std::map<std::string, Tally> tallies_;
  std::vector<std::string> failures_;
};

int run(const std::string& filter) {
  const auto suite_1_0 = w3c_suite("sparql10");
  const auto suite_1_1 = w3c_suite("sparql11");
  if (!suite_1_0 || !suite_1_1) {
    std::cout << "skipped: no W3C suites in " << tests::shared_folder().string() << "\n";
    return 77;
  }
  Report report(filter);
  report.run("SPARQL 1.0", *suite_1_0 / "manifest-evaluation.ttl");
  report.run("SPARQL 1.1", *suite_1_1 / "manifest-all.ttl");
  return report.print() ? 0 : 1;
}

} // namespace

} // namespace tela::tests

int main(int count, char** arguments) {
  try {
    return tela::tests::run(count > 1 ? arguments[1] : "");
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
}
