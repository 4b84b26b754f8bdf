#include "conformance/expected_result.h"

#include "base/file.h"
#include "rdf/iri.h"
#include "rdf/namespaces.h"
#include "redland/reader.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace tela::tests {

namespace {

constexpr std::string_view rs = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#";

class Collector : public rdf::QuadSink {
 public:
  void quad(const rdf::QuadView& quad) override { quads.push_back(rdf::to_quad(quad)); }
  std::vector<rdf::Quad> quads;
};

/// A result set described in RDF.
class DescribedResult {
 public:
  explicit DescribedResult(const std::vector<rdf::Quad>& quads) : quads_(quads) {}

  [[nodiscard]] bool exists() const {
    return std::any_of(quads_.begin(), quads_.end(), [](const rdf::Quad& quad) {
      return quad.predicate.value == rdf::rdf_type && quad.object.value.starts_with(rs);
    });
  }

  ExpectedTable read() {
    ExpectedTable expected;
    std::map<long, sparql::results::ResultTable::Row> numbered;
    for (const auto& quad : quads_) {
      if (is(quad.predicate, "resultVariable"))
        expected.table.variables.push_back(quad.object.value);
      if (is(quad.predicate, "boolean")) expected.table.boolean = quad.object.value == "true";
    }
    for (const auto& quad : quads_) {
      if (!is(quad.predicate, "solution")) continue;
      const auto index = objects(quad.object, "index");
      auto row = read_row(quad.object, expected.table.variables);
      if (index.empty())
        expected.table.rows.push_back(std::move(row));
      else
        numbered.emplace(number(index.front().value), std::move(row));
    }
    expected.ordered = !numbered.empty();
    for (auto& [index, row] : numbered) expected.table.rows.push_back(std::move(row));
    return expected;
  }

 private:
  static bool is(const rdf::Term& predicate, std::string_view local) {
    return predicate.value == std::string(rs) + std::string(local);
  }
  static long number(const std::string& digits) {
    long value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  }

  std::vector<rdf::Term> objects(const rdf::Term& subject, std::string_view local) const {
    std::vector<rdf::Term> found;
    for (const auto& quad : quads_)
      if (quad.subject == subject && is(quad.predicate, local)) found.push_back(quad.object);
    return found;
  }

  sparql::results::ResultTable::Row read_row(const rdf::Term& solution,
                                             const std::vector<std::string>& variables) const {
    sparql::results::ResultTable::Row row(variables.size());
    for (const auto& binding : objects(solution, "binding")) {
      const auto name = objects(binding, "variable").at(0).value;
      const auto column = std::find(variables.begin(), variables.end(), name);
      row.at(static_cast<std::size_t>(column - variables.begin())) =
          objects(binding, "value").at(0);
    }
    return row;
  }

  const std::vector<rdf::Quad>& quads_;
};

} // namespace

sparql::results::ResultTable with_blank_nodes(sparql::results::ResultTable table) {
  for (auto& row : table.rows)
    for (auto& cell : row)
      if (cell && cell->value.starts_with("_:")) cell = rdf::blank(cell->value.substr(2));
  return table;
}

ExpectedResult read_expected_result(const std::filesystem::path& file) {
  const auto extension = file.extension();
  const auto text = base::read_file(file);
  const auto source = file.string();
  if (extension == ".srx") return ExpectedTable{sparql::results::read_xml_result(source, text)};
  if (extension == ".srj") return ExpectedTable{sparql::results::read_json_result(source, text)};
  if (extension == ".tsv") return ExpectedTable{sparql::results::read_tsv_result(source, text)};
  if (extension == ".csv")
    return ExpectedTable{with_blank_nodes(sparql::results::read_csv_result(source, text))};
  Collector collector;
  redland::ReadOptions options;
  options.base = rdf::file_iri(source);
  redland::read_file(file, std::nullopt, collector, options);
  DescribedResult described(collector.quads);
  if (described.exists()) return described.read();
  return std::move(collector.quads);
}

} // namespace tela::tests
