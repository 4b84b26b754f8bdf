#pragma once

#include "remote/http_exchange.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

/// The signs by which services tell that an answer is none, or not the whole one.
namespace tela::remote {

/// The service has too much to do, and may be asked again after `pause` (0: it does not say).
class Busy : public base::Error {
 public:
  Busy(const std::string& address, const std::string& reason, std::chrono::seconds time);
  std::chrono::seconds pause;
};

/// The service does not want to answer, or cannot: asked for less it may.
class Refused : public base::Error {
 public:
  using base::Error::Error;
};

/// Whether the answer leads elsewhere.
[[nodiscard]] bool is_redirect(int status) noexcept;

/// Throws unless the status is 200 to 205 or a redirect: Busy, NotWhole (206), or Refused with what
/// the service says and what to do about it.
void check_status(HttpExchange& exchange, const std::string& address);

/// Signs that stand in front of the rows: X-SQL-State of Virtuoso, whose answer then is a part.
void check_head(const HttpExchange& exchange, const std::string& address);

/// Signs that are seen when the body has ended: trailers of Neptune.
void check_trailers(const HttpExchange& exchange, const std::string& address);

/// X-SPARQL-MaxRows of Virtuoso, which says it with every result.
[[nodiscard]] std::optional<std::uint64_t> row_cap(const HttpExchange& exchange);

/// Throws when so many rows are as many as the service gives at most.
void check_rows(std::uint64_t rows, std::optional<std::uint64_t> cap, const std::string& address);

} // namespace tela::remote
