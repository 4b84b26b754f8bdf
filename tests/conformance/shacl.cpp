// Runs every test of the W3C's data-shapes suite (https://w3c.github.io/data-shapes/), Core and
// SPARQL, in the shared folder, also those that its manifests leave out; prints a table, a line a
// folder, and what fails by name. Ends with status 1 when a test fails, 77 when there is no suite.
//
//   tela_w3c_shacl [TEXT]
//
// With TEXT, only tests whose IRI holds it are run, with what was expected and what came.

#include "base/error.h"
#include "base/file.h"
#include "conformance/manifest_graph.h"
#include "rdf/iri.h"
#include "rdf/isomorphism.h"
#include "rdf/namespaces.h"
#include "rdf/turtle_reader.h"
#include "shapes/report_writer.h"
#include "shapes/validator.h"
#include "shapes/vocabulary.h"
#include "store/builder.h"
#include "support/paths.h"
#include "support/quad_list.h"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <iterator>

namespace tela::tests {

namespace {

constexpr std::string_view sht = "http://www.w3.org/ns/shacl-test#";
constexpr int skipped = 77;

using Quads = std::vector<rdf::Quad>;

struct ShaclTest {
  std::string iri, folder;
  std::filesystem::path data, shapes;
  std::optional<Quads> report; ///< none: the shapes are to be refused
};

/// The report that starts at `node` of a manifest, and nothing of what it speaks about: its
/// results and their paths.
void collect(const ManifestGraph& graph, const rdf::Term& node, Quads& report) {
  for (const auto& [predicate, object] : graph.statements(node)) {
    report.push_back({node, rdf::iri(predicate), object, std::nullopt});
    const std::string local = local_name(predicate);
    const bool is_part = local == "result" || local == "resultPath" || local == "detail" ||
                         local == "first" || local == "rest" || local.ends_with("Path");
    if (is_part && object.kind == rdf::TermKind::blank) collect(graph, object, report);
  }
}

ShaclTest read_test(const ManifestGraph& graph, const rdf::Term& entry, std::string folder) {
  ShaclTest test{entry.value, std::move(folder), {}, {}, std::nullopt};
  const auto action = graph.object(entry, name_in(mf, "action"));
  const auto result = graph.object(entry, name_in(mf, "result"));
  const auto file = [&](std::string_view local) {
    const auto found = action ? graph.object(*action, name_in(sht, local)) : std::nullopt;
    return found ? path_of(found->value) : std::filesystem::path();
  };
  test.data = file("dataGraph");
  test.shapes = file("shapesGraph");
  if (result && result->value != name_in(sht, "Failure"))
    collect(graph, *result, test.report.emplace());
  return test;
}

/// The tests of every file below `suite`, in order.
std::vector<ShaclTest> read_tests(const std::filesystem::path& suite) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(suite))
    if (entry.path().extension() == ".ttl") files.push_back(entry.path());
  std::ranges::sort(files);
  std::vector<ShaclTest> tests;
  for (const auto& file : files) {
    const ManifestGraph graph(file);
    const auto subject = graph.subject(std::string(rdf::rdf_type), name_in(mf, "Manifest"));
    if (!subject) continue;
    const std::string folder = file.parent_path().lexically_relative(suite).string();
    for (const rdf::Term& entry : graph.members(graph.object(*subject, name_in(mf, "entries"))))
      tests.push_back(read_test(graph, entry, folder));
  }
  return tests;
}

store::Store load(const std::filesystem::path& file) {
  store::Builder builder;
  rdf::ReadOptions options;
  options.base = rdf::file_iri(file.string());
  rdf::read_turtle(file.string(), base::read_file(file), builder, options);
  return store::Store::from_memory(builder.finish_in_memory());
}

bool is_message(const rdf::Quad& quad) {
  return quad.predicate.value == shapes::sh("resultMessage");
}

/// Our report; without messages when the expected one has none, since their words are free.
Quads validate(const ShaclTest& test) {
  const auto shapes = shapes::read_shapes(load(test.shapes));
  QuadList list;
  shapes::push_report(shapes::validate(load(test.data), shapes), list);
  if (test.report && std::ranges::none_of(*test.report, is_message))
    std::erase_if(list.quads, is_message);
  return list.quads;
}

std::string shown(const Quads& quads) {
  std::string text;
  for (const rdf::Quad& quad : quads)
    text += "  " + rdf::to_ntriples(quad.subject) + " " + local_name(quad.predicate.value) + " " +
            rdf::to_ntriples(quad.object) + "\n";
  return text;
}

/// What is wrong with our answer; empty when nothing is.
std::string difference(const ShaclTest& test) {
  try {
    const Quads report = validate(test);
    if (!test.report) return "expected a refusal, got\n" + shown(report);
    if (rdf::is_isomorphic(*test.report, report)) return {};
    return "expected\n" + shown(*test.report) + "got\n" + shown(report);
  } catch (const base::Error& error) {
    return test.report ? error.what() : "";
  }
}

struct Tally {
  std::size_t passed = 0, of = 0;
};

void print(const std::string& folder, const Tally& tally) {
  std::printf("%-24s %6zu of %zu\n", folder.c_str(), tally.passed, tally.of);
}

int run(const std::string& filter) {
  const auto suite = shared_folder() / "w3c" / "shacl";
  if (!std::filesystem::is_directory(suite)) {
    std::cout << "skipped: no w3c/shacl in TELA_SHARED_DIR\n";
    return skipped;
  }
  std::map<std::string, Tally> folders;
  Tally all;
  for (const ShaclTest& test : read_tests(std::filesystem::canonical(suite))) {
    if (test.iri.find(filter) == std::string::npos) continue;
    const std::string fault = difference(test);
    for (Tally* tally : {&all, &folders[test.folder]}) {
      tally->passed += fault.empty() ? 1 : 0;
      ++tally->of;
    }
    if (!fault.empty())
      std::cout << "FAILED " << test.folder << "/" << local_name(test.iri) << "\n"
                << (filter.empty() ? "" : fault + "\n");
  }
  for (const auto& [folder, tally] : folders) print(folder, tally);
  print("SHACL", all);
  return all.passed == all.of && all.of > 0 ? 0 : 1;
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
