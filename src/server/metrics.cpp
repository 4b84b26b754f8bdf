#include "server/metrics.h"

#include <algorithm>
#include <string_view>

namespace tela::server {

namespace {

class Page {
 public:
  void kind(std::string_view name, std::string_view type, std::string_view help) {
    text.append("# HELP ").append(name).append(" ").append(help).append("\n# TYPE ");
    text.append(name).append(" ").append(type).append("\n");
  }
  void value(std::string_view name, std::string_view value) {
    text.append(name).append(" ").append(value).append("\n");
  }
  void value(std::string_view name, std::uint64_t number) { value(name, std::to_string(number)); }
  void single(std::string_view name, std::string_view type, std::string_view help,
              std::uint64_t number) {
    kind(name, type, help);
    value(name, number);
  }

  std::string text;
};

std::string seconds(double number) {
  std::string text = std::to_string(number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

} // namespace

void Metrics::add(const Exchange& exchange, Outcome outcome) {
  const auto time = std::chrono::steady_clock::now() - exchange.start;
  const double passed = std::chrono::duration<double>(time).count();
  const auto bucket = std::ranges::lower_bound(bounds, passed) - bounds.begin();
  by_time_.at(static_cast<std::size_t>(bucket)).fetch_add(1, std::memory_order_relaxed);
  by_class_.at(std::min(exchange.status.load() / 100U, 5U)).fetch_add(1, std::memory_order_relaxed);
  by_outcome_.at(static_cast<std::size_t>(outcome)).fetch_add(1, std::memory_order_relaxed);
  bytes_.fetch_add(exchange.bytes, std::memory_order_relaxed);
  rows_.fetch_add(exchange.rows, std::memory_order_relaxed);
  microseconds_.fetch_add(static_cast<std::uint64_t>(passed * 1e6), std::memory_order_relaxed);
}

std::string Metrics::text(const Now& now) const {
  Page page;
  page.kind("tela_requests_total", "counter", "Requests answered, by class of status.");
  for (std::size_t i = 2; i < by_class_.size(); ++i)
    page.value("tela_requests_total{status=\"" + std::to_string(i) + "xx\"}", by_class_.at(i));
  page.kind("tela_answers_total", "counter", "Requests by how they ended.");
  page.value("tela_answers_total{outcome=\"answered\"}", by_outcome_[0]);
  page.value("tela_answers_total{outcome=\"broken\"}", by_outcome_[1]);
  page.value("tela_answers_total{outcome=\"abandoned\"}", by_outcome_[2]);
  page.kind("tela_request_duration_seconds", "histogram", "Time until an answer was made.");
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < bounds.size(); ++i)
    page.value("tela_request_duration_seconds_bucket{le=\"" + seconds(bounds.at(i)) + "\"}",
               sum += by_time_.at(i));
  sum += by_time_.back();
  page.value("tela_request_duration_seconds_bucket{le=\"+Inf\"}", sum);
  page.value("tela_request_duration_seconds_sum",
             seconds(static_cast<double>(microseconds_) / 1e6));
  page.value("tela_request_duration_seconds_count", sum);
  page.single("tela_body_bytes_total", "counter", "Bytes of bodies, unpacked.", bytes_);
  page.single("tela_rows_total", "counter", "Solutions and triples sent.", rows_);
  page.single("tela_cache_hits_total", "counter", "Answers taken from memory.", cache_hits_);
  page.single("tela_connections", "gauge", "Open connections.", now.connections);
  page.single("tela_queue_length", "gauge", "Requests that wait for a thread.", now.waiting);
  page.single("tela_statements", "gauge", "Statements of the store that is served.",
              now.statements);
  return page.text;
}

} // namespace tela::server
