// Which states share projects with one state? A complete program that uses Tela as a library:
//
//   partners DATA STATE     for example: partners tela-store HN
//
// DATA is a store that `tela build` wrote, or an RDF file (Turtle, TriG, N-Quads …, also packed).

#include "base/error.h"
#include "engine/database.h"
#include "engine/query.h"

#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>

namespace {

constexpr std::string_view question = R"(
  SELECT ?partner (COUNT(DISTINCT ?project) AS ?shared) {
    ?project tela:beneficiary ?state , ?partner .
    FILTER (?partner != ?state)
  }
  GROUP BY ?partner ORDER BY DESC(?shared) ?partner LIMIT 5)";

/// Takes the solutions as they come. Terms are views: valid during the call.
class PartnerPrinter final : public tela::sparql::results::ResultWriter {
 public:
  void begin(std::span<const std::string> /*variables*/) override {}
  void row(std::span<const tela::sparql::results::Cell> cells) override {
    std::cout << cells[0]->value << ' ' << cells[1]->value << '\n';
  }
  void end() override {}
  void boolean(bool /*value*/) override {}
  void cut_short(std::string_view reason) override { std::cout << "stopped: " << reason << '\n'; }
};

tela::engine::Database open(const std::string& path) {
  const auto syntax = tela::redland::syntax_by_file_name(path);
  if (!syntax) return tela::engine::Database::open(path);
  const tela::engine::RdfFile file{path, {}, syntax, {}};
  return tela::engine::Database::load({{file}});
}

void print_partners(const std::string& data, const std::string& state) {
  const auto database = open(data);

  // The query may take two seconds and 256 MiB; then it ends with an Error(limit).
  tela::base::Cancellation cancellation;
  cancellation.set_deadline(std::chrono::steady_clock::now() + std::chrono::seconds(2));
  tela::base::MemoryBudget memory(std::size_t{256} << 20U);

  tela::engine::QueryOptions options;
  options.prefixes = &database.prefixes(); // so that the query need not declare them
  options.bindings = {{"state", tela::rdf::iri("https://w3id.org/tela/state/" + state)}};
  options.cancellation = &cancellation;
  options.memory = &memory;
  tela::engine::Query query(database, question, options);
  PartnerPrinter printer;
  query.run(printer);
}

} // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: partners DATA STATE\n";
    return 2;
  }
  try {
    print_partners(argv[1], argv[2]);
    return 0;
  } catch (const tela::base::Error& error) {
    std::cerr << error.what() << '\n';
    return error.failure() == tela::base::Failure::limit ? 3 : 1;
  }
}
