#pragma once

#include "base/cancellation.h"
#include "base/error.h"
#include "remote/credentials.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tela::remote {

struct HttpRequest {
  std::string method = "POST";
  std::string address;             ///< http or https
  std::vector<std::string> fields; ///< "Accept: text/csv"
  std::string body;
  bool changes = false; ///< what the service holds: redirects are not followed
};

/// How long a service may take; zero: as long as it likes.
struct HttpTimes {
  std::chrono::milliseconds connect{10'000};
  std::chrono::milliseconds first_byte{300'000}; ///< of the body, from the start
  std::chrono::milliseconds stall{60'000};       ///< without a byte
  std::chrono::milliseconds whole{0};
};

/// The service could not be reached, or went away: it may be asked again.
class Unreached : public base::Error {
 public:
  Unreached(const std::string& address, const std::string& reason)
      : base::Error(base::Failure::input, base::Place{"<" + address + ">"},
                    "cannot be asked: " + reason) {}
};

/// An answer did not come whole, or not in time. Ends with status 3, as everything does that stops
/// half-way.
class NotWhole : public base::Error {
 public:
  NotWhole(const std::string& address, const std::string& reason, const std::string& advice)
      : base::Error(base::Failure::limit, base::Place{"<" + address + ">"},
                    "the answer is not whole: " + reason, advice) {}
};

/// One request and its answer, which is read as it comes: memory is a piece, never the body.
/// Follows no redirect. What is given back to nobody closes the socket, which is how a service is
/// told to stop. One thread.
class HttpExchange {
 public:
  /// Sends and waits until the answer begins. `cancellation` (may be null) outlives the exchange.
  /// Throws Unreached, NotWhole when it does not begin in time, Error(limit) when the time for the
  /// whole of it is up or it is cancelled.
  HttpExchange(HttpRequest request, const Credentials& credentials, const HttpTimes& times,
               const base::Cancellation* cancellation);
  ~HttpExchange();
  HttpExchange(HttpExchange&&) noexcept;
  HttpExchange& operator=(HttpExchange&&) noexcept;
  HttpExchange(const HttpExchange&) = delete;
  HttpExchange& operator=(const HttpExchange&) = delete;

  [[nodiscard]] int status() const noexcept;
  /// The value of a header field (name in lower case), and once the body has ended of a trailer.
  [[nodiscard]] std::optional<std::string_view> field(std::string_view name) const;
  /// What Retry-After asks for; 0 when it does not.
  [[nodiscard]] std::chrono::seconds retry_after() const noexcept;
  /// Of Content-Type, without parameters, in lower case.
  [[nodiscard]] std::string media_type() const;

  /// The next piece of the body, unpacked; empty at its end. Valid until the next call. Throws
  /// NotWhole when the connection breaks, Error(limit) as the constructor does.
  [[nodiscard]] std::string_view read();
  /// As much of the body as a message may show, without control characters.
  [[nodiscard]] std::string excerpt();

  /// Bytes of the body so far.
  [[nodiscard]] std::uint64_t bytes() const noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace tela::remote
