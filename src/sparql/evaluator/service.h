#pragma once

#include "rdf/term.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tela::sparql::evaluator {

/// Values that solutions have to agree with: IRIs and literals, each row once.
struct ServiceBindings {
  std::vector<std::string> variables; ///< without '?'
  std::vector<std::vector<rdf::Term>> rows;
};

/// One call of SERVICE.
struct ServiceRequest {
  rdf::Term endpoint;                 ///< an IRI
  std::string pattern;                ///< the group as written, braces included
  std::vector<std::string> variables; ///< those the query wants back, without '?'
  /// Of all solutions those that agree with one of these rows are wanted; no variables: all. What
  /// agrees with none may come as well, but nothing may come twice for one row.
  ServiceBindings bindings{};
};

/// Takes one solution of a remote query; cells in the order of ServiceRequest::variables, an empty
/// cell is unbound. Blank nodes with one label are one node within a request.
using ServiceRow = std::function<void(std::span<const std::optional<rdf::Term>>)>;

/// Sends a pattern to an endpoint and hands over its solutions. Throws base::Error when that is
/// not allowed or fails; under SERVICE SILENT the evaluator turns an Error(input) into one empty
/// solution.
using ServiceHandler = std::function<void(const ServiceRequest&, const ServiceRow&)>;

} // namespace tela::sparql::evaluator
