#include "conformance/engine_under_test.h"

#include "base/error.h"
#include "base/file.h"
#include "conformance/expected_result.h"
#include "engine/construct.h"
#include "engine/database.h"
#include "engine/planned_run.h"
#include "rdf/iri.h"
#include "sparql/algebra/translate.h"
#include "sparql/results/solution_writer.h"
#include "sparql/syntax/parser.h"

#include <algorithm>

namespace tela::tests {

namespace {

using sparql::evaluator::QueryRun;
using sparql::evaluator::Settings;
using sparql::results::Format;
using sparql::results::ResultTable;

constexpr std::string_view file_scheme = "file://";

class Collector : public rdf::QuadSink {
 public:
  void quad(const rdf::QuadView& quad) override { quads.push_back(rdf::to_quad(quad)); }
  std::vector<rdf::Quad> quads;
};

sparql::syntax::Query parsed(const std::string& text, const std::string& source,
                             const std::string& base) {
  sparql::syntax::ParseOptions options;
  options.source = source;
  options.base = base;
  return sparql::syntax::parse(text, options);
}

engine::RdfFile graph_file(const std::filesystem::path& path, const std::string& graph) {
  engine::RdfFile file;
  file.path = path;
  file.graph = graph;
  return file;
}

/// The test's data, and the files that FROM and FROM NAMED name when the manifest has none.
std::vector<engine::RdfFile> files_of(const ManifestEntry& entry,
                                      const sparql::syntax::Query& query) {
  std::vector<engine::RdfFile> files;
  for (const auto& file : entry.data) files.push_back(graph_file(file, ""));
  for (const auto& graph : entry.named_graphs) files.push_back(graph_file(graph.file, graph.iri));
  auto named = query.from;
  named.insert(named.end(), query.from_named.begin(), query.from_named.end());
  std::sort(named.begin(), named.end());
  named.erase(std::unique(named.begin(), named.end()), named.end());
  for (const auto& graph : named) {
    const bool known = std::any_of(files.begin(), files.end(),
                                   [&](const auto& file) { return file.graph == graph.value; });
    if (!known && graph.value.starts_with(file_scheme))
      files.push_back(graph_file(graph.value.substr(file_scheme.size()), graph.value));
  }
  return files;
}

ResultTable read_back(Format format, const std::string& text) {
  switch (format) {
  case Format::csv:
    return with_blank_nodes(sparql::results::read_csv_result("answer", text));
  case Format::tsv:
    return sparql::results::read_tsv_result("answer", text);
  case Format::json:
    return sparql::results::read_json_result("answer", text);
  default:
    return sparql::results::read_xml_result("answer", text);
  }
}

/// The text that the engine would write for a SELECT or ASK query.
std::string written(const sparql::algebra::Query& query, QueryRun& run, Format format) {
  std::string text;
  const auto writer =
      sparql::results::make_result_writer(format, [&](std::string_view piece) { text += piece; });
  if (query.form == sparql::algebra::Query::Form::ask) {
    writer->boolean(run.ask());
  } else {
    sparql::results::SolutionWriter solutions(*writer);
    run.run(solutions);
  }
  return text;
}

/// Endpoints made of files: each holds the data the manifest puts there.
class ServiceStub {
 public:
  explicit ServiceStub(const ManifestEntry& entry) : entry_(entry) {}

  void operator()(const sparql::evaluator::ServiceRequest& request,
                  const sparql::evaluator::ServiceRow& take) const {
    const auto service =
        std::find_if(entry_.services.begin(), entry_.services.end(), [&](const auto& candidate) {
          return candidate.iri == request.endpoint.value;
        });
    if (service == entry_.services.end())
      throw base::Error(base::Failure::input, "no such endpoint: " + request.endpoint.value);
    const std::vector<engine::RdfFile> files{graph_file(service->file, "")};
    const auto database = engine::Database::load(files);
    std::string text = "SELECT *";
    const auto query = sparql::algebra::translate(parsed(text + request.pattern, "service", ""));
    QueryRun run = engine::planned_run(query, database.dataset(), settings());
    const auto table = read_back(Format::json, written(query, run, Format::json));
    for (const auto& row : table.rows) take(arranged(row, table.variables, request.variables));
  }

  Settings settings() const {
    Settings settings;
    settings.service = *this;
    return settings;
  }

 private:
  static ResultTable::Row arranged(const ResultTable::Row& row,
                                   const std::vector<std::string>& have,
                                   const std::vector<std::string>& wanted) {
    ResultTable::Row out;
    for (const auto& variable : wanted) {
      const auto column = std::find(have.begin(), have.end(), variable);
      out.push_back(column == have.end() ? std::nullopt
                                         : row[static_cast<std::size_t>(column - have.begin())]);
    }
    return out;
  }

  const ManifestEntry& entry_;
};

} // namespace

Answer ask_engine(const ManifestEntry& entry, Format format) {
  const auto text = base::read_file(entry.query);
  const auto ast =
      parsed(text, entry.query.filename().string(), rdf::file_iri(entry.query.string()));
  const auto query = sparql::algebra::translate(ast);
  const auto files = files_of(entry, ast);
  const auto database = engine::Database::load(files);
  QueryRun run = engine::planned_run(query, database.dataset(), ServiceStub(entry).settings());
  Answer answer;
  answer.has_order = !ast.body.modifier.order_by.empty();
  answer.is_graph = query.form == sparql::algebra::Query::Form::construct;
  if (answer.is_graph) {
    Collector collector;
    engine::Construct construct(query.construct, collector, nullptr, nullptr);
    run.run(construct);
    answer.graph = std::move(collector.quads);
  } else {
    answer.table = read_back(format, written(query, run, format));
  }
  return answer;
}

} // namespace tela::tests
