#include "cli/endpoint_option.h"

#include "base/error.h"
#include "cli/finite_number.h"
#include "cli/program.h"
#include "remote/dialect.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace tela::cli {

namespace {

/// "REGION/SERVICE" as libcurl wants it.
std::string signing(const std::string& text) {
  if (text.empty()) return {};
  const auto slash = text.find('/');
  const bool is_plain =
      text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-/") == std::string::npos;
  if (slash == std::string::npos || slash == 0 || slash + 1 == text.size() || !is_plain)
    throw base::Error(base::Failure::usage, "'" + text + "' is not of the form REGION/SERVICE",
                      "write --endpoint-sign eu-west-1/neptune-db");
  return "aws:amz:" + text.substr(0, slash) + ":" + text.substr(slash + 1);
}

std::string user_agent(const std::string& contact) {
  if (contact.find_first_of("\r\n") != std::string::npos)
    throw base::Error(base::Failure::usage, "a contact is one line");
  return std::string("tela/") + TELA_VERSION + (contact.empty() ? "" : " (" + contact + ")");
}

} // namespace

CLI::Option* add_endpoint_options(CLI::App& command, EndpointOptions& options, const char* name,
                                  const char* what) {
  CLI::Option* address = command.add_option(name, options.address, what)->type_name("URL");
  const auto belongs = [address](CLI::Option* option) {
    return option->needs(address)->group("How the service is asked");
  };
  belongs(command
              .add_option("--endpoint-netrc", options.netrc,
                          "File with logins by host, in the form of curl's .netrc")
              ->type_name("FILE"));
  command.add_option("--endpoint-token", options.token_file, "File with a token to send")
      ->envname("TELA_ENDPOINT_TOKEN")
      ->type_name("FILE")
      ->group("How the service is asked");
  belongs(command
              .add_option("--endpoint-sign", options.signing,
                          "Sign requests as AWS wants it, with the keys of --endpoint-netrc")
              ->type_name("REGION/SERVICE"));
  command
      .add_option("--endpoint-contact", options.contact,
                  "Who asks, for the User-Agent: an address for questions")
      ->envname("TELA_CONTACT")
      ->group("How the service is asked");
  belongs(command
              .add_option("--endpoint-wait", options.wait_seconds,
                          "Seconds until an answer has to begin; 0: as long as it takes")
              ->check(finite_number() & CLI::NonNegativeNumber)
              ->capture_default_str());
  belongs(command
              .add_option("--endpoint-dialects", options.dialects,
                          "Table of further dialects, in the form of data/services/dialects.csv")
              ->type_name("FILE"));
  belongs(command.add_flag("--insecure-http", options.may_be_overheard,
                           "Ask other machines without encryption"));
  return address;
}

remote::SparqlService open_service(const EndpointOptions& options) {
  remote::ServiceOptions service;
  service.address = options.address;
  service.credentials.netrc = options.netrc;
  if (!options.token_file.empty())
    service.credentials.token = remote::read_token(options.token_file);
  service.credentials.signing = signing(options.signing);
  service.times.first_byte = std::chrono::milliseconds(
      static_cast<std::int64_t>(std::min(options.wait_seconds, 1e9) * 1e3));
  service.results =
      remote::find_dialect(remote::load_dialects(options.dialects), "", options.address).results;
  service.user_agent = user_agent(options.contact);
  service.may_be_overheard = options.may_be_overheard;
  service.cancellation = &interruption();
  return remote::SparqlService(std::move(service));
}

} // namespace tela::cli
