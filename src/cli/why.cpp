#include "cli/why.h"

#include "base/printable.h"
#include "cli/destination.h"
#include "cli/endpoint_store.h"
#include "cli/include_option.h"
#include "cli/store_option.h"
#include "relations/read_predicates.h"
#include "relations/why_json.h"
#include "store/store_watch.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace tela::cli {

namespace {

using relations::Reason;

struct WhyCommand {
  std::string store, first, second, actors = "states", format = "text";
  std::vector<std::string> where;
  EndpointOptions endpoint;
  relations::WhyOptions options;
};

// What the data say stays on its line: a line end in it would look like another reason.
std::string as_text(const relations::Why& why) {
  using base::printable;
  std::string out = printable(why.first_label) + " and " + printable(why.second_label) + "\n";
  if (why.reasons.empty()) return out + "share nothing here\n";
  std::string kind;
  for (const Reason& reason : why.reasons) {
    if (reason.kind != kind) {
      kind = reason.kind;
      const auto count = std::count_if(why.reasons.begin(), why.reasons.end(),
                                       [&](const Reason& r) { return r.kind == kind; });
      out += "\n" + kind + ": " + std::to_string(count) + "\n";
    }
    out += "  " + printable(reason.label.empty() ? reason.iri : reason.label) + "\n      " +
           printable(reason.iri) + "\n";
    if (!reason.when.empty()) out += "      " + printable(reason.when) + "\n";
    if (!reason.page.empty()) out += "      " + printable(reason.page) + "\n";
    if (reason.quotes.empty()) continue;
    out += "      in the source:";
    for (const std::string& quote : reason.quotes) out += " “" + printable(quote) + "”";
    out += '\n';
  }
  return out;
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
  Destination destination("");
  destination.write(command.format == "json" ? relations::as_json(found) : as_text(found));
  destination.commit();
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
  command->add_option("-f,--format", options->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->callback([options] { run_why(*options); });
}

} // namespace tela::cli
