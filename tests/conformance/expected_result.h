#pragma once

#include "rdf/quad.h"
#include "sparql/results/result_table.h"

#include <filesystem>
#include <variant>
#include <vector>

namespace tela::tests {

struct ExpectedTable {
  sparql::results::ResultTable table;
  bool ordered = false; ///< the file numbers its solutions
};
using ExpectedGraph = std::vector<rdf::Quad>;
using ExpectedResult = std::variant<ExpectedTable, ExpectedGraph>;

/// The result that a test's file describes: SPARQL results in XML, JSON, CSV or TSV; RDF that is
/// either the result itself or describes one in the vocabulary of
/// http://www.w3.org/2001/sw/DataAccess/tests/result-set. Throws base::Error.
[[nodiscard]] ExpectedResult read_expected_result(const std::filesystem::path& file);

/// A table read from CSV with what looks like a blank node made one.
[[nodiscard]] sparql::results::ResultTable with_blank_nodes(sparql::results::ResultTable table);

} // namespace tela::tests
