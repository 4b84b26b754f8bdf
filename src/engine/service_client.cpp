#include "engine/service_client.h"

#include "base/error.h"
#include "rdf/term.h"
#include "remote/answer_checks.h"
#include "remote/service_address.h"
#include "remote/sparql_service.h"
#include "sparql/results/result_table.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

namespace tela::engine {

using remote::parse_service_address;
using remote::ServiceAddress;
namespace evaluator = sparql::evaluator;
namespace results = sparql::results;

namespace {

/// Virtuoso, of those known, takes the least well to more.
constexpr std::size_t most_bindings = 1'000;

/// The query for rows [first, first + count) of the bindings, or for all solutions.
std::string query_text(const evaluator::ServiceRequest& request, std::size_t first,
                       std::size_t count) {
  std::string text = "SELECT";
  for (const std::string& variable : request.variables) text += " ?" + variable;
  if (request.variables.empty()) text += " *";
  (text += " WHERE ") += request.pattern;
  if (count == 0) return text;
  text += " VALUES (";
  for (const std::string& variable : request.bindings.variables) text += " ?" + variable;
  text += " ) {";
  for (std::size_t row = first; row < first + count; ++row) {
    text += "\n(";
    for (const rdf::Term& term : request.bindings.rows[row]) {
      text += ' ';
      rdf::append_ntriples(text, term);
    }
    text += " )";
  }
  return text + "\n}";
}

/// Hands over what the query has asked for. Labels of blank nodes hold within one answer: they get
/// its number.
class WantedCells final : public results::ResultReceiver {
 public:
  WantedCells(const evaluator::ServiceRequest& request, const evaluator::ServiceRow& take,
              std::size_t answer)
      : request_(request), take_(take), answer_(std::to_string(answer) + '.'),
        cells_(request.variables.size()) {}

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
    for (std::optional<rdf::Term>& cell : cells_)
      if (cell && cell->kind == rdf::TermKind::blank) cell->value.insert(0, answer_);
    take_(cells_);
  }
  void boolean(bool) override {
    throw base::Error(base::Failure::input,
                      "SERVICE <" + request_.endpoint.value + "> answers yes or no to a SELECT",
                      "see that the address is that of a SPARQL endpoint");
  }

 private:
  const evaluator::ServiceRequest& request_;
  const evaluator::ServiceRow& take_;
  std::string answer_;
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

/// Asks one service for one request, in blocks of bindings.
class BlockAsker {
 public:
  /// `most` rows of bindings go into one query; learns how many the service takes.
  BlockAsker(remote::SparqlService& service, const evaluator::ServiceRequest& request,
             const evaluator::ServiceRow& take, std::size_t& most)
      : service_(service), request_(request), take_(take), most_(most) {}

  void run() {
    const std::size_t rows = request_.bindings.rows.size();
    if (rows == 0 || most_ == 0) return ask_for_all();
    for (std::size_t first = 0; first < rows && most_ > 0;) {
      const std::size_t count = std::min(most_, rows - first);
      if (ask(first, count)) first += count;
    }
    if (most_ == 0) ask_for_all();
  }

 private:
  void ask_for_all() {
    WantedCells wanted(request_, take_, answers_++);
    service_.select(query_text(request_, 0, 0), wanted);
  }

  /// False when the service refused or cut the answer, and may be asked for half as many. Rows are
  /// kept until the answer is whole.
  bool ask(std::size_t first, std::size_t count) {
    std::vector<std::vector<std::optional<rdf::Term>>> rows;
    const evaluator::ServiceRow keep = [&](std::span<const std::optional<rdf::Term>> cells) {
      rows.emplace_back(cells.begin(), cells.end());
    };
    try {
      WantedCells wanted(request_, keep, answers_++);
      service_.select(query_text(request_, first, count), wanted);
    } catch (const remote::NotWhole&) {
      if (count == 1) throw;
      most_ = count / 2;
      return false;
    } catch (const remote::Refused&) {
      if (count == 1 && has_given_) throw;
      most_ = count / 2; // of one: it may not know VALUES
      return false;
    }
    has_given_ = true;
    for (const auto& row : rows) take_(row);
    return true;
  }

  remote::SparqlService& service_;
  const evaluator::ServiceRequest& request_;
  const evaluator::ServiceRow& take_;
  std::size_t& most_;
  std::size_t answers_ = 0;
  bool has_given_ = false;
};

} // namespace

evaluator::ServiceHandler make_service_client(const std::vector<std::string>& allowed_prefixes,
                                              const base::Cancellation* cancellation) {
  if (allowed_prefixes.empty()) return {};
  const auto most = std::make_shared<std::map<std::string, std::size_t>>();
  return [allowed = parsed_prefixes(allowed_prefixes), cancellation,
          most](const evaluator::ServiceRequest& request, const evaluator::ServiceRow& take) {
    const std::string& endpoint = request.endpoint.value;
    const auto address = parse_service_address(endpoint);
    if (!address || std::ranges::none_of(allowed, [&](const ServiceAddress& prefix) {
          return lies_below(*address, prefix);
        }))
      throw base::Error(base::Failure::input, "SERVICE <" + endpoint + "> is not allowed",
                        "allow it with --allow-service " + endpoint);
    // What has been compared is what is asked.
    remote::SparqlService service(options_for(address->text(), cancellation));
    std::size_t& block = most->try_emplace(address->text(), most_bindings).first->second;
    try {
      BlockAsker(service, request, take, block).run();
    } catch (const remote::NotWhole& error) { // SILENT is for this, too
      throw base::Error(base::Failure::input, error.place(), error.message(), error.advice());
    }
  };
}

} // namespace tela::engine
