#include "remote/answer_checks.h"

#include <charconv>

namespace tela::remote {

namespace {

std::string said(HttpExchange& exchange) {
  const std::string text = exchange.excerpt();
  return text.empty() ? "" : ": " + text;
}

std::string advice_for(int status) {
  if (status == 401 || status == 403)
    return "give credentials with --endpoint-netrc or --endpoint-token, and see what rights they "
           "have";
  if (status == 404) return "is this the address of the service?";
  if (status == 413 || status == 414) return "ask in smaller parts";
  return {};
}

} // namespace

Busy::Busy(const std::string& address, const std::string& reason, std::chrono::seconds time)
    : base::Error(base::Failure::input, base::Place{"<" + address + ">"}, reason,
                  time.count() == 0 ? "ask again later"
                                    : "ask again in " + std::to_string(time.count()) + " s"),
      pause(time) {}

bool is_redirect(int status) noexcept {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

void check_status(HttpExchange& exchange, const std::string& address) {
  const int status = exchange.status();
  if (status == 206)
    throw NotWhole(address, "status 206 says that it is a part" + said(exchange),
                   "ask for less, or give the service more time");
  if ((status >= 200 && status < 206) || is_redirect(status)) return;
  const std::string reason = "answers with status " + std::to_string(status) + said(exchange);
  if (status == 429 || status == 502 || status == 503 || status == 504)
    throw Busy(address, reason, exchange.retry_after());
  throw Refused(base::Failure::input, base::Place{"<" + address + ">"}, reason, advice_for(status));
}

void check_head(const HttpExchange& exchange, const std::string& address) {
  const auto state = exchange.field("x-sql-state");
  if (!state) return;
  const auto message = exchange.field("x-sql-message");
  throw NotWhole(address,
                 "the service stopped at a limit of its own (SQL state " + std::string(*state) +
                     (message ? ": " + std::string(*message) : "") + ")",
                 "ask for less, or give the service more time");
}

void check_trailers(const HttpExchange& exchange, const std::string& address) {
  const auto status = exchange.field("x-neptune-status");
  if (!status || status->starts_with("200")) return;
  const auto detail = exchange.field("x-neptune-detail");
  throw NotWhole(address,
                 "the service failed on the way (status " + std::string(*status) +
                     (detail ? ": " + std::string(*detail) : "") + ")",
                 "ask again, or for less");
}

std::optional<std::uint64_t> row_cap(const HttpExchange& exchange) {
  const auto text = exchange.field("x-sparql-maxrows");
  std::uint64_t rows = 0;
  if (!text || std::from_chars(text->data(), text->data() + text->size(), rows).ec != std::errc())
    return std::nullopt;
  return rows;
}

void check_rows(std::uint64_t rows, std::optional<std::uint64_t> cap, const std::string& address) {
  if (!cap || rows < *cap) return;
  throw NotWhole(address, "the service gives no more than " + std::to_string(*cap) + " rows",
                 "have it count or sum, ask in parts (VALUES), or raise the limit of the service; "
                 "tela build --from asks in parts by itself");
}

} // namespace tela::remote
