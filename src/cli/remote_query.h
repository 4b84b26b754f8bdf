#pragma once

#include "cli/endpoint_option.h"
#include "rdf/term.h"

#include <string>
#include <utility>
#include <vector>

namespace tela::cli {

/// A query for a service, and what becomes of its answer.
struct RemoteQuery {
  EndpointOptions endpoint;
  std::string text;
  std::string source; ///< shown in errors: a file name, or empty
  std::vector<std::pair<std::string, rdf::Term>> bindings; ///< of its parameters
  std::string format, output;
  std::size_t width = 0;       ///< of the terminal; 0: none
  bool knows_prefixes = false; ///< the standard ones need no declaration
  bool csv_safe = false;
  bool as_is = false; ///< sent even when it is no SPARQL 1.1 that Tela reads
};

/// Sends the text, with parameters as terms, and writes the answer as it comes. A result that is
/// not whole, or cannot be told to be, ends as every run that was stopped.
void run_remote_query(const RemoteQuery& query);

} // namespace tela::cli
