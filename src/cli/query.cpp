#include "cli/query.h"

#include "base/error.h"
#include "base/file.h"
#include "cli/destination.h"
#include "cli/limit_options.h"
#include "cli/messages.h"
#include "cli/program.h"
#include "cli/remote_query.h"
#include "cli/store_option.h"
#include "engine/places.h"
#include "engine/query.h"
#include "engine/query_library.h"
#include "rdf/iri.h"
#include "redland/writer.h"
#include "relations/resource_finder.h"
#include "store/store_watch.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <tuple>

namespace tela::cli {

namespace {

namespace results = sparql::results;

struct QueryCommand {
  std::string file, text, name, store, format, output, base, library, base_iri;
  std::vector<std::string> data, graphs, parameters, disabled, services;
  LimitOptions limits;
  EndpointOptions endpoint;
  unsigned repeat = 1, threads = 0;
  bool list = false, explain = false, time = false, csv_safe = false, as_is = false;
};

std::pair<std::string, std::string> split_pair(const std::string& text, std::string_view form) {
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals == 0)
    throw base::Error(base::Failure::usage,
                      "'" + text + "' is not of the form " + std::string(form));
  return {text.substr(0, equals), text.substr(equals + 1)};
}

engine::Database open_data(const QueryCommand& command, base::MemoryBudget& memory) {
  if (command.data.empty() && command.graphs.empty()) return engine::Database::open(command.store);
  std::vector<engine::RdfFile> files;
  for (const std::string& path : command.data)
    files.push_back({path, {}, std::nullopt, command.base});
  for (const std::string& graph : command.graphs) {
    const auto [iri, path] = split_pair(graph, "IRI=FILE");
    files.push_back({path, iri, std::nullopt, command.base});
  }
  auto database = engine::Database::load(files, &interruption(), &memory);
  print_notes(database.warnings());
  return database;
}

/// A query text with all that is known about where it comes from.
struct QueryText {
  std::string text;
  engine::QueryOptions options;
};

const engine::SavedQuery& find_saved(const std::vector<engine::SavedQuery>& library,
                                     const std::string& name) {
  const auto found = std::ranges::find(library, name, &engine::SavedQuery::name);
  if (found == library.end())
    throw base::Error(base::Failure::usage, "there is no query '" + name + "' in the library",
                      "see tela query --list");
  return *found;
}

relations::ParameterValues parameter_values(const QueryCommand& command) {
  relations::ParameterValues values;
  for (const std::string& parameter : command.parameters)
    values.push_back(split_pair(parameter, "name=value"));
  return values;
}

QueryText saved_query(const QueryCommand& command, const engine::Database& database) {
  const auto library = engine::load_query_library(command.library);
  const engine::SavedQuery& saved = find_saved(library, command.name);
  QueryText query{saved.text, {}};
  query.options.source = saved.name + ".rq";
  if (const std::string lack = engine::what_lacks(saved, database.store()); !lack.empty())
    print_note(lack);
  const std::string_view base = command.base_iri.empty() ? database.base_iri() : command.base_iri;
  query.options.bindings = engine::bind_parameters(
      saved, relations::values_by_name(database.store(), saved, parameter_values(command)), base);
  return query;
}

QueryText read_query(const QueryCommand& command, const engine::Database& database) {
  QueryText query;
  if (!command.name.empty()) {
    query = saved_query(command, database);
  } else if (!command.text.empty()) {
    query.text = command.text;
    query.options.prefixes = &database.prefixes();
  } else if (command.file == "-") {
    query.text = base::read_file("/dev/stdin");
    query.options.source = "standard input";
  } else {
    query.text = base::read_file(command.file);
    query.options.source = command.file;
    query.options.base = rdf::file_iri(command.file);
  }
  if (!command.base.empty()) query.options.base = command.base;
  query.options.disabled_passes = command.disabled;
  query.options.allowed_services = command.services;
  query.options.threads = command.threads;
  query.options.cancellation = &interruption();
  return query;
}

// Where the rows of all runs but the last go.
class Nowhere final : public rdf::QuadSink {
 public:
  void quad(const rdf::QuadView&) override {}
};

/// Runs one query and writes its result once, in the format asked for.
class QueryPrinter {
 public:
  QueryPrinter(const QueryCommand& command, const engine::Database& database, engine::Query& query)
      : command_(command), database_(database), query_(query), destination_(command.output) {}

  /// Returns the number of rows or triples.
  std::uint64_t print() {
    const std::uint64_t rows = query_.gives_graph() ? print_graph() : print_solutions();
    destination_.commit();
    return rows;
  }

  std::uint64_t run_silently() {
    if (query_.gives_graph()) {
      Nowhere nowhere;
      return query_.run(nowhere);
    }
    const auto writer = results::make_result_writer(results::Format::csv, [](std::string_view) {});
    return query_.run(*writer);
  }

 private:
  std::uint64_t print_solutions() {
    const auto format = results::find_format(command_.format.empty() ? "table" : command_.format);
    if (!format) misfit("table, csv, tsv, json, xml, geojson, parquet");
    results::WriterOptions options;
    options.csv_safe = command_.csv_safe;
    options.width = destination_.is_terminal() ? terminal_width() : 0;
    options.prefixes = &database_.prefixes();
    options.places = engine::places_of(database_.store());
    const auto writer = results::make_result_writer(
        *format, [this](std::string_view bytes) { destination_.write(bytes); }, options);
    const std::uint64_t rows = query_.run(*writer);
    for (const std::string& note : writer->notes()) print_note(note);
    return rows;
  }

  std::uint64_t print_graph() {
    const auto syntax =
        redland::syntax_by_name(command_.format.empty() ? "turtle" : command_.format);
    if (!syntax || !redland::info(*syntax).writable) misfit(redland::writable_names());
    const auto writer =
        redland::make_writer(*syntax, [this](std::string_view bytes) { destination_.write(bytes); },
                             {database_.prefixes()});
    try {
      const std::uint64_t triples = query_.run(*writer);
      writer->finish();
      return triples;
    } catch (const base::Error& error) {
      writer->cut_short(error.message());
      throw;
    }
  }

  [[noreturn]] void misfit(const std::string& choices) const {
    throw base::Error(base::Failure::usage,
                      "'" + command_.format + "' is no format for the result of this query",
                      "choose one of " + choices);
  }

  const QueryCommand& command_;
  const engine::Database& database_;
  engine::Query& query_;
  Destination destination_;
};

double milliseconds_since(std::chrono::steady_clock::time_point start) {
  const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
  return time.count();
}

// One line a run: what --time promises, also under --quiet.
void print_times(const engine::QueryTimes& times, double total, std::uint64_t rows) {
  std::fprintf(stderr,
               "time_ms parse=%.3f plan=%.3f execute=%.3f write=%.3f total=%.3f rows=%llu\n",
               times.parse, times.plan, times.execute, times.write, total,
               static_cast<unsigned long long>(rows)); // NOLINT(*-vararg)
}

void explain(const QueryCommand& command, engine::Query& query) {
  Destination destination(command.output);
  destination.write(command.format == "json" ? query.explain_json() : query.explain_text());
  destination.commit();
}

// A query that was stopped is left to the end of the process: to free its millions of words and
// groups one by one would take longer than the user was promised.
void abandon(std::unique_ptr<engine::Query> query) {
  static const engine::Query* const abandoned = query.release();
  std::ignore = abandoned;
}

void run_once(const QueryCommand& command, const engine::Database& database, const QueryText& text,
              bool last) {
  const auto start = std::chrono::steady_clock::now();
  auto query = std::make_unique<engine::Query>(database, text.text, text.options);
  try {
    QueryPrinter printer(command, database, *query);
    const std::uint64_t rows = last && !command.explain ? printer.print() : printer.run_silently();
    if (command.time) print_times(query->times(), milliseconds_since(start), rows);
    if (last && command.explain) explain(command, *query);
  } catch (const base::Error& error) {
    if (error.failure() == base::Failure::limit) abandon(std::move(query));
    throw;
  }
}

void list_queries(const QueryCommand& command) {
  Destination destination("");
  for (const auto& query : engine::load_query_library(command.library)) {
    destination.write(query.name + "\n    " + query.summary + "\n");
    for (const auto& parameter : query.parameters)
      destination.write("    -p " + parameter.name + "=" + parameter.value + "  (" +
                        parameter.type + ") " + parameter.description + "\n");
  }
  destination.commit();
}

// `-d data.ttl query.rq`: the list of data files takes whatever follows it, the query too.
void take_query_from_data(QueryCommand& command) {
  const bool has_text = !command.file.empty() || !command.text.empty() || !command.name.empty();
  if (has_text || command.data.size() < 2) return;
  const std::string& last = command.data.back();
  if (!last.ends_with(".rq") && !last.ends_with(".sparql")) return;
  command.file = last;
  command.data.pop_back();
}

// A query needs exactly one text: FILE, -e or -n.
void check_one_text(const QueryCommand& command) {
  const int texts = static_cast<int>(!command.file.empty()) +
                    static_cast<int>(!command.text.empty()) +
                    static_cast<int>(!command.name.empty());
  if (texts != 1)
    throw base::Error(base::Failure::usage, "a query takes one of FILE, -e TEXT and -n NAME",
                      "see tela query --help");
}

std::string text_of_file(const std::string& file) {
  return base::read_file(file == "-" ? "/dev/stdin" : file);
}

void ask_endpoint(const QueryCommand& command) {
  RemoteQuery query;
  query.endpoint = command.endpoint;
  query.format = command.format;
  query.output = command.output;
  query.width = terminal_width();
  query.csv_safe = command.csv_safe;
  query.as_is = command.as_is;
  query.knows_prefixes = !command.text.empty();
  if (!command.name.empty()) {
    const auto library = engine::load_query_library(command.library);
    const engine::SavedQuery& saved = find_saved(library, command.name);
    query.text = saved.text;
    query.source = saved.name + ".rq";
    query.bindings = engine::bind_parameters(saved, parameter_values(command),
                                             command.base_iri.empty() ? "https://w3id.org/tela/"
                                                                      : command.base_iri);
  } else {
    query.source = command.text.empty() ? command.file : "";
    query.text = command.text.empty() ? text_of_file(command.file) : command.text;
  }
  run_remote_query(query);
}

void run_query(QueryCommand& command) {
  if (command.list) return list_queries(command);
  take_query_from_data(command);
  check_one_text(command);
  start_clock(command.limits);
  if (!command.endpoint.address.empty()) return ask_endpoint(command);
  const store::StoreWatch watch(command.store);
  base::MemoryBudget memory(memory_bytes(command.limits));
  const auto database = open_data(command, memory);
  QueryText text = read_query(command, database);
  text.options.memory = &memory;
  for (unsigned run = 1; run <= command.repeat; ++run)
    run_once(command, database, text, run == command.repeat);
  watch.check();
}

void add_texts(CLI::App& app, QueryCommand& command) {
  app.add_option("file", command.file, "File with the query; - for standard input");
  app.add_option("-e,--execute", command.text, "The query itself; standard prefixes are known");
  app.add_option("-n,--name", command.name, "A query of the library");
  app.add_option("-p,--parameter", command.parameters, "name=value for a query of the library")
      ->allow_extra_args(false);
  app.add_flag("--list", command.list, "List the library");
  app.add_option("--library", command.library, "Folder of .rq files to use as the library")
      ->check(CLI::ExistingDirectory);
  app.add_option("--base", command.base, "Base IRI of data and query");
  app.add_option("--base-iri", command.base_iri,
                 "What the IRIs of the data start with; without it what the store says");
}

void add_data(CLI::App& app, QueryCommand& command) {
  add_store_option(app, command.store);
  app.add_option("-d,--data", command.data, "RDF files to query instead of a store");
  app.add_option("--graph", command.graphs, "IRI=FILE: a named graph")->allow_extra_args(false);
  app.add_option("--allow-service", command.services, "Prefix of endpoints that SERVICE may ask")
      ->allow_extra_args(false);
}

// What only a run in this process can do.
void add_endpoint(CLI::App& app, QueryCommand& command) {
  CLI::Option* endpoint = add_endpoint_options(app, command.endpoint);
  app.add_flag("--as-is", command.as_is, "Send also what is no SPARQL 1.1: a dialect's own words")
      ->needs(endpoint)
      ->group("How the service is asked");
  for (const char* local : {"--data", "--graph", "--allow-service", "--explain", "--time",
                            "--repeat", "--threads", "--disable", "--base"})
    endpoint->excludes(app.get_option(local));
}

void add_running(CLI::App& app, QueryCommand& command) {
  app.add_option("-f,--format", command.format,
                 "table, csv, tsv, json, xml, geojson, parquet; of graphs: turtle, ntriples, "
                 "nquads, jsonld, rdfxml …");
  app.add_option("-o,--output", command.output, "File to write; standard output without it");
  app.add_flag("--csv-safe", command.csv_safe, "Keep spreadsheets from taking cells for formulas");
  app.add_flag("--explain", command.explain, "Print the plan with estimates, rows and times");
  app.add_flag("--time", command.time, "Print a line with the times of each run");
  app.add_option("--repeat", command.repeat, "Run so many times, write the result once")
      ->check(CLI::Range(1, 1'000'000));
  add_limit_options(app, command.limits, "the query");
  app.add_option("--threads", command.threads, "At most so many; as many as cores without it");
  app.add_option("--disable", command.disabled, "Switch off a pass of the optimiser")
      ->allow_extra_args(false);
}

} // namespace

void add_query(CLI::App& app) {
  auto command = std::make_shared<QueryCommand>();
  CLI::App* query = app.add_subcommand("query", "Ask a store or RDF files in SPARQL 1.1");
  query->footer(
      "Example:\n"
      "  tela query -e 'SELECT ?p { ?p tela:beneficiary <https://w3id.org/tela/state/HN> }'\n"
      "  tela query -n partners-of-a-state -p state=SV");
  add_texts(*query, *command);
  add_data(*query, *command);
  add_running(*query, *command);
  add_endpoint(*query, *command);
  query->callback([command] { run_query(*command); });
}

} // namespace tela::cli
