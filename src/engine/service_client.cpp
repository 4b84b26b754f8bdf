#include "engine/service_client.h"

#include "base/error.h"
#include "engine/http_client.h"
#include "engine/service_address.h"
#include "sparql/results/result_table.h"

#include <algorithm>
#include <utility>

namespace tela::engine {

namespace evaluator = sparql::evaluator;
namespace results = sparql::results;

namespace {

std::string query_text(const evaluator::ServiceRequest& request) {
  std::string text = "SELECT";
  for (const std::string& variable : request.variables) text += " ?" + variable;
  if (request.variables.empty()) text += " *";
  return text + " WHERE " + request.pattern;
}

results::ResultTable read_answer(const std::string& endpoint, const HttpAnswer& answer) {
  if (answer.media_type.find("json") != std::string::npos)
    return results::read_json_result(endpoint, answer.body);
  if (answer.media_type.find("xml") != std::string::npos)
    return results::read_xml_result(endpoint, answer.body);
  throw base::Error(base::Failure::input, base::Place{"<" + endpoint + ">"},
                    "answers with " + answer.media_type + ", not with SPARQL results");
}

void hand_over(const results::ResultTable& table, const evaluator::ServiceRequest& request,
               const evaluator::ServiceRow& take) {
  std::vector<std::optional<std::size_t>> places;
  for (const std::string& variable : request.variables) {
    const auto found = std::ranges::find(table.variables, variable);
    places.push_back(found == table.variables.end() ? std::nullopt
                                                    : std::optional(static_cast<std::size_t>(
                                                          found - table.variables.begin())));
  }
  std::vector<std::optional<rdf::Term>> cells(places.size());
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < places.size(); ++i)
      cells[i] = places[i] ? row[*places[i]] : std::nullopt;
    take(cells);
  }
}

std::vector<ServiceAddress> parsed_prefixes(const std::vector<std::string>& prefixes) {
  std::vector<ServiceAddress> parsed;
  for (const std::string& prefix : prefixes) {
    auto address = parse_service_address(prefix);
    if (!address)
      throw base::Error(base::Failure::usage, "\"" + prefix + "\" is no address of a service",
                        "write http://host/path, without a user's name");
    parsed.push_back(std::move(*address));
  }
  return parsed;
}

} // namespace

evaluator::ServiceHandler make_service_client(const std::vector<std::string>& allowed_prefixes,
                                              const base::Cancellation* cancellation) {
  if (allowed_prefixes.empty()) return {};
  return [allowed = parsed_prefixes(allowed_prefixes), cancellation](
             const evaluator::ServiceRequest& request, const evaluator::ServiceRow& take) {
    const std::string& endpoint = request.endpoint.value;
    const auto address = parse_service_address(endpoint);
    if (!address || std::ranges::none_of(allowed, [&](const ServiceAddress& prefix) {
          return lies_below(*address, prefix);
        }))
      throw base::Error(base::Failure::input, "SERVICE <" + endpoint + "> is not allowed",
                        "allow it with --allow-service " + endpoint);
    // What has been compared is what is asked.
    const HttpAnswer answer = post_query(address->text(), query_text(request), {}, cancellation);
    hand_over(read_answer(endpoint, answer), request, take);
  };
}

} // namespace tela::engine
