#pragma once

#include "rdf/quad.h"
#include "remote/http_exchange.h"
#include "sparql/results/result_table.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace tela::remote {

struct ServiceOptions {
  std::string address;
  Credentials credentials{};
  HttpTimes times{};
  std::string user_agent = "tela";
  std::string results = "json";           ///< the format asked for first: json, xml or tsv
  unsigned attempts = 5;                  ///< of a read, in all
  std::chrono::milliseconds pause{1'000}; ///< before the second attempt; doubled for each further
  unsigned redirects = 3;
  std::uint64_t most_bytes = 0;                     ///< of one answer; 0: as many as come
  bool may_be_overheard = false;                    ///< http to other machines
  const base::Cancellation* cancellation = nullptr; ///< not owned; may be null
};

/// What an answer was, beside its rows.
struct AnswerReport {
  std::uint64_t rows = 0;
  /// The service says that it gives no more rows than this.
  std::optional<std::uint64_t> row_cap;
  std::string server; ///< its Server header
};

/// A SPARQL service (SPARQL 1.1 Protocol), asked with manners: reads are asked again while nothing
/// of the answer was passed on, later each time, or when the service says (Retry-After);
/// credentials go to no other host; http only to this machine unless told. Nothing cut passes for
/// whole: every sign of it is a NotWhole. What a service refuses is an Error(input) with what it
/// says. One thread.
class SparqlService {
 public:
  /// Throws Error(usage) for what is no address, or may be overheard.
  explicit SparqlService(ServiceOptions options);

  /// SELECT or ASK, row by row. The receiver has had the rows that came before an error.
  AnswerReport select(const std::string& query, sparql::results::ResultReceiver& receiver);
  [[nodiscard]] bool ask(const std::string& query);
  /// CONSTRUCT or DESCRIBE; N-Triples stream, other syntaxes are read into memory. `rows` of the
  /// report are triples.
  AnswerReport construct(const std::string& query, rdf::QuadSink& sink);
  /// SPARQL Update. Sent once: who does not know whether it was done must look.
  void update(const std::string& update);
  /// Graph Store Protocol, where the address is that of a graph store: `name` is "default" or
  /// "graph=" and an encoded IRI. PUT: the graph holds exactly these N-Triples afterwards, and it
  /// is asked again when it fails, since it may be repeated. POST: it holds these, too.
  void store_graph(const std::string& method, const std::string& name, const std::string& ntriples);

  [[nodiscard]] const std::string& address() const noexcept { return options_.address; }
  [[nodiscard]] const ServiceOptions& options() const noexcept { return options_; }
  /// So many requests were sent.
  [[nodiscard]] std::uint64_t requests() const noexcept { return requests_; }
  /// The rows that an answer may have, once one has told of them, if only by being cut.
  [[nodiscard]] std::optional<std::uint64_t> row_cap() const noexcept { return row_cap_; }
  /// So many bytes of answers have come.
  [[nodiscard]] std::uint64_t bytes() const noexcept { return bytes_; }

  /// A request as the service is given it, for what the members above do not cover: once, with
  /// redirects followed unless it changes something. Throws what a status that is no success means.
  [[nodiscard]] HttpExchange send(HttpRequest request);

 private:
  void read(const HttpRequest& request, AnswerReport& report,
            const std::function<void(HttpExchange&)>& read_body);
  void read_rows(HttpExchange& exchange, sparql::results::ResultReceiver& receiver);
  void read_triples(HttpExchange& exchange, rdf::QuadSink& sink);
  std::string_view next_piece(HttpExchange& exchange);
  [[nodiscard]] HttpRequest form(const std::string& key, const std::string& text,
                                 const std::string& accept) const;
  [[nodiscard]] std::string redirected(const HttpExchange& exchange, const std::string& from) const;
  void patiently(const std::function<void()>& work, const std::function<bool()>& may_repeat) const;
  void wait(std::chrono::milliseconds time) const;

  ServiceOptions options_;
  std::uint64_t requests_ = 0, bytes_ = 0;
  std::optional<std::uint64_t> row_cap_;
};

/// Whether a number of rows is one that services cut at when nobody told them another: 10^k from
/// 1,000 on, and 2^20.
[[nodiscard]] bool is_round(std::uint64_t rows) noexcept;

} // namespace tela::remote
