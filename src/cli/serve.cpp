#include "cli/serve.h"

#include "base/error.h"
#include "base/file.h"
#include "base/worker_team.h"
#include "cli/endpoint_store.h"
#include "cli/finite_number.h"
#include "cli/messages.h"
#include "cli/program.h"
#include "cli/store_option.h"
#include "server/server.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace tela::cli {

namespace {

struct ServeCommand {
  std::string store, token_file;
  double timeout_seconds = 30;
  std::size_t memory_mib = 512, cache_mib = 64, body_mib = 4;
  bool log_queries = false;
  EndpointOptions endpoint;
  server::ServerSettings settings;
};

// The first line of the file, which others must not be able to read on the command line.
std::string read_token(const std::string& path) {
  std::string token = base::read_file(path);
  token.erase(std::min(token.find_first_of("\r\n"), token.size()));
  constexpr std::size_t shortest = 16;
  if (token.size() < shortest)
    throw base::Error(base::Failure::usage, path + ": a token has at least 16 characters",
                      "make one with: openssl rand -hex 32");
  return token;
}

void run_serve(ServeCommand& command) {
  const EndpointStore endpoint(command.endpoint, command.store);
  server::ServiceSettings& service = command.settings.service;
  service.store = command.store;
  service.timeout =
      std::chrono::milliseconds(static_cast<std::int64_t>(command.timeout_seconds * 1e3));
  service.memory_bytes = command.memory_mib << 20U;
  service.cache_bytes = command.cache_mib << 20U;
  command.settings.body_bytes = command.body_mib << 20U;
  if (!command.token_file.empty()) service.gate.token = read_token(command.token_file);
  if (command.log_queries) service.logged = server::LoggedText::whole;
  server::serve(command.settings, interruption(), [](const std::vector<std::string>& names) {
    for (const std::string& name : names) print_note("serving at " + name);
  });
  print_note("stopped");
}

void add_addresses(CLI::App& app, ServeCommand& command) {
  app.add_option("--bind", command.settings.addresses,
                 "Where to listen: HOST:PORT (port 0: any that is free), unix:/path, or systemd; "
                 "several times")
      ->allow_extra_args(false)
      ->capture_default_str();
  app.add_flag("--public", command.settings.is_public, "Let other machines ask, whoever they are");
  app.add_option("--token-file", command.token_file,
                 "Let only who sends the token in this file ask");
  app.add_option("--host", command.settings.service.gate.hosts,
                 "A name under which clients know this server, or *; several times")
      ->allow_extra_args(false);
  app.add_option("--cors", command.settings.service.gate.cors,
                 "Let pages of this origin read answers, or * for all pages");
  app.add_option("--url", command.settings.service.public_url,
                 "What clients call this server: https://data.example.org/");
}

void add_limits(CLI::App& app, ServeCommand& command) {
  app.add_option("--timeout", command.timeout_seconds, "Seconds, then a query ends")
      ->check(finite_number() & CLI::PositiveNumber)
      ->capture_default_str();
  app.add_option("--memory-limit", command.memory_mib, "MiB of a query")->capture_default_str();
  app.add_option("--threads", command.settings.service.threads, "Queries that run at once")
      ->check(CLI::Range(1, 1024))
      ->capture_default_str();
  app.add_option("--queue", command.settings.service.queue, "Requests that may wait for a thread")
      ->capture_default_str();
  app.add_option("--connections", command.settings.connections, "Clients at once")
      ->capture_default_str();
  app.add_option("--connections-per-address", command.settings.connections_an_address,
                 "Of one address")
      ->capture_default_str();
  app.add_option("--max-body", command.body_mib, "MiB of a request's body")->capture_default_str();
  app.add_option("--cache", command.cache_mib, "MiB of finished answers that are kept; 0: none")
      ->capture_default_str();
}

} // namespace

void add_serve(CLI::App& app) {
  auto command = std::make_shared<ServeCommand>();
  command->settings.service.threads = base::hardware_threads();
  CLI::App* serve = app.add_subcommand("serve", "Serve a store over HTTP: SPARQL, networks, pages");
  serve->footer("Example:\n"
                "  tela serve -s tela-store\n"
                "  curl 'http://127.0.0.1:7878/q/partners-of-a-state.csv?state=HN'");
  add_store_option(*serve, command->store);
  add_endpoint_options(*serve, command->endpoint, "--endpoint",
                       "Address of a SPARQL service of which a copy is served");
  add_addresses(*serve, *command);
  add_limits(*serve, *command);
  serve->add_option("--log", command->settings.service.log,
                    "Append a line of JSON a request to this file; - for standard error");
  serve->add_flag("--log-queries", command->log_queries,
                  "With the text of queries, which may name persons");
  serve->callback([command] { run_serve(*command); });
}

} // namespace tela::cli
