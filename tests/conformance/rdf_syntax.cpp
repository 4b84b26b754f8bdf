// Runs the W3C's suites of RDF 1.1 syntaxes (https://w3c.github.io/rdf-tests/rdf/rdf11/) and prints
// a table, a line a suite. Ends with status 1 when a test fails, 77 when the suites are not there.
//
//   tela_w3c_rdf [TEXT]
//
// With TEXT, only tests whose IRI holds it are run, with what was expected and what came.

#include "base/error.h"
#include "base/file.h"
#include "conformance/manifest.h"
#include "conformance/manifest_graph.h"
#include "rdf/isomorphism.h"
#include "redland/reader.h"
#include "support/quad_list.h"

#include <array>
#include <cstdio>
#include <iostream>

namespace tela::tests {

namespace {

constexpr int skipped = 77;

struct Suite {
  const char* folder;
  redland::Syntax syntax;
};

constexpr std::array suites{
    Suite{"rdf-n-triples", redland::Syntax::ntriples},
    Suite{"rdf-n-quads", redland::Syntax::nquads}, Suite{"rdf-turtle", redland::Syntax::turtle},
    Suite{"rdf-trig", redland::Syntax::trig}, Suite{"rdf-xml", redland::Syntax::rdf_xml}};

/// Each file is read as if it stood where the suite is published.
std::string published_iri(const std::filesystem::path& folder, const std::filesystem::path& file) {
  return "https://w3c.github.io/rdf-tests/rdf/rdf11/" + folder.filename().string() + "/" +
         std::filesystem::relative(file, folder).string();
}

std::vector<rdf::Quad> read(const std::filesystem::path& file, redland::Syntax syntax,
                            const std::string& base) {
  QuadList list;
  redland::ReadOptions options;
  options.base = base;
  redland::read_text(file.filename().string(), base::read_file(file), syntax, list, options);
  return list.quads;
}

std::string shown(const std::vector<rdf::Quad>& quads) {
  QuadList list;
  list.quads = quads;
  std::string text;
  for (const std::string& line : list.lines()) text += "  " + line + "\n";
  return text;
}

/// What is wrong with our reading; empty when nothing is.
std::string difference(const ManifestEntry& test, const std::filesystem::path& folder,
                       redland::Syntax syntax) {
  const bool is_negative = test.type.find("Negative") != std::string::npos;
  try {
    const auto quads = read(test.query, syntax, published_iri(folder, test.query));
    if (is_negative) return "expected a refusal, got\n" + shown(quads);
    if (!test.result) return {};
    const auto expected = read(*test.result, redland::Syntax::nquads, {});
    if (rdf::is_isomorphic(expected, quads)) return {};
    return "expected\n" + shown(expected) + "got\n" + shown(quads);
  } catch (const base::Error& error) {
    return is_negative ? "" : error.what();
  }
}

/// How many tests of a suite failed.
std::size_t run(const Suite& suite, const std::filesystem::path& folder,
                const std::string& filter) {
  std::size_t failed = 0, of = 0;
  for (const ManifestEntry& test : read_manifest(folder / "manifest.ttl")) {
    if (test.iri.find(filter) == std::string::npos) continue;
    ++of;
    const std::string fault = difference(test, folder, suite.syntax);
    if (fault.empty()) continue;
    ++failed;
    std::cout << "FAILED " << suite.folder << "/" << local_name(test.iri) << "\n"
              << (filter.empty() ? "" : fault + "\n");
  }
  std::printf("%-24s %6zu of %zu\n", suite.folder, of - failed, of);
  return filter.empty() && of == 0 ? 1 : failed;
}

int run_all(const std::string& filter) {
  const auto root = w3c_suite("rdf11");
  if (!root) {
    std::cout << "skipped: no suites of the W3C in TELA_SHARED_DIR\n";
    return skipped;
  }
  std::size_t failed = 0;
  for (const Suite& suite : suites) failed += run(suite, *root / suite.folder, filter);
  return failed == 0 ? 0 : 1;
}

} // namespace

} // namespace tela::tests

int main(int count, char** arguments) {
  try {
    return tela::tests::run_all(count > 1 ? arguments[1] : "");
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
}
