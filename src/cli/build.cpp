#include "cli/build.h"

#include "base/error.h"
#include "base/progress.h"
#include "cli/build_from.h"
#include "cli/destination.h"
#include "cli/extract_part.h"
#include "cli/messages.h"
#include "cli/program.h"
#include "cli/rejected_file.h"
#include "cli/store_option.h"
#include "importer/importer.h"
#include "rdf/iri.h"
#include "relations/derived_graph.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <memory>

namespace tela::cli {

namespace {

constexpr std::size_t warnings_shown = 20;

struct BuildOptions {
  std::vector<std::string> sources;
  std::string store;
  std::size_t memory_mib = 128;
  bool all_warnings = false;
  bool derive = false;
  bool transactions = false;
  std::string weight = "count";
  std::string wanted;   ///< list of the files that the parts must have read
  std::string table;    ///< for which a mapping is suggested
  std::string rejected; ///< file for what was left out
  importer::ImportOptions import;
  MirrorRequest mirror;
};

void print_warnings(const importer::Warnings& warnings, bool all) {
  std::size_t shown = 0;
  for (const std::string& text : warnings.texts) {
    if (!all && shown == warnings_shown) break;
    print_note(text);
    ++shown;
  }
  if (warnings.count > shown)
    print_note("… and " + std::to_string(warnings.count - shown) +
               " warnings more; see them with --warnings");
}

void print_skipped(const std::vector<std::string>& skipped) {
  if (skipped.empty()) return;
  constexpr std::size_t shown = 5;
  std::string note = std::to_string(skipped.size()) + " files of the folders are no sources: ";
  for (std::size_t i = 0; i < std::min(skipped.size(), shown); ++i)
    note += (i == 0 ? "" : ", ") + skipped[i];
  print_note(note + (skipped.size() > shown ? ", …" : ""));
}

// Only where a last build could be compared with.
void print_changes(const importer::ImportReport& report) {
  std::array<std::size_t, 3> counts{};
  for (const auto& source : report.sources) ++counts[static_cast<std::size_t>(source.change)];
  const auto [added, changed, unchanged] = counts;
  if (changed + unchanged + report.gone.size() == 0) return;
  print_note("files: " + std::to_string(added) + " added, " + std::to_string(changed) +
             " changed, " + std::to_string(unchanged) + " unchanged, " +
             std::to_string(report.gone.size()) + " gone");
}

// Every element of the activities is one of the three.
void print_elements(const records::ElementCount& elements) {
  const std::uint64_t all = elements.read + elements.empty + elements.unmapped;
  if (all == 0) return;
  print_note("elements of IATI " + std::to_string(all) + " = read " +
             std::to_string(elements.read) + " + empty " + std::to_string(elements.empty) +
             " + not mapped " + std::to_string(elements.unmapped));
}

// read = accepted + rejected + unchanged; anything else would be a loss.
void print_ledger(const importer::ImportReport& report) {
  const records::Ledger& ledger = report.ledger;
  const std::uint64_t read = ledger.read + report.unchanged;
  print_note("records read " + std::to_string(read) + " = accepted " +
             std::to_string(ledger.accepted) + " + rejected " + std::to_string(ledger.rejected) +
             " + unchanged " + std::to_string(report.unchanged));
  for (const std::string& note : ledger.notes) print_note(note);
  for (const auto& [name, count] : ledger.unmapped)
    print_note("not mapped: " + name + ", " + std::to_string(count) + " times");
  for (const auto& [name, count] : ledger.empty)
    print_note("empty: " + name + ", " + std::to_string(count) + " times");
  print_elements(ledger.elements);
  if (read != ledger.accepted + ledger.rejected + report.unchanged)
    throw base::Error(base::Failure::input, "the account of records does not balance",
                      "please report it");
}

// Errors of whole files, then those of records; a long list is cut.
void print_errors(const importer::ImportReport& report, bool all) {
  std::size_t shown = 0;
  for (const auto& source : report.sources) {
    for (const base::Error& error : source.errors) print_error(error);
    for (const base::Error& error : source.rejections)
      if (all || shown++ < warnings_shown) print_error(error);
  }
  if (shown > warnings_shown)
    print_note("… and " + std::to_string(shown - warnings_shown) +
               " rejections more; see them with --warnings, or --rejected FILE");
}

[[noreturn]] void end_without_store(const importer::ImportReport& report,
                                    const BuildOptions& options) {
  const std::uint64_t rejected = report.ledger.rejected;
  const bool skippable =
      std::ranges::all_of(report.sources, [](const auto& source) { return source.errors.empty(); });
  print_error(base::Error(base::Failure::input, "nothing was written to " + options.store,
                          skippable ? "mend the " + std::to_string(rejected) +
                                          " rejected records above, or write the others with "
                                          "--skip-rejected " +
                                          std::to_string(rejected)
                                    : "mend or leave out the sources above"));
  throw Finished{Exit::input};
}

void print_outcome(const importer::ImportReport& report, const BuildOptions& options,
                   double seconds) {
  if (!report.written) {
    print_note("nothing has changed: " + options.store + " stands as it was");
    return;
  }
  char time[32];
  std::snprintf(time, sizeof time, "%.1f s", seconds); // NOLINT(*-vararg)
  print_note(std::to_string(report.store.quads) + " statements, " +
             std::to_string(report.store.terms) + " terms, " + std::to_string(report.store.bytes) +
             " bytes written to " + options.store + " in " + time);
}

void print_derived(const relations::DerivedCounts& counts) {
  print_note("derived " + std::to_string(counts.ties) + " ties with " +
             std::to_string(counts.reasons) + " reasons");
  if (counts.unnamed > 0)
    print_note(std::to_string(counts.unnamed) + " ties of blank nodes left out");
}

importer::Derivation derivation(const BuildOptions& options) {
  if (!options.derive) return {};
  const network::Weight weight = network::weight_named(options.weight);
  return {options.weight, [weight, names = iris::Scheme(options.import.base_iri)](
                              const store::Store& store, rdf::QuadSink& sink) {
            print_derived(relations::derive_graph(store, names, weight, sink));
          }};
}

void print_suggestion(const std::string& table) {
  Destination destination("");
  destination.write(records::suggested_mapping(table));
  destination.commit();
}

// "http:" has a scheme, but nothing can be resolved against it.
void check_rdf_base(const std::string& base) {
  const std::string rest = base.substr(std::min(base.size(), base.find(':') + 1));
  const bool is_web = base.starts_with("http:") || base.starts_with("https:");
  const bool names_a_place = is_web ? rest.starts_with("//") && rest.size() > 2 : !rest.empty();
  if (base.empty() || (rdf::is_absolute_iri(base) && names_a_place)) return;
  throw base::Error(base::Failure::usage, "'" + base + "' is no base for relative IRIs",
                    "give an absolute one such as https://example.org/data/");
}

void mirror(BuildOptions& options) {
  if (!options.sources.empty())
    throw base::Error(base::Failure::usage, "a copy of a service has no other sources",
                      "dump it and build that together with them");
  options.mirror.store = options.store;
  options.mirror.base_iri = options.import.base_iri;
  options.mirror.build = options.import.build;
  options.mirror.build.memory_bytes = options.memory_mib << 20U;
  options.mirror.build.cancellation = &interruption();
  build_from(options.mirror);
}

void run_build(BuildOptions& options) {
  if (!options.table.empty()) return print_suggestion(options.table);
  if (!options.mirror.endpoint.address.empty()) return mirror(options);
  if (options.sources.empty())
    throw base::Error(base::Failure::usage, "no sources", "name files or folders");
  check_rdf_base(options.import.rdf_base);
  const auto start = std::chrono::steady_clock::now();
  base::Progress progress(standard_error_is_lively() ? stderr : nullptr, "building", 0);
  options.import.build.memory_bytes = options.memory_mib << 20U;
  options.import.build.cancellation = &interruption();
  options.import.derivation = derivation(options);
  if (!options.wanted.empty()) options.import.wanted_in_parts = listed_paths(options.wanted);
  if (options.transactions)
    options.import.reading.transactions = records::TransactionDetail::single;
  options.import.on_source = [&](const std::string&, std::size_t number, std::size_t) {
    progress.update(number);
  };
  const auto report = importer::import_sources(options.sources, options.store, options.import);
  print_skipped(report.skipped);
  print_warnings(report.warnings, options.all_warnings);
  print_errors(report, options.all_warnings);
  print_changes(report);
  print_ledger(report);
  if (!options.rejected.empty()) write_rejected(report, options.rejected);
  if (report.failed()) end_without_store(report, options);
  if (report.ledger.rejected > 0)
    print_note(std::to_string(report.ledger.rejected) + " rejected records were left out");
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  print_outcome(report, options, seconds.count());
}

void add_mirror(CLI::App& command, MirrorRequest& mirror) {
  CLI::Option* address =
      add_endpoint_options(command, mirror.endpoint, "--from",
                           "Address of a SPARQL service to copy instead of reading sources");
  command.add_option("--from-graph", mirror.graphs, "IRI of a graph to copy; several times")
      ->allow_extra_args(false)
      ->needs(address);
  command
      .add_option("--from-part", mirror.part,
                  "Statements that are asked for at once, unless one graph has more")
      ->check(CLI::PositiveNumber)
      ->capture_default_str()
      ->needs(address);
}

} // namespace

void add_build(CLI::App& app) {
  auto options = std::make_shared<BuildOptions>();
  CLI::App* command =
      app.add_subcommand("build", "Turn records, pages, tables and RDF files into a store");
  command->footer("Examples:\n  tela build data -s tela-store\n"
                  "  tela build data --derive\n"
                  "  tela build --from https://data.example.org/sparql -s copy\n"
                  "  tela build --suggest-map projects.csv > projects.csv.map\n"
                  "  tela build projects.csv --skip-rejected 10 --rejected left-out.csv");
  command->add_option("sources", options->sources, "Files and folders");
  add_store_option(*command, options->store);
  add_mirror(*command, options->mirror);
  command
      ->add_option("--base-iri", options->import.base_iri, "What the IRIs of the data start with")
      ->capture_default_str();
  command->add_option(
      "--rdf-base", options->import.rdf_base,
      "What relative IRIs of RDF files are resolved against; else each file's path");
  command->add_option("--memory-limit", options->memory_mib, "MiB held before sorting on disk")
      ->check(CLI::Range(16, 1 << 20))
      ->capture_default_str();
  command->add_option("--threads", options->import.build.threads, "Threads that work at once")
      ->check(CLI::Range(1, 64))
      ->capture_default_str();
  command->add_flag("--derive", options->derive,
                    "Add a graph of the ties between states, processes and organisations");
  command->add_option("--derive-weight", options->weight, "Their weight, as in tela graph")
      ->capture_default_str();
  command->add_flag("--transactions", options->transactions,
                    "Keep each transaction of IATI by itself, not their sums by kind and year");
  command->add_option("--skip-rejected", options->import.skip_rejected,
                      "Leave out up to so many rejected records and write the others");
  command->add_option("--rejected", options->rejected,
                      "CSV file for the rejected records, with places and reasons");
  command->add_option("--suggest-map", options->table,
                      "Print a mapping for this table, to be corrected and saved as TABLE.map");
  command->add_option("--parts-of", options->wanted,
                      "File with the paths, one a line, that the parts (tela extract -f nquads) "
                      "among the sources must have read");
  command->add_flag("--full", options->import.full,
                    "Read everything, also what has not changed since the last build");
  command->add_flag("--warnings", options->all_warnings, "Print every warning");
  command->callback([options] { run_build(*options); });
}

} // namespace tela::cli
