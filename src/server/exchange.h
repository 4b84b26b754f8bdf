#pragma once

#include "base/cancellation.h"
#include "server/channel.h"
#include "server/request.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace tela::server {

/// How an exchange ended, for the log and the metrics.
enum class Outcome : std::uint8_t {
  answered, ///< whole, whatever its status
  broken,   ///< the body was broken off at a limit or by a fault
  abandoned ///< the client left first
};

/// A request and the response to it, shared by the connection and whoever makes the answer.
struct Exchange : std::enable_shared_from_this<Exchange> {
  explicit Exchange(Request asked) : request(std::move(asked)) {}

  const Request request;
  Channel channel;
  base::Cancellation cancellation; ///< raised when the client leaves or asks for it
  Parameters common_fields;        ///< of the response, whoever makes it; set before it is made
  const std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();

  // What is known of the answer so far; written by its maker, read by anybody.
  std::atomic<unsigned> status = 0;
  std::atomic<std::uint64_t> rows = 0;
  std::atomic<std::uint64_t> bytes = 0; ///< of the body, before it is packed

  /// The client is not there any more: ends the work, and nothing is sent.
  void abandon() {
    cancellation.cancel();
    channel.abandon();
  }
};

} // namespace tela::server
