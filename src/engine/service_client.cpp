#include "engine/service_client.h"

#include "base/error.h"
#include "engine/http_client.h"
#include "engine/service_address.h"
#include "sparql/evaluator/context.h"
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

/// Hands over what the query has asked for.
class WantedCells final : public results::ResultReceiver {
 public:
  WantedCells(const evaluator::ServiceRequest& request, const evaluator::ServiceRow& take)
      : request_(request), take_(take), cells_(request.variables.size()) {}

  void variables(const std::vector<std::string>& names) override {
    for (const std::string& variable : request_.variables) {
      const auto found = std::ranges::find(names, variable);
      places_.push_back(found == names.end()
                            ? std::nullopt
                            : std::optional(static_cast<std::size_t>(found - names.begin())));
    }
  }
  void row(const results::ResultTable::Row& row) override {
    for (std::size_t i = 0; i < places_.size(); ++i)
      cells_[i] = places_[i] ? row[*places_[i]] : std::nullopt;
    take_(cells_);
  }
  void boolean(bool) override {} // no solution

 private:
  const evaluator::ServiceRequest& request_;
  const evaluator::ServiceRow& take_;
  std::vector<std::optional<std::size_t>> places_; ///< of the wanted variables among the names
  std::vector<std::optional<rdf::Term>> cells_;
};

void read_answer(const std::string& endpoint, const HttpAnswer& answer,
                 results::ResultReceiver& receiver, const results::ReadLimits& limits) {
  if (answer.media_type.find("json") != std::string::npos)
    results::read_json_result(endpoint, answer.body, receiver, limits);
  else if (answer.media_type.find("xml") != std::string::npos)
    results::read_xml_result(endpoint, answer.body, receiver, limits);
  else
    throw base::Error(base::Failure::input, base::Place{"<" + endpoint + ">"},
                      "answers with " + answer.media_type + ", not with SPARQL results");
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
                                              const base::Cancellation* cancellation,
                                              base::MemoryBudget* memory) {
  if (allowed_prefixes.empty()) return {};
  return [allowed = parsed_prefixes(allowed_prefixes), cancellation,
          memory](const evaluator::ServiceRequest& request, const evaluator::ServiceRow& take) {
    const std::string& endpoint = request.endpoint.value;
    const auto address = parse_service_address(endpoint);
    if (!address || std::ranges::none_of(allowed, [&](const ServiceAddress& prefix) {
          return lies_below(*address, prefix);
        }))
      throw base::Error(base::Failure::input, "SERVICE <" + endpoint + "> is not allowed",
                        "allow it with --allow-service " + endpoint);
    // What has been compared is what is asked.
    evaluator::Reservation body;
    body.charge_to(memory);
    const HttpAnswer answer =
        post_query(address->text(), query_text(request), {.body = &body}, cancellation);
    WantedCells wanted(request, take);
    read_answer(endpoint, answer, wanted, {cancellation, memory});
  };
}

} // namespace tela::engine
