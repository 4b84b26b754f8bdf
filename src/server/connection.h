#pragma once

#include "server/dispatcher.h"
#include "server/framing.h"

#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility> // before Asio, which needs std::exchange and does not say so

namespace tela::server {

/// What a client may cost.
struct ConnectionLimits {
  std::uint32_t head_bytes = 64U << 10U;
  std::size_t uri_bytes = 8U << 10U;
  std::uint64_t body_bytes = 4U << 20U;
  std::chrono::seconds head_time{10}; ///< from the first chance to the end of the head
  std::chrono::seconds idle_time{30}; ///< between two requests, up to the end of the second's head
  std::chrono::seconds body_time{30};
  std::chrono::seconds block_time{30}; ///< a client must take a block in this time
};

/// One client: reads requests one after the other, hands each to the dispatcher, sends the response
/// while it is made. A client that closes its end, even for writing alone, is taken to have left.
/// All members are called on the thread of its executor; whoever makes it owns it, and calls look()
/// again and again.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  using Socket = boost::asio::generic::stream_protocol::socket;

  /// Keeps references to `limits` and `dispatcher`. `on_end` is called once, when it is closed.
  Connection(Socket socket, std::string peer, const ConnectionLimits& limits,
             Dispatcher& dispatcher, std::function<void(const Connection&)> on_end);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void start() { read_head(limits_.head_time); }
  /// Closes when its time is over at `now`, or the client has left while a response is made.
  void look(std::chrono::steady_clock::time_point now);
  /// Closes now when it is idle, else after the response that is under way.
  void stop_when_idle();
  /// Closes now; a request under way ends.
  void stop();

 private:
  static constexpr auto never = std::chrono::steady_clock::time_point::max();
  using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

  void read_head(std::chrono::seconds time);
  void on_head(boost::system::error_code error);
  void read_body();
  void on_request();
  void refuse(unsigned status, std::string title, std::string advice = {});
  void refuse_unread(boost::system::error_code error);
  void begin_exchange(Request request);
  void pump();
  void send(Piece piece);
  void on_sent(BodyEnd end);
  void drain();
  void discard();
  [[nodiscard]] bool client_has_left();
  void expire_after(std::chrono::seconds time);
  void close();

  Socket socket_;
  std::string peer_name_;
  const ConnectionLimits& limits_;
  Dispatcher& dispatcher_;
  std::function<void(const Connection&)> on_end_;
  std::chrono::steady_clock::time_point deadline_ = never;
  boost::beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  std::shared_ptr<Exchange> exchange_; // the request under way
  Peer peer_;
  Framing framing_ = Framing::none;
  Piece sending_;
  std::string before_, after_;
  bool writing_ = false, stopping_ = false;
};

} // namespace tela::server
