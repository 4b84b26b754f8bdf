// Runs the W3C's tests of JSON-LD 1.1 to RDF (https://w3c.github.io/json-ld-api/tests/) and prints
// what failed, what was passed over and why. Ends with status 1 when a test fails, 77 when the
// suite is not there.
//
//   tela_w3c_json_ld [TEXT]
//
// With TEXT, only tests whose id holds it are run, with what was expected and what came.

#include "base/error.h"
#include "base/file.h"
#include "conformance/manifest.h"
#include "jsonld/reader.h"
#include "rdf/isomorphism.h"
#include "redland/reader.h"
#include "support/quad_list.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>

namespace tela::tests {

namespace {

using Json = nlohmann::json;

constexpr int skipped = 77;
constexpr std::string_view published = "https://w3c.github.io/json-ld-api/tests/";

/// Their contexts, or parts of them, stand in other documents, which we do not fetch.
constexpr std::array<std::string_view, 17> remote{
    "#tc031", "#tc034", "#te126", "#te127", "#te128", "#ter05", "#tso01", "#tso03", "#tso05",
    "#tso06", "#tso07", "#tso08", "#tso09", "#tso10", "#tso11", "#tso12", "#tso13"};

struct Test {
  std::string id, type, input, expected, code;
  Json options;
};

Test test_of(const Json& entry) {
  return {entry.at("@id"),
          entry.at("@type").at(0),
          entry.at("input"),
          entry.value("expect", ""),
          entry.value("expectErrorCode", ""),
          entry.value("option", Json::object())};
}

/// Why a test is none of ours; empty when it is.
std::string_view reason_to_pass_over(const std::filesystem::path& root, const Test& test) {
  if (std::ranges::find(remote, test.id) != remote.end()) return "a remote context";
  if (test.options.value("specVersion", "") == "json-ld-1.0") return "only for JSON-LD 1.0";
  if (test.options.value("produceGeneralizedRdf", false)) return "generalised RDF, which is no RDF";
  return std::filesystem::exists(root / test.input) ? "" : "its file is not in the suite";
}

jsonld::Options options_of(const Test& test) {
  jsonld::Options options;
  options.is_1_0 = test.options.value("processingMode", "") == "json-ld-1.0";
  const std::string directions = test.options.value("rdfDirection", "");
  if (directions == "i18n-datatype") options.directions = jsonld::Directions::i18n_datatype;
  if (directions == "compound-literal") options.directions = jsonld::Directions::compound_literal;
  return options;
}

std::vector<rdf::Quad> read(const std::filesystem::path& root, const Test& test) {
  QuadList list;
  rdf::ReadOptions options;
  options.base = test.options.value("base", std::string(published) + test.input);
  jsonld::Options own = options_of(test);
  const std::string context = test.options.value("expandContext", "");
  const std::string text = context.empty() ? "" : base::read_file(root / context);
  own.context = text;
  jsonld::read_json_ld(test.input, base::read_file(root / test.input), list, options, own);
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
std::string difference(const std::filesystem::path& root, const Test& test) {
  const bool is_negative = test.type.find("Negative") != std::string::npos;
  try {
    const auto quads = read(root, test);
    if (is_negative) return "expected \"" + test.code + "\", got\n" + shown(quads);
    if (test.expected.empty()) return {};
    QuadList expected;
    redland::read_text(test.expected, base::read_file(root / test.expected),
                       redland::Syntax::nquads, expected);
    if (rdf::is_isomorphic(expected.quads, quads)) return {};
    return "expected\n" + shown(expected.quads) + "got\n" + shown(quads);
  } catch (const base::Error& error) {
    const bool is_said = error.message().starts_with(test.code + ": ");
    return is_negative && is_said && error.place().line > 0 ? "" : error.what();
  }
}

int run_all(const std::string& filter) {
  const auto root = w3c_suite("jsonld11");
  if (!root) {
    std::cout << "skipped: no suites of the W3C in TELA_SHARED_DIR\n";
    return skipped;
  }
  std::size_t failed = 0, of = 0, others = 0;
  const Json manifest = Json::parse(base::read_file(*root / "toRdf-manifest.jsonld"));
  for (const Json& entry : manifest.at("sequence")) {
    const Test test = test_of(entry);
    if (test.id.find(filter) == std::string::npos) continue;
    if (const auto reason = reason_to_pass_over(*root, test); !reason.empty()) {
      std::cout << "passed over " << test.id << ": " << reason << "\n";
      ++others;
      continue;
    }
    ++of;
    const std::string fault = difference(*root, test);
    if (fault.empty()) continue;
    ++failed;
    std::cout << "FAILED " << test.id << "\n" << (filter.empty() ? "" : fault + "\n");
  }
  std::printf("JSON-LD to RDF %zu of %zu, %zu passed over\n", of - failed, of, others);
  return failed == 0 && (of > 0 || !filter.empty()) ? 0 : 1;
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
