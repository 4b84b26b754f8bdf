#include "cli/why.h"

#include "cli/destination.h"
#include "cli/endpoint_store.h"
#include "cli/include_option.h"
#include "cli/store_option.h"
#include "relations/read_predicates.h"
#include "relations/why_json.h"
#include "relations/why_text.h"
#include "sparql/results/result_writer.h"
#include "store/store_watch.h"

#include <CLI/CLI.hpp>

#include <array>
#include <memory>

namespace tela::cli {

namespace {

using relations::Reason;

struct WhyCommand {
  std::string store, first, second, actors = "states", format = "text", output;
  bool csv_safe = false;
  std::vector<std::string> where;
  EndpointOptions endpoint;
  relations::WhyOptions options;
};

std::string joined(const std::vector<std::string>& quotes) {
  std::string all;
  for (const std::string& quote : quotes) all += (all.empty() ? "" : " | ") + quote;
  return all;
}

// A row a reason, as the tables of queries are written; what is not known stays empty.
void write_rows(const relations::Why& why, sparql::results::ResultWriter& writer) {
  writer.begin(std::vector<std::string>{"kind", "iri", "label", "when", "page", "quotes"});
  for (const Reason& reason : why.reasons) {
    const std::array terms{rdf::literal(reason.kind),  rdf::iri(reason.iri),
                           rdf::literal(reason.label), rdf::literal(reason.when),
                           rdf::iri(reason.page),      rdf::literal(joined(reason.quotes))};
    std::array<sparql::results::Cell, terms.size()> cells;
    for (std::size_t i = 0; i < terms.size(); ++i)
      if (!terms[i].value.empty()) cells[i] = terms[i];
    writer.row(cells);
  }
  writer.end();
}

void write(const relations::Why& why, const WhyCommand& command) {
  Destination destination(command.output);
  if (command.format == "json") {
    destination.write(relations::as_json(why));
  } else if (command.format == "text") {
    destination.write(relations::as_text(why, command.options.language));
  } else {
    const auto writer = sparql::results::make_result_writer(
        sparql::results::find_format(command.format).value(),
        [&](std::string_view bytes) { destination.write(bytes); },
        {.csv_safe = command.csv_safe,
         .width = destination.is_terminal() ? terminal_width() : 0,
         .prefixes = &rdf::PrefixMap::standard()});
    write_rows(why, *writer);
  }
  destination.commit();
}

void run_why(WhyCommand& command) {
  relations::WhyOptions options = command.options;
  options.actors = relations::actors_named(command.actors);
  if (options.by.empty()) options.by = relations::relations_of(options.actors);
  for (const std::string& condition : command.where)
    relations::read_condition(condition, options.where);
  const EndpointStore endpoint(command.endpoint, command.store,
                               {{}, relations::predicates_read(options.by)});
  const store::StoreWatch watch(command.store);
  const auto store = store::Store::open(command.store);
  const auto found = relations::why(store, options, command.first, command.second);
  watch.check();
  write(found, command);
}

} // namespace

void add_why(CLI::App& app) {
  auto options = std::make_shared<WhyCommand>();
  CLI::App* command = app.add_subcommand("why", "Say what ties two states, with the evidence");
  command->footer("Examples:\n  tela why HN SV\n  tela why rcm sacm --of processes");
  command->add_option("first", options->first, "One of the two: HN, state:HN or an IRI")
      ->required();
  command->add_option("second", options->second, "The other")->required();
  add_store_option(*command, options->store);
  add_endpoint_options(*command, options->endpoint);
  command->add_option("--of", options->actors, "states, projects, processes or organisations")
      ->capture_default_str();
  command->add_option("--by", options->options.by, "Only these relations, as in tela graph")
      ->delimiter(',');
  command->add_option("--where", options->where, "Conditions, as in tela graph");
  add_include_option(*command, options->options.where);
  command->add_option("--lang", options->options.language, "Language of labels")
      ->capture_default_str();
  command->add_option("-f,--format", options->format, "text, json, table, csv or tsv")
      ->check(CLI::IsMember({"text", "json", "table", "csv", "tsv"}))
      ->capture_default_str();
  command->add_flag("--csv-safe", options->csv_safe,
                    "Keep spreadsheets from taking cells of CSV for formulas");
  command->add_option("-o,--output", options->output, "File to write; standard output without it");
  command->callback([options] { run_why(*options); });
}

} // namespace tela::cli
