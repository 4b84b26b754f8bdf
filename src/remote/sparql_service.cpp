#include "remote/sparql_service.h"

#include "base/error.h"
#include "rdf/iri.h"
#include "rdf/nquads_reader.h"
#include "redland/reader.h"
#include "remote/answer_checks.h"
#include "remote/service_address.h"

#include <algorithm>
#include <random>
#include <thread>
#include <utility>

namespace tela::remote {

namespace results = sparql::results;

namespace {

/// What is asked for first gets no weight, which is 1.
std::string accepted_results(std::string_view first) {
  const std::pair<std::string_view, std::string_view> formats[] = {
      {"json", "application/sparql-results+json"},
      {"xml", "application/sparql-results+xml"},
      {"tsv", "text/tab-separated-values"}};
  std::string accept;
  for (const auto& [name, media_type] : formats) {
    if (!accept.empty()) accept += ", ";
    accept += media_type;
    if (name != first) accept += name == "tsv" ? ";q=0.4" : ";q=0.7";
  }
  return accept;
}

constexpr const char* accepted_graphs =
    "application/n-triples, text/turtle;q=0.7, application/rdf+xml;q=0.5";

std::string refusal(HttpExchange& exchange) {
  const std::string type = exchange.media_type();
  return "it comes as " + (type.empty() ? "something without a type" : type) + ": " +
         exchange.excerpt();
}

constexpr const char* advice_to_read = "read what it says; it may be a refusal";

/// Hands on and counts, and remembers what whoever takes has thrown: that is no fault of the
/// answer.
class Passage {
 public:
  explicit Passage(AnswerReport& report) : report_(report) {}

  void pass(const auto& give) {
    try {
      ++report_.rows;
      give();
    } catch (...) {
      thrown_ = std::current_exception();
      throw;
    }
  }

  /// Runs `read_body`; a fault of the answer is a NotWhole that says how far it came.
  void guard(const std::string& address, const char* rows, const auto& read_body) const {
    try {
      read_body();
    } catch (const Unreached&) {
      throw;
    } catch (const base::Error& error) {
      if (thrown_ || error.failure() != base::Failure::input) throw;
      throw NotWhole(address, error.message() + ", after " + std::to_string(report_.rows) + rows,
                     error.advice());
    }
  }

 private:
  AnswerReport& report_;
  std::exception_ptr thrown_;
};

/// Virtuoso answers ASK in JSON with a row of this variable, or none.
constexpr std::string_view virtuoso_truth = "__ASK_RETVAL";

class CountingRows final : public results::ResultReceiver {
 public:
  CountingRows(results::ResultReceiver& next, AnswerReport& report)
      : passage(report), next_(next) {}

  void variables(const std::vector<std::string>& names) override {
    is_truth_ = names.size() == 1 && names[0] == virtuoso_truth;
    if (!is_truth_ && !std::exchange(begun_, true)) next_.variables(names); // else asked again
  }
  void row(const results::ResultTable::Row& row) override {
    if (is_truth_)
      truth_ = row[0] && row[0]->value == "1";
    else
      passage.pass([&] { next_.row(row); });
  }
  void boolean(bool value) override { next_.boolean(value); }
  /// The answer is whole.
  void end() {
    if (is_truth_) next_.boolean(truth_);
  }

  Passage passage;

 private:
  results::ResultReceiver& next_;
  bool begun_ = false, is_truth_ = false, truth_ = false;
};

class CountingTriples final : public rdf::QuadSink {
 public:
  CountingTriples(rdf::QuadSink& next, AnswerReport& report) : passage(report), next_(next) {}
  void quad(const rdf::QuadView& quad) override {
    passage.pass([&] { next_.quad(quad); });
  }
  void prefix(std::string_view name, std::string_view iri) override { next_.prefix(name, iri); }

  Passage passage;

 private:
  rdf::QuadSink& next_;
};

} // namespace

bool is_round(std::uint64_t rows) noexcept {
  if (rows == std::uint64_t{1} << 20U) return true;
  while (rows >= 10'000 && rows % 10 == 0) rows /= 10;
  return rows == 1'000;
}

SparqlService::SparqlService(ServiceOptions options) : options_(std::move(options)) {
  const auto address = parse_service_address(options_.address);
  if (!address)
    throw base::Error(base::Failure::usage,
                      "\"" + options_.address + "\" is no address of a service",
                      "write https://host/path, without a user's name");
  if (!address->is_confidential() && !options_.may_be_overheard)
    throw base::Error(base::Failure::usage, "<" + options_.address + "> could be read on the way",
                      "use https, or allow it with --insecure-http");
  options_.address = address->text();
}

HttpRequest SparqlService::form(const std::string& key, const std::string& text,
                                const std::string& accept) const {
  HttpRequest request;
  request.address = options_.address;
  request.body = key + "=" + rdf::percent_encode(text);
  request.fields = {"Content-Type: application/x-www-form-urlencoded", "Accept: " + accept};
  return request;
}

HttpExchange SparqlService::send(HttpRequest request) {
  Credentials credentials = options_.credentials;
  request.fields.push_back("User-Agent: " + options_.user_agent);
  request.fields.emplace_back("TE: trailers");
  request.fields.emplace_back("Expect:");
  for (unsigned followed = 0;; ++followed) {
    ++requests_;
    HttpExchange exchange(request, credentials, options_.times, options_.cancellation);
    check_status(exchange, request.address);
    if (!is_redirect(exchange.status())) return exchange;
    if (request.changes || followed == options_.redirects)
      throw base::Error(base::Failure::input, base::Place{"<" + options_.address + ">"},
                        "answers with status " + std::to_string(exchange.status()),
                        "ask where it leads: " +
                            std::string(exchange.field("location").value_or("nowhere")));
    const std::string next = redirected(exchange, request.address);
    if (parse_service_address(next)->origin != parse_service_address(request.address)->origin)
      credentials = {};
    request.address = next;
  }
}

std::string SparqlService::redirected(const HttpExchange& exchange, const std::string& from) const {
  const auto address =
      parse_service_address(rdf::resolve_iri(from, exchange.field("location").value_or("")));
  const base::Place place{"<" + from + ">"};
  if (!address) throw base::Error(base::Failure::input, place, "redirects to no address");
  if (!address->is_confidential() && !options_.may_be_overheard)
    throw base::Error(base::Failure::input, place,
                      "redirects to <" + address->text() + ">, which could be read on the way",
                      "allow it with --insecure-http");
  return address->text();
}

void SparqlService::wait(std::chrono::milliseconds time) const {
  constexpr std::chrono::milliseconds step{20};
  const auto end = std::chrono::steady_clock::now() + time;
  while (std::chrono::steady_clock::now() < end) {
    if (options_.cancellation != nullptr) options_.cancellation->check();
    std::this_thread::sleep_for(std::min(step, time));
  }
}

void SparqlService::patiently(const std::function<void()>& work,
                              const std::function<bool()>& may_repeat) const {
  constexpr std::chrono::seconds longest{600};
  static thread_local std::minstd_rand random{std::random_device{}()};
  std::uniform_real_distribution<double> jitter(0.5, 1.5);
  auto pause = options_.pause;
  for (unsigned attempt = 1;; ++attempt, pause *= 2) {
    std::chrono::milliseconds asked{0};
    try {
      return work();
    } catch (const Busy& busy) {
      if (attempt >= options_.attempts || !may_repeat() || busy.pause > longest) throw;
      asked = busy.pause;
    } catch (const Unreached&) {
      if (attempt >= options_.attempts || !may_repeat()) throw;
    }
    const std::chrono::duration<double, std::milli> mine = pause * jitter(random);
    wait(std::max(asked, std::chrono::duration_cast<std::chrono::milliseconds>(mine)));
  }
}

std::string_view SparqlService::next_piece(HttpExchange& exchange) {
  const std::string_view piece = exchange.read();
  bytes_ += piece.size();
  if (options_.most_bytes != 0 && exchange.bytes() > options_.most_bytes)
    throw base::Error(base::Failure::input, base::Place{"<" + options_.address + ">"},
                      "answers more than " + std::to_string(options_.most_bytes >> 20U) + " MiB",
                      "ask for less");
  return piece;
}

void SparqlService::read(const HttpRequest& request, AnswerReport& report,
                         const std::function<void(HttpExchange&)>& read_body) {
  patiently(
      [&] {
        HttpExchange exchange = send(request);
        check_head(exchange, options_.address);
        report.row_cap = remote::row_cap(exchange);
        if (report.row_cap) row_cap_ = report.row_cap;
        report.server = exchange.field("server").value_or("");
        read_body(exchange);
        check_trailers(exchange, options_.address);
      },
      [&] { return report.rows == 0; });
  check_rows(report.rows, report.row_cap, options_.address);
}

void SparqlService::read_rows(HttpExchange& exchange, results::ResultReceiver& receiver) {
  const std::string type = exchange.media_type();
  const results::ReadLimits limits{options_.cancellation};
  const auto pieces = [&] { return next_piece(exchange); };
  if (type.find("json") != std::string::npos)
    results::read_json_result(options_.address, pieces, receiver, limits);
  else if (type.find("xml") != std::string::npos && type.find("html") == std::string::npos)
    results::read_xml_result(options_.address, pieces, receiver, limits);
  else if (type.find("tab-separated") != std::string::npos)
    results::read_tsv_result(options_.address, pieces, receiver, limits);
  else
    throw NotWhole(options_.address, refusal(exchange), advice_to_read);
}

AnswerReport SparqlService::select(const std::string& query, results::ResultReceiver& receiver) {
  AnswerReport report;
  CountingRows rows(receiver, report);
  read(form("query", query, accepted_results(options_.results)), report,
       [&](HttpExchange& exchange) {
         rows.passage.guard(options_.address, " rows", [&] { read_rows(exchange, rows); });
       });
  rows.end();
  return report;
}

bool SparqlService::ask(const std::string& query) {
  class Truth final : public results::ResultReceiver {
   public:
    void variables(const std::vector<std::string>&) override {}
    void row(const results::ResultTable::Row&) override {}
    void boolean(bool value) override { truth = value; }
    std::optional<bool> truth;
  } answer;
  select(query, answer);
  if (!answer.truth)
    throw base::Error(base::Failure::input, base::Place{"<" + options_.address + ">"},
                      "answers ASK with neither true nor false");
  return *answer.truth;
}

void SparqlService::read_triples(HttpExchange& exchange, rdf::QuadSink& sink) {
  const std::string type = exchange.media_type();
  if (type == "application/n-triples") {
    rdf::NQuadsReader reader(options_.address, rdf::NQuadsSyntax::ntriples, sink);
    for (auto piece = next_piece(exchange); !piece.empty(); piece = next_piece(exchange))
      reader.feed(piece);
    return reader.finish();
  }
  const auto syntax = redland::syntax_by_media_type(type);
  if (!syntax) throw NotWhole(options_.address, refusal(exchange), advice_to_read);
  std::string text;
  for (auto piece = next_piece(exchange); !piece.empty(); piece = next_piece(exchange))
    text += piece;
  redland::read_text(options_.address, text, *syntax, sink);
}

AnswerReport SparqlService::construct(const std::string& query, rdf::QuadSink& sink) {
  AnswerReport report;
  CountingTriples triples(sink, report);
  read(form("query", query, accepted_graphs), report, [&](HttpExchange& exchange) {
    triples.passage.guard(options_.address, " triples", [&] { read_triples(exchange, triples); });
  });
  return report;
}

void SparqlService::update(const std::string& update) {
  HttpRequest request = form("update", update, "*/*");
  request.changes = true;
  HttpExchange exchange = send(std::move(request));
  while (!next_piece(exchange).empty()) {
  }
}

void SparqlService::store_graph(const std::string& method, const std::string& name,
                                const std::string& ntriples) {
  const char separator = options_.address.find('?') == std::string::npos ? '?' : '&';
  const HttpRequest request{
      method, options_.address + separator + name, {"Content-Type: text/turtle"}, ntriples, true};
  patiently(
      [&] {
        HttpExchange exchange = send(request);
        while (!next_piece(exchange).empty()) {
        }
      },
      [&] { return method == "PUT"; });
}

} // namespace tela::remote
