#include "engine/service_client.h"

#include "base/error.h"
#include "remote/service_address.h"
#include "remote/sparql_service.h"
#include "sparql/results/result_table.h"

#include <algorithm>
#include <utility>

namespace tela::engine {

using remote::parse_service_address;
using remote::ServiceAddress;
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

/// Whom the user allows is asked once, and may not lead elsewhere.
remote::ServiceOptions options_for(std::string address, const base::Cancellation* cancellation) {
  remote::ServiceOptions options;
  options.address = std::move(address);
  options.times.whole = std::chrono::seconds(60);
  options.attempts = 1;
  options.redirects = 0;
  options.most_bytes = std::uint64_t{64} << 20U;
  options.may_be_overheard = true;
  options.cancellation = cancellation;
  return options;
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
    remote::SparqlService service(options_for(address->text(), cancellation));
    WantedCells wanted(request, take);
    try {
      service.select(query_text(request), wanted);
    } catch (const remote::NotWhole& error) { // SILENT is for this, too
      throw base::Error(base::Failure::input, error.place(), error.message(), error.advice());
    }
  };
}

} // namespace tela::engine
