#pragma once

#include "remote/sparql_service.h"

#include <string>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace tela::cli {

/// A SPARQL service that takes the place of the store, and how it is asked.
struct EndpointOptions {
  std::string address; ///< empty: the store is read
  std::string netrc, token_file, signing, contact, dialects;
  double wait_seconds = 300;
  bool may_be_overheard = false;
};

/// Adds `name` ("--endpoint") and what belongs to it. Keeps a reference to `options`. Returns the
/// option of the address.
CLI::Option* add_endpoint_options(CLI::App& command, EndpointOptions& options,
                                  const char* name = "--endpoint",
                                  const char* what = "Address of a SPARQL service to read instead "
                                                     "of a store");

/// The service, ready to be asked. Throws Error(usage) for what is no address, Error(input) for
/// credentials that cannot be read.
[[nodiscard]] remote::SparqlService open_service(const EndpointOptions& options);

} // namespace tela::cli
