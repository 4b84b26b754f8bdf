#include "engine/service_client.h"

#include "base/error.h"
#include "engine/http_client.h"
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

} // namespace

bool is_allowed_service(std::string_view endpoint, const std::vector<std::string>& prefixes) {
  if (!endpoint.starts_with("http://") && !endpoint.starts_with("https://")) return false;
  return std::ranges::any_of(prefixes, [&](const std::string& prefix) {
    if (prefix.empty() || !endpoint.starts_with(prefix)) return false;
    const std::size_t host = prefix.find("://");
    if (host == std::string::npos) return false;
    const bool has_path = prefix.find('/', host + 3) != std::string::npos;
    if (has_path || endpoint.size() == prefix.size()) return true;
    const char next = endpoint[prefix.size()];
    return next == '/' || next == '?' || next == '#';
  });
}

evaluator::ServiceHandler make_service_client(std::vector<std::string> allowed_prefixes,
                                              const base::Cancellation* cancellation) {
  if (allowed_prefixes.empty()) return {};
  return [allowed = std::move(allowed_prefixes), cancellation](
             const evaluator::ServiceRequest& request, const evaluator::ServiceRow& take) {
    const std::string& endpoint = request.endpoint.value;
    if (!is_allowed_service(endpoint, allowed))
      throw base::Error(base::Failure::input, "SERVICE <" + endpoint + "> is not allowed",
                        "allow it with --allow-service " + endpoint);
    hand_over(read_answer(endpoint, post_query(endpoint, query_text(request), {}, cancellation)),
              request, take);
  };
}

} // namespace tela::engine
