// Runs every query syntax test of the W3C suites: the parser accepts what they call SPARQL, and
// refuses, with a place and without crashing, what they say is none.

#include "base/error.h"
#include "base/file.h"
#include "conformance/manifest.h"
#include "rdf/iri.h"
#include "sparql/syntax/parser.h"

#include <catch2/catch.hpp>

#include <iostream>

namespace tela::tests {

namespace {

/// What the parser says about a test's query; nothing when it accepts it.
std::optional<base::Error> complaint(const ManifestEntry& entry) {
  sparql::syntax::ParseOptions options;
  options.source = entry.query.filename().string();
  options.base = rdf::file_iri(entry.query.string());
  const std::string text = base::read_file(entry.query);
  try {
    (void)sparql::syntax::parse(text, options);
    return std::nullopt;
  } catch (const base::Error& error) {
    return error;
  }
}

void run_syntax_tests(std::string_view suite, std::size_t at_least) {
  const auto folder = w3c_suite(suite);
  REQUIRE(folder);
  std::size_t run = 0;
  const auto* manifest = suite == "sparql10" ? "manifest-syntax.ttl" : "manifest-all.ttl";
  for (const auto& entry : read_manifest(*folder / manifest)) {
    const bool positive =
        entry.type == "PositiveSyntaxTest" || entry.type == "PositiveSyntaxTest11";
    const bool negative =
        entry.type == "NegativeSyntaxTest" || entry.type == "NegativeSyntaxTest11";
    if ((!positive && !negative) || entry.query.extension() != ".rq") continue;
    ++run;
    const auto error = complaint(entry);
    INFO(entry.category << "/" << entry.query.filename().string() << ", " << entry.name);
    INFO((error ? error->what() : "accepted"));
    if (positive) CHECK_FALSE(error);
    if (negative) CHECK((error && error->place().line > 0));
  }
  CHECK(run >= at_least);
  std::cout << suite << ": " << run << " syntax tests\n";
}

} // namespace

TEST_CASE("the SPARQL 1.0 syntax tests of the W3C pass", "[shared]") {
  run_syntax_tests("sparql10", 199);
}

TEST_CASE("the SPARQL 1.1 query syntax tests of the W3C pass", "[shared]") {
  run_syntax_tests("sparql11", 106);
}

} // namespace tela::tests
